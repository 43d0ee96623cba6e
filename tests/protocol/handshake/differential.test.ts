/**
 * The same bytes to `ws`, to `websocket-driver` and to us. docs/differences-handshake.md must list every disagreement
 * that shows here, and none that does not.
 */

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestReading } from '../../../src/protocol/handshake/dialect.ts';
import type { Finding, Verdict } from '../../../src/protocol/handshake/finding.ts';
import { readHandshake } from '../../../src/protocol/handshake/handshake.ts';
import { bytesOf, load } from '../vectors.ts';
import type { Case } from './cases.ts';
import { answerCases, hixieCases, requestCases } from './cases.ts';
import type { Exchange, Judge } from './peers.ts';
import { driverClient, driverServer, wsClient, wsServer } from './peers.ts';
import type { AcceptVector } from './support.ts';
import { errorsOf, rulesOf } from './support.ts';

const seen = new Set<string>();
let server: Awaited<ReturnType<typeof wsServer>>;

beforeAll(async () => {
  server = await wsServer();
});
afterAll(() => server.close());

interface Ours {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** Notes a disagreement as a row of the table: who, what it does, and the rule or else the case. */
function compare(peer: string, name: string, ours: Ours, taken: boolean): void {
  if (ours.verdict === 'incomplete' || (ours.verdict === 'accept') === taken) return;
  const because = taken ? errorsOf(ours.findings) : rulesOf(ours.findings);
  seen.add(`${peer} | ${taken ? 'accepts' : 'refuses'} | ${because.length > 0 ? because.join(', ') : name}`);
}

async function compareRequests(peer: string, judge: Judge, cases: readonly Case[]): Promise<void> {
  for (const { name, bytes } of cases) {
    const ours = readHandshake({ request: bytes, response: null }).request;
    if (!ours || ours.verdict === 'incomplete') continue;
    const output = await judge(bytes);
    const taken = output.startsWith('HTTP/1.1 101');
    compare(peer, name, ours, taken);
    const proof = proofOf(ours);
    if (taken && ours.verdict === 'accept' && !output.includes(proof)) seen.add(`${peer} | answers | ${name}`);
  }
}

/** What the answer to a request must contain. */
function proofOf({ proof }: RequestReading): string {
  if (proof.kind === 'sha1') return `\r\nSec-WebSocket-Accept: ${proof.accept}\r\n`;
  return proof.kind === 'md5' ? Buffer.from(proof.answer ?? []).toString('latin1') : '\r\nWebSocket-Location: ';
}

const vectors = load<AcceptVector>('accept.json')
  .filter(({ kind }) => kind === 'request')
  .map(({ id, hex }) => ({ name: id, bytes: bytesOf(hex ?? '') }))
  // websocket-driver throws on it before it answers.
  .filter(({ name }) => name !== 'accept-request-early-frame');

test('Requests are taken and refused as by the ws server.', async () => {
  await compareRequests('ws server', server.judge, [...vectors, ...requestCases()]);
});

test('Requests of every generation are taken and refused as by the websocket-driver server.', async () => {
  await compareRequests('websocket-driver server', driverServer, [...vectors, ...requestCases(), ...hixieCases()]);
});

async function compareAnswers(peer: string, exchange: Exchange): Promise<void> {
  for (const [i, offer] of answerCases('').entries()) {
    let chosen: Case | undefined;
    const { request, taken } = await exchange((asked) => {
      const { proof } = readHandshake({ request: asked, response: null }).request ?? {};
      chosen = answerCases(proof?.kind === 'sha1' ? (proof.accept ?? '') : '')[i];
      return chosen?.bytes ?? new Uint8Array();
    }, offer);
    const read = readHandshake({ request, response: chosen?.bytes ?? null });
    expect(read.request?.verdict).toBe('accept');
    if (!read.response) throw new Error('no answer was made');
    compare(peer, chosen?.name ?? '', read.response, taken);
  }
}

test('Answers are taken and refused as by the ws client.', () => compareAnswers('ws client', wsClient));

test('Answers are taken and refused as by the websocket-driver client.', () =>
  compareAnswers('websocket-driver client', driverClient));

test('Every disagreement is in the document, and nothing else is.', () => {
  const page = readFileSync(new URL('../../../docs/differences-handshake.md', import.meta.url), 'utf8');
  // What is Node's own doing changes with Node: it may show, and need not.
  const [own = '', nodes = ''] = page.split('## Node');
  const rowsOf = (text: string) =>
    [...text.matchAll(/^\| ([^|]+ (?:server|client)) \| (accepts|refuses|answers) \| `([^`]+)` \|/gm)].map(
      ([, peer, does, because]) => `${peer} | ${does} | ${because}`,
    );
  const may = new Set(rowsOf(nodes));
  expect([...seen].filter((row) => !may.has(row)).toSorted()).toEqual(rowsOf(own).toSorted());
});
