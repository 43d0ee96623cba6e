/** The handshake of draft-hixie-thewebsocketprotocol-75: no challenge, an answer compared byte for byte. */

import { acceptedHead, refusal, requestHead } from './build.ts';
import { bodyOf, checkFossils, checkStatus } from './checks.ts';
import type { HandshakeDialect, RequestOptions, RequestReading, ResponseOptions, ResponseReading } from './dialect.ts';
import { Findings, verdictOf } from './finding.ts';
import type { ResponseHead } from './head.ts';
import { readRequestHead, readResponseHead } from './head.ts';
import type { HixieNames } from './hixie.ts';
import { checkHixieFields, checkHixieRequest, hixieAnswerFields, hixieSubprotocols } from './hixie.ts';
import { fromLatin1, latin1 } from './latin1.ts';

const NAMES: HixieNames = {
  origin: 'WebSocket-Origin',
  location: 'WebSocket-Location',
  protocol: 'WebSocket-Protocol',
};

const REASON = 'Web Socket Protocol Handshake';
/** §4.1: what the answer must begin with; order, case and spaces count. */
const FIRST_LINES = [`HTTP/1.1 101 ${REASON}\r\n`, 'Upgrade: WebSocket\r\n', 'Connection: Upgrade\r\n'] as const;
const BEGINNING = fromLatin1(FIRST_LINES.join(''));

function readRequest(bytes: Uint8Array): RequestReading {
  const head = readRequestHead(bytes);
  const findings = new Findings('hixie-75');
  findings.include(head.findings);
  checkHixieRequest(findings, head);
  checkFossils(findings, head, 'hixie-75');
  const list = findings.sorted();
  return {
    bytes: bytes.subarray(0, head.length),
    head,
    verdict: verdictOf(list, head.complete),
    findings: list,
    trailer: null,
    length: head.length,
    subprotocols: hixieSubprotocols(head, NAMES.protocol),
    extensions: [],
    proof: { kind: 'none' },
  };
}

function readResponse(bytes: Uint8Array, request: RequestReading | null): ResponseReading {
  const head = readResponseHead(bytes);
  const findings = new Findings('hixie-75');
  findings.include(head.findings);
  const switched = checkStatus(findings, head);
  let subprotocol: string | null = null;
  if (switched) {
    checkBeginning(findings, head, bytes);
    subprotocol = checkHixieFields(findings, head, NAMES, request);
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
    extensions: [],
    deflate: null,
    proof: { kind: 'none' },
    nonce: null,
  };
}

/** Finds the first byte that differs from the prescribed three lines, as far as the bytes go. */
function checkBeginning(findings: Findings, head: ResponseHead, bytes: Uint8Array): void {
  const there = bytes.subarray(0, head.length);
  const length = Math.min(BEGINNING.length, there.length);
  let at = 0;
  while (at < length && there[at] === BEGINNING[at]) at += 1;
  if (at === length && (length === BEGINNING.length || !head.complete)) return;
  let line = 0;
  for (let end = 0; line < FIRST_LINES.length; line += 1) {
    end += FIRST_LINES[line]?.length ?? 0;
    if (at < end) break;
  }
  const lf = there.indexOf(0x0a, at);
  const end = lf < 0 ? there.length : lf;
  const found = latin1(there, there.lastIndexOf(0x0a, at - 1) + 1, end).replace(/\r$/, '');
  const values = { line: line + 1, expected: (FIRST_LINES[line] ?? '').trimEnd(), found };
  findings.add('hixie-response-order', { start: at, end: Math.max(at + 1, end) }, values);
}

function buildRequest(options: RequestOptions): Uint8Array {
  const { host, origin = 'null', subprotocols = [], headers = [] } = options;
  return requestHead(options.target, [
    ['Upgrade', 'WebSocket'],
    ['Connection', 'Upgrade'],
    ['Host', host],
    ['Origin', origin],
    ...(subprotocols.length > 0 ? [[NAMES.protocol, subprotocols.join(' ')] as const] : []),
    ...headers,
  ]);
}

function buildResponse(request: RequestReading, options: ResponseOptions = {}): Uint8Array {
  if (request.verdict !== 'accept' && !options.anyway) return refusal(request);
  return acceptedHead(REASON, hixieAnswerFields(NAMES, request, options));
}

export const HIXIE_75: HandshakeDialect = { id: 'hixie-75', readRequest, readResponse, buildRequest, buildResponse };
