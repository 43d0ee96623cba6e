/**
 * The MD5 handshake of draft-hixie-thewebsocketprotocol-76 (hybi-00). hybi-01 kept it, hybi-02 and -03 as well, with a header
 * that says so: what changed were the frames behind it.
 */

import { toHex } from '../bytes/hex.ts';
import { concat, equalBytes } from '../bytes/join.ts';
import { DIALECTS, type DialectId } from '../model/drafts.ts';
import type { RuleId } from '../model/rules.ts';
import { diagnoseAnswer } from './answer-mistakes.ts';
import { acceptedHead, refusal, requestHead } from './build.ts';
import { ANSWER_LENGTH, joinChallenge, KEY3_LENGTH } from './challenge.ts';
import { bodyOf, checkFossils, checkStatus, checkToken, headersOf, reportMissing, trailerOf } from './checks.ts';
import type {
  HandshakeDialect,
  RandomBytes,
  RequestOptions,
  RequestProof,
  RequestReading,
  ResponseOptions,
  ResponseReading,
  Trailer,
} from './dialect.ts';
import { Findings, verdictOf } from './finding.ts';
import type { Head } from './head.ts';
import { readRequestHead, readResponseHead } from './head.ts';
import type { HixieNames } from './hixie.ts';
import { checkHixieFields, checkHixieRequest, hixieAnswerFields, hixieSubprotocols } from './hixie.ts';
import type { KeyProblem, KeyReading } from './hixie-key.ts';
import { readKey, spacesBeforeCollapse } from './hixie-key.ts';
import { makeKey } from './hixie-key-make.ts';
import { latin1 } from './latin1.ts';

const NAMES: HixieNames = {
  origin: 'Sec-WebSocket-Origin',
  location: 'Sec-WebSocket-Location',
  protocol: 'Sec-WebSocket-Protocol',
};

/** What hybi-02 sent, and hybi-03 as well. */
const DRAFT_VALUE = '2';

const KEY_RULES: Readonly<Record<KeyProblem, RuleId>> = {
  'no-digits': 'hixie-key-no-digits',
  'no-spaces': 'hixie-key-no-spaces',
  'not-divisible': 'hixie-key-not-divisible',
  'number-too-big': 'hixie-key-number-too-big',
};

function readRequest(id: DialectId, bytes: Uint8Array): RequestReading {
  const head = readRequestHead(bytes);
  const findings = new Findings(DIALECTS[id].draft);
  findings.include(head.findings);
  checkHixieRequest(findings, head);
  const key1 = keyOf(findings, head, bytes, 'key1');
  const key2 = keyOf(findings, head, bytes, 'key2');
  checkFossils(findings, head, id);
  const trailer = trailerOf(head, bytes, 'key3', KEY3_LENGTH);
  reportShort(findings, trailer);
  const length = trailer?.end ?? head.length;
  const list = findings.sorted();
  return {
    bytes: bytes.subarray(0, length),
    head,
    verdict: verdictOf(list, trailer?.complete === true),
    findings: list,
    trailer,
    length,
    subprotocols: hixieSubprotocols(head, NAMES.protocol),
    extensions: [],
    proof: proofOf(key1, key2, trailer && bytes.subarray(trailer.start, trailer.end)),
  };
}

/** §5.2: the challenge needs both quotients and all of key3. */
function proofOf(key1: KeyReading | null, key2: KeyReading | null, key3: Uint8Array | null): RequestProof {
  const divided = key1?.part != null && key2?.part != null;
  const challenge = divided && key3 ? joinChallenge(key1.part, key2.part, key3) : null;
  return { kind: 'md5', key1, key2, key3, challenge: challenge?.bytes ?? null, answer: challenge?.answer ?? null };
}

function keyOf(findings: Findings, head: Head, bytes: Uint8Array, name: 'key1' | 'key2'): KeyReading | null {
  const [header, second] = headersOf(head, `sec-websocket-${name}`);
  if (!header) {
    reportMissing(findings, head, 'hixie-key-missing', { key: name });
    return null;
  }
  if (second) findings.add('hixie-key-duplicate', second.lineRange, { key: name });
  // One space behind the colon belongs to the line (§5.1); all others are part of the key and count.
  const { start, end } = header.rawRange;
  const text = latin1(bytes, start, end);
  const scan = readKey(text);
  for (const problem of scan.problems) {
    const values = { key: name, digits: scan.digits, spaces: scan.spaces, remainder: scan.remainder ?? 0 };
    findings.add(KEY_RULES[problem], header.rawRange, values);
  }
  if (scan.problems.includes('not-divisible')) {
    // A client cannot have sent it like this; a page or a chat that joined its spaces can have shown it so.
    const counts = spacesBeforeCollapse(scan, text);
    const values = { key: name, spaces: scan.spaces, candidates: counts.join(', ') };
    if (counts.length > 0) findings.add('hixie-key-spaces-collapsed', header.rawRange, values);
  }
  return { ...scan, name, text, start, end };
}

function readResponse(id: DialectId, bytes: Uint8Array, request: RequestReading | null): ResponseReading {
  const head = readResponseHead(bytes);
  const findings = new Findings(DIALECTS[id].draft);
  findings.include(head.findings);
  const switched = checkStatus(findings, head);
  let subprotocol: string | null = null;
  if (switched) {
    // §4.1 step 41. The phrase and the order of the fields are free.
    checkToken(findings, head, 'upgrade', 'WebSocket', 'exact');
    checkToken(findings, head, 'connection', 'Upgrade', 'equal');
    subprotocol = checkHixieFields(findings, head, NAMES, request);
  }
  const trailer = switched
    ? trailerOf(head, bytes, 'challenge-response', ANSWER_LENGTH)
    : switched === false
      ? bodyOf(head, bytes)
      : null;
  const answer = switched && trailer ? bytes.subarray(trailer.start, trailer.end) : null;
  const asked = request?.proof.kind === 'md5' ? request.proof : null;
  if (switched) {
    reportShort(findings, trailer);
    if (answer && trailer && asked) checkAnswer(findings, asked, answer, trailer, bytes);
  }
  const length = trailer?.end ?? head.length;
  const list = findings.sorted();
  return {
    bytes: bytes.subarray(0, length),
    head,
    verdict: verdictOf(list, head.complete && trailer?.complete !== false),
    findings: list,
    trailer,
    length,
    switched,
    subprotocol,
    extensions: [],
    deflate: null,
    proof: { kind: 'md5', answer, expected: asked?.answer ?? null },
    nonce: null,
  };
}

type Challenge = Extract<RequestProof, { kind: 'md5' }>;

function checkAnswer(
  findings: Findings,
  asked: Challenge,
  answer: Uint8Array,
  trailer: Trailer,
  bytes: Uint8Array,
): void {
  const expected = asked.answer;
  if (expected) {
    const differs = expected.findIndex((byte, i) => i < answer.length && answer[i] !== byte);
    if (differs < 0) return;
    const at = { start: trailer.start + differs, end: trailer.end };
    const mistake = diagnoseAnswer(asked, bytes.subarray(trailer.start)) ?? '';
    const values = { found: toHex(answer), expected: toHex(expected), mistake };
    findings.add('challenge-response-mismatch', at, values);
  }
  if (answer.length < ANSWER_LENGTH) return;
  const counts = collapseThatAnswers(asked, answer);
  if (counts) findings.add('hixie-key-spaces-collapsed', trailer, { key1Spaces: counts[0], key2Spaces: counts[1] });
}

/**
 * The numbers of spaces with which the answer would be right: proof that the keys lost some on their way to us. At most
 * 144 pairs are tried.
 */
function collapseThatAnswers(asked: Challenge, answer: Uint8Array): readonly [number, number] | null {
  const { key1, key2, key3 } = asked;
  if (key1?.number == null || key2?.number == null || !key3) return null;
  const countsOf = (key: KeyReading) => [
    ...(key.part === null ? [] : [key.spaces]),
    ...spacesBeforeCollapse(key, key.text),
  ];
  for (const first of countsOf(key1)) {
    for (const second of countsOf(key2)) {
      const challenge = joinChallenge(key1.number / first, key2.number / second, key3);
      if (challenge && equalBytes(challenge.answer, answer)) return [first, second];
    }
  }
  return null;
}

function reportShort(findings: Findings, trailer: Trailer | null): void {
  if (!trailer || trailer.complete) return;
  const present = trailer.end - trailer.start;
  const values = { reason: 'bytes-end', missing: trailer.field, present, expected: trailer.expected ?? 0 };
  findings.add('head-incomplete', { start: trailer.end, end: trailer.end }, values);
}

/** §4.1: the fields go out in random order, so that nobody can aim bytes at a place; key3 follows the blank line. */
function buildRequest(id: DialectId, options: RequestOptions, random: RandomBytes): Uint8Array {
  const { host, origin = 'null', subprotocols = [], headers = [] } = options;
  const fields: (readonly [string, string])[] = [
    ['Upgrade', 'WebSocket'],
    ['Connection', 'Upgrade'],
    ['Host', host],
    ['Origin', origin],
    ...(subprotocols.length > 0 ? [[NAMES.protocol, subprotocols.join(' ')] as const] : []),
    ['Sec-WebSocket-Key1', makeKey(random).text],
    ['Sec-WebSocket-Key2', makeKey(random).text],
    ...(id === 'hybi-03' ? [['Sec-WebSocket-Draft', DRAFT_VALUE] as const] : []),
    ...headers,
  ];
  const order = [...random(fields.length)].map((byte, i) => ({ byte, field: fields[i] }));
  const shuffled = order.toSorted((a, b) => a.byte - b.byte).flatMap(({ field }) => (field ? [field] : []));
  return concat([requestHead(options.target, shuffled), random(KEY3_LENGTH)]);
}

function buildResponse(request: RequestReading, options: ResponseOptions = {}): Uint8Array {
  const answer = request.proof.kind === 'md5' ? request.proof.answer : null;
  if (!options.anyway && (request.verdict !== 'accept' || !answer)) return refusal(request);
  const head = acceptedHead('WebSocket Protocol Handshake', hixieAnswerFields(NAMES, request, options));
  return concat(answer ? [head, answer] : [head]);
}

function md5Dialect(id: DialectId): HandshakeDialect {
  return {
    id,
    readRequest: (bytes) => readRequest(id, bytes),
    readResponse: (bytes, request) => readResponse(id, bytes, request),
    buildRequest: (options, random) => buildRequest(id, options, random),
    buildResponse,
  };
}

export const HIXIE_76 = md5Dialect('hixie-76');
export const HYBI_01 = md5Dialect('hybi-01');
export const HYBI_03 = md5Dialect('hybi-03');
