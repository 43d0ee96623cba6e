import { readFileSync } from 'node:fs';
import { constants, deflateRawSync } from 'node:zlib';
import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { issueContext } from '../../../src/components/words/context.ts';
import enRules from '../../../src/components/words/en/rules.ts';
import zhRules from '../../../src/components/words/zh/rules.ts';
import { connect } from '../../../src/protocol/connection/connect.ts';
import { Connection } from '../../../src/protocol/connection/connection.ts';
import type { Assumptions } from '../../../src/protocol/connection/model.ts';
import type { Issue } from '../../../src/protocol/model/issue.ts';
import { RULE_IDS } from '../../../src/protocol/model/rules.ts';
import { BROKEN } from './broken.ts';

const SMALL_LIMIT = 1000;

interface Case {
  readonly kind?: string;
  readonly direction?: 'client-to-server' | 'server-to-client';
  readonly extensions?: string | null;
  readonly extensionsHeader?: string;
  readonly draft?: number;
  readonly hex?: string;
  readonly requestHex?: string;
  readonly clientToServerHex?: string;
  readonly serverToClientHex?: string;
}

const cases: readonly Case[] = ['frames', 'autobahn', 'accept', 'hixie', 'deflate', 'connections'].flatMap((file) =>
  JSON.parse(readFileSync(`tests/vectors/${file}.json`, 'utf8')),
);

/** The two directions of a case, as far as it has them. */
function streamsOf({ kind, direction, hex, requestHex, clientToServerHex, serverToClientHex }: Case) {
  if (kind === 'response') return { client: requestHex, server: hex };
  if (direction === 'server-to-client') return { client: undefined, server: hex };
  return { client: clientToServerHex ?? hex, server: serverToClientHex };
}

/** The same bytes under everything a person may assume: more rules are broken that way, and all of them need words. */
function assumptionsFor({ extensions, extensionsHeader, draft }: Case): Assumptions[] {
  const agreed = extensions ?? extensionsHeader;
  const own: Assumptions = {
    ...(agreed ? { extensions: agreed } : {}),
    ...(draft ? { dialect: `hixie-${draft}` as 'hixie-75' } : {}),
  };
  return [own, { dialect: 'rfc6455', maxMessageBytes: SMALL_LIMIT, midStream: true }, { dialect: 'hixie-76' }];
}

function issuesOf(
  client: string | undefined,
  server: string | undefined,
  assumptions: Assumptions,
  form: 'hex' | 'latin1',
) {
  // In order: the client's bytes came first, frames before the answer included.
  const connection = new Connection(assumptions, true);
  if (client) connection.push('client-to-server', Buffer.from(client, form));
  if (server) connection.push('server-to-client', Buffer.from(server, form));
  connection.end();
  return connection.issues().list;
}

/** Only a capture can tell that bytes were lost. */
function lostBytes(): readonly Issue[] {
  const gaps = [{ offset: 2, length: 2, missing: 2 }];
  return connect([{ direction: 'server-to-client', bytes: Buffer.from('810500006c6c6f', 'hex'), gaps }]).issues().list;
}

/** Compressed messages with every fault that DEFLATE can have, with text that was never seen, and beyond the window. */
function deflated(): readonly Issue[] {
  const text = readFileSync('tests/vectors/README.md');
  const compress = (bytes: Uint8Array) =>
    deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4);
  const frame = (payload: Uint8Array) =>
    Buffer.concat([Buffer.of(0xc1, 126, payload.length >> 8, payload.length & 255), payload]);
  const read = (bytes: Uint8Array, extensions: string, midStream: boolean, more = {}) =>
    connect([{ direction: 'server-to-client', bytes, ...more }], [], { extensions, midStream }).issues().list;
  const good = compress(text.subarray(0, 600));
  const spoil = (payload: Uint8Array, values: readonly number[]) =>
    Array.from(payload).flatMap((_, at) => values.map((value) => Buffer.from(payload).fill(value, at, at + 1)));
  const hello = Buffer.from('f248cdc9c90700', 'hex');
  const every = Array.from({ length: 256 }, (_, value) => value);
  const spoilt = [...spoil(good, [0, 6, 60, 255]), ...spoil(good.subarray(0, 4), every), ...spoil(hello, every)];
  const far = frame(compress(Buffer.concat([text.subarray(0, 2000), text.subarray(0, 500)])));
  const bomb = frame(compress(Buffer.alloc(20_000_000)));
  const gaps = [{ offset: 20, length: 10, missing: 10 }];
  const pointer = frame(Buffer.from('f200110000', 'hex'));
  return [
    ...spoilt.flatMap((payload) => read(Buffer.concat([frame(payload), pointer]), 'permessage-deflate', false)),
    ...read(far, 'permessage-deflate; server_max_window_bits=9', false),
    ...read(pointer, 'permessage-deflate', true),
    ...read(frame(good), 'permessage-deflate', false, { gaps }),
    ...read(bomb, 'permessage-deflate', false),
  ];
}

const issues: readonly Issue[] = [
  ...cases.flatMap((one) => {
    const { client, server } = streamsOf(one);
    return assumptionsFor(one).flatMap((assumptions) => issuesOf(client, server, assumptions, 'hex'));
  }),
  ...BROKEN.flatMap(({ client, server }) => issuesOf(client, server, {}, 'latin1')),
  ...lostBytes(),
  ...deflated(),
];

const rules = [...new Set(issues.map(({ rule }) => rule))].sort();

const instance = i18next.createInstance();
await instance.init({
  resources: { en: { rules: enRules }, zh: { rules: zhRules } },
  interpolation: { escapeValue: false },
  showSupportNotice: false,
});

/** As the page says it; the keys' own types cannot know which values an issue has. */
function say(rule: string, values: Issue['values'], lng: string): string {
  const t = instance.t as (key: string, values: Record<string, unknown>) => string;
  return t(`rules:${rule}.says`, { ...values, context: issueContext(values), lng });
}

test('every rule of the catalogue is broken here at least once', () => {
  expect(RULE_IDS.filter((rule) => !rules.includes(rule))).toEqual([]);
});

test('the ways in which inflating can fail, or stop, are all met here', () => {
  const ways = (rule: string) =>
    new Set(issues.filter((issue) => issue.rule === rule).map(({ values }) => values.problem ?? values.reason));
  expect([...ways('inflate-error')].sort()).toEqual(
    Object.keys(enRules['inflate-error'])
      .filter((key) => key.startsWith('says_') && key !== 'says_distance-beyond-window')
      .map((key) => key.slice(5))
      .sort(),
  );
  expect([...ways('inflated-in-part')].sort()).toEqual(['after-fault', 'before-capture', 'bytes-lost', 'limit']);
});

describe.each(rules)('%s', (rule) => {
  test.each(['en', 'zh'])('says what is wrong with the values it has, in %s', (lng) => {
    for (const { values } of issues.filter((issue) => issue.rule === rule)) {
      const words = say(rule, values, lng);
      expect(words, JSON.stringify(values)).not.toMatch(/\{\{|says|undefined/);
      expect(words).not.toBe('');
    }
  });
});

test.each([
  ['invalid-utf8', { utf8: 'truncated-sequence' }, 'The text ends in the middle of a character.'],
  ['header-malformed', { problem: 'colon-missing', name: '' }, 'This line has no colon.'],
  ['header-malformed', { problem: 'something-new', name: '' }, 'This line is not “name: value”.'],
  ['close-code-invalid', { code: 1005, class: 'never-sent' }, '1005 must never travel in a frame.'],
])('%s with %j is said exactly', (rule, values, words) => {
  expect(say(rule, values as Issue['values'], 'en')).toBe(words);
});

test('bytes of the wire are never taken for words to look up', () => {
  const values = { expected: 'websocket', found: '$t(rules:status.why)' };
  expect(say('upgrade-invalid', values, 'en')).toContain(values.found);
});
