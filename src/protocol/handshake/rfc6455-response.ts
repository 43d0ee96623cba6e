/** The server's opening handshake of versions 7, 8 and 13, as the client reads it (RFC 6455 §4.1, second half). */

import { fromBase64 } from '../bytes/base64.ts';
import { connectionKey } from '../hash/frame-key.ts';
import type { DialectId } from '../model/drafts.ts';
import { DIALECTS } from '../model/drafts.ts';
import { diagnose } from './accept-mistakes.ts';
import { bodyOf, checkFossils, checkStatus, checkToken, headersOf, reportMissing, tooOld } from './checks.ts';
import type { RequestReading, ResponseProof, ResponseReading, ServerNonce } from './dialect.ts';
import { agreedDeflate, answerFaults } from './extensions.ts';
import { Findings, verdictOf } from './finding.ts';
import type { ResponseHead } from './head.ts';
import { readResponseHead } from './head.ts';
import type { Extension } from './lists.ts';
import { isToken } from './lists.ts';
import { connectionMatch, readExtensions } from './rfc6455-request.ts';

export function readResponse(dialect: DialectId, bytes: Uint8Array, request: RequestReading | null): ResponseReading {
  const head = readResponseHead(bytes);
  const findings = new Findings(DIALECTS[dialect].draft);
  findings.include(head.findings);
  const switched = checkStatus(findings, head);
  const key = request?.proof.kind === 'sha1' ? request.proof : null;
  const expected = key?.accept ?? null;
  let proof: ResponseProof = { kind: 'sha1', header: null, accept: null, expected, mistake: null };
  let nonce: ServerNonce | null = null;
  let subprotocol: string | null = null;
  let extensions: readonly Extension[] = [];
  // Any other status is ordinary HTTP: nothing of what follows is asked of it (§4.1 item 1 of the response).
  if (switched) {
    if (head.version && tooOld(head.version.text)) {
      findings.add('http-version', head.version, { version: head.version.text });
    }
    // A server names one protocol to switch to, so that here the whole value must match.
    checkToken(findings, head, 'upgrade', 'websocket', 'equal');
    checkToken(findings, head, 'connection', 'Upgrade', connectionMatch(dialect));
    proof = readAccept(findings, head, key?.key ?? null, expected);
    if (dialect === 'version-4') nonce = readNonce(findings, head, key?.key ?? null);
    // What was offered is known once the request is there in full.
    const offers = request?.head.complete ? request : null;
    subprotocol = readSubprotocol(findings, head, offers);
    extensions = readExtensions(findings, head);
    for (const { rule, at, values } of answerFaults(extensions, offers?.extensions ?? null))
      findings.add(rule, at, values);
    checkFossils(findings, head, dialect);
    checkFossilPhrase(findings, head);
  }
  const trailer = switched === false ? bodyOf(head, bytes) : null;
  const length = trailer?.end ?? head.length;
  const list = findings.sorted();
  return {
    bytes: bytes.subarray(0, length),
    head,
    verdict: verdictOf(list, head.complete),
    findings: list,
    trailer,
    length,
    switched,
    subprotocol,
    extensions,
    deflate: agreedDeflate(extensions),
    proof,
    nonce,
  };
}

/** hybi-04: the client's frames cannot be read without it. */
function readNonce(findings: Findings, head: ResponseHead, key: string | null): ServerNonce | null {
  const [header] = headersOf(head, 'sec-websocket-nonce');
  if (!header) {
    reportMissing(findings, head, 'nonce-missing');
    return null;
  }
  const text = header.value;
  const { bytes, problem } = fromBase64(text);
  if (problem || bytes.length !== 16) {
    findings.add('nonce-invalid', header.valueRange, { found: text, problem: problem ?? 'wrong-length' });
  }
  return { header, text, connectionKey: key === null ? null : connectionKey(key, text) };
}

function readAccept(
  findings: Findings,
  head: ResponseHead,
  key: string | null,
  expected: string | null,
): ResponseProof {
  const [header, second] = headersOf(head, 'sec-websocket-accept');
  if (!header) {
    reportMissing(findings, head, 'accept-missing');
    return { kind: 'sha1', header: null, accept: null, expected, mistake: null };
  }
  if (second) findings.add('accept-duplicate', second.lineRange, { accept: second.value });
  const accept = header.value;
  let mistake: ReturnType<typeof diagnose> = null;
  if (key !== null && expected !== null) {
    if (accept !== expected) {
      mistake = diagnose(key, accept);
      findings.add('accept-mismatch', header.valueRange, { found: accept, expected, mistake: mistake ?? '' });
    }
  } else {
    // Without the key only the shape can be judged: base64 of the 20 bytes of a SHA-1.
    const { bytes, problem } = fromBase64(accept);
    if (problem || bytes.length !== 20) {
      const values = { found: accept, expected: '', mistake: '', problem: problem ?? 'wrong-length' };
      findings.add('accept-mismatch', header.valueRange, values);
    }
  }
  return { kind: 'sha1', header, accept, expected, mistake };
}

/** One of those offered, or none (§4.1 item 6 of the response). */
function readSubprotocol(findings: Findings, head: ResponseHead, request: RequestReading | null): string | null {
  const [header, second] = headersOf(head, 'sec-websocket-protocol');
  if (!header) return null;
  if (second) findings.add('subprotocol-duplicate', second.lineRange, { name: second.value });
  const offered = request?.subprotocols.map(({ text }) => text);
  if (offered && !offered.includes(header.value)) {
    findings.add('subprotocol-not-offered', header.valueRange, { found: header.value, offered: offered.join(', ') });
  } else if (!isToken(header.value)) {
    findings.add('subprotocol-malformed', header.valueRange, { problem: 'not-a-token', name: header.value });
  }
  return header.value;
}

/** The phrase is free here; these two are left over from a hixie server. */
function checkFossilPhrase(findings: Findings, head: ResponseHead): void {
  const { reason } = head;
  if (!reason) return;
  const draft = { 'Web Socket Protocol Handshake': 'hixie-75', 'WebSocket Protocol Handshake': 'hixie-76' }[
    reason.text
  ];
  if (draft) findings.add('fossil-header', reason, { name: reason.text, draft });
}
