/** The client's opening handshake of versions 7, 8 and 13, as a server reads it (RFC 6455 §4.2.1). */

import { fromBase64 } from '../bytes/base64.ts';
import { acceptFor } from '../hash/accept.ts';
import type { DialectId } from '../model/drafts.ts';
import { DIALECTS, holds } from '../model/drafts.ts';
import {
  checkFossils,
  checkHost,
  checkRequestLine,
  checkToken,
  elementsOf,
  headersOf,
  reportMissing,
} from './checks.ts';
import type { RequestProof, RequestReading } from './dialect.ts';
import { DEFLATE, parameterFaults } from './extensions.ts';
import type { Token } from './finding.ts';
import { Findings, verdictOf } from './finding.ts';
import type { Head } from './head.ts';
import { readRequestHead } from './head.ts';
import { fromLatin1 } from './latin1.ts';
import type { Extension } from './lists.ts';
import { isToken, parseExtensions } from './lists.ts';

export type KeyFault = 'empty' | 'not-base64' | 'bad-padding' | 'wrong-length';

export interface KeyJudgement {
  /** The 16 bytes, null where the key is not base64 of 16 bytes. */
  readonly nonce: Uint8Array | null;
  readonly problem: KeyFault | null;
  /** Where it shows in the key. */
  readonly position: number;
  /** Bits of the last letter that belong to no byte: not zero in the RFC's own sample (erratum 3150). */
  readonly padBits: number;
}

/** RFC 6455 §4.1 item 7: base64 of 16 bytes. */
export function judgeKey(key: string): KeyJudgement {
  if (key === '') return { nonce: null, problem: 'empty', position: 0, padBits: 0 };
  const { bytes, problem, position, padBits } = fromBase64(key);
  if (problem) return { nonce: null, problem, position, padBits };
  if (bytes.length !== 16) return { nonce: null, problem: 'wrong-length', position: 0, padBits };
  return { nonce: bytes, problem: null, position: -1, padBits };
}

export function readRequest(dialect: DialectId, bytes: Uint8Array): RequestReading {
  const head = readRequestHead(bytes);
  const findings = new Findings(DIALECTS[dialect].draft);
  findings.include(head.findings);
  checkRequestLine(findings, head);
  checkHost(findings, head);
  checkToken(findings, head, 'upgrade', 'websocket', 'included');
  checkToken(findings, head, 'connection', 'Upgrade', connectionMatch(dialect));
  checkVersion(findings, head, dialect);
  const proof = readProof(findings, head);
  const subprotocols = readSubprotocols(findings, head);
  const extensions = readExtensions(findings, head);
  for (const offer of extensions) {
    // RFC 7692 §7.1: such an offer is declined; the handshake goes on without it.
    const fault = offer.name === DEFLATE ? parameterFaults(offer, 'offer')[0] : undefined;
    if (fault) findings.add('pmd-offer-declined', fault.at, { ...fault.values, problem: fault.rule });
  }
  checkFossils(findings, head, dialect);
  const list = findings.sorted();
  return {
    bytes: bytes.subarray(0, head.length),
    head,
    verdict: verdictOf(list, head.complete),
    findings: list,
    trailer: null,
    length: head.length,
    subprotocols,
    extensions,
    proof,
  };
}

/** Up to hybi-05 `Connection` had to be the one word. */
export function connectionMatch(dialect: DialectId): 'included' | 'equal' {
  return holds('hybi-06', DIALECTS[dialect]) ? 'included' : 'equal';
}

/** §4.2.1 item 6: exactly the number, not "13 or above". */
function checkVersion(findings: Findings, head: Head, dialect: DialectId): void {
  const [first, second] = headersOf(head, 'sec-websocket-version');
  if (!first) {
    reportMissing(findings, head, 'version-missing');
    return;
  }
  if (first.value !== String(DIALECTS[dialect].version)) {
    findings.add('version-unsupported', first.valueRange, { version: first.value });
  }
  if (second) findings.add('version-duplicate', second.lineRange, { version: second.value });
}

function readProof(findings: Findings, head: Head): RequestProof {
  const [header, second] = headersOf(head, 'sec-websocket-key');
  if (!header) {
    reportMissing(findings, head, 'key-missing');
    return { kind: 'sha1', header: null, key: null, nonce: null, accept: null };
  }
  const key = header.value;
  const { nonce, problem, position, padBits } = judgeKey(key);
  if (problem) {
    const decoded = problem === 'wrong-length' ? { decoded: fromBase64(key).bytes.length } : {};
    findings.add('key-invalid', header.valueRange, { problem, position, key, ...decoded });
  } else if (padBits !== 0) {
    const at = header.valueRange.start + key.indexOf('=') - 1;
    findings.add('key-pad-bits', { start: at, end: at + 1 }, { character: key.charAt(key.indexOf('=') - 1), padBits });
  }
  if (second) findings.add('key-duplicate', second.lineRange, { key: second.value });
  return { kind: 'sha1', header, key, nonce, accept: key === '' ? null : acceptFor(fromLatin1(key)) };
}

/** §4.1 item 10: tokens, all different. */
function readSubprotocols(findings: Findings, head: Head): readonly Token[] {
  const headers = headersOf(head, 'sec-websocket-protocol');
  const names = elementsOf(headers);
  const seen = new Set<string>();
  for (const name of names) {
    const problem = !isToken(name.text) ? 'not-a-token' : seen.has(name.text) ? 'duplicate' : null;
    if (problem) findings.add('subprotocol-malformed', name, { problem, name: name.text });
    seen.add(name.text);
  }
  const first = headers[0];
  if (first && names.length === 0)
    findings.add('subprotocol-malformed', first.valueRange, { problem: 'empty', name: '' });
  return names;
}

/** All headers of the name as one list (§9.1); places are moved from the value to the direction. */
export function readExtensions(findings: Findings, head: Head): readonly Extension[] {
  return headersOf(head, 'sec-websocket-extensions').flatMap(({ value, valueRange }) => {
    const base = valueRange.start;
    const { extensions, problem } = parseExtensions(value);
    if (problem) {
      const at = base + problem.offset;
      const end = Math.min(at + 1, valueRange.end);
      findings.add(
        'extensions-malformed',
        { start: at, end },
        { expected: problem.expected, position: problem.offset },
      );
    }
    return extensions.map((extension) => ({
      ...moved(extension, base),
      params: extension.params.map((param) => moved(param, base)),
    }));
  });
}

function moved<T extends Token>(token: T, by: number): T {
  return { ...token, start: token.start + by, end: token.end + by };
}
