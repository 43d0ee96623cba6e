/** Everything that goes over the wires of this lesson. The engine writes and judges it; only the policy is ours. */

import { replaced } from '../../components/http/edit.ts';
import { portOf } from '../../components/http/fields.ts';
import { type HeadLine, headLines } from '../../components/http/head.ts';
import { concat } from '../../protocol/bytes/join.ts';
import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { encodeHixieFrame } from '../../protocol/frame/encode.ts';
import { HixieScanner } from '../../protocol/frame/hixie-scanner.ts';
import { FrameTable } from '../../protocol/frame/table.ts';
import type { RequestReading, ResponseReading } from '../../protocol/handshake/dialect.ts';
import { readResponseHead } from '../../protocol/handshake/head.ts';
import { urlOf } from '../../protocol/handshake/hixie.ts';
import { HIXIE_75 } from '../../protocol/handshake/hixie75.ts';
import { fromLatin1, latin1 } from '../../protocol/handshake/latin1.ts';
import { RFC6455 } from '../../protocol/handshake/rfc6455.ts';
import { DIALECTS } from '../../protocol/model/drafts.ts';
import type { Inputs } from './inputs.ts';

/** The first three lines of an answer. */
export type FirstLines = readonly [string, string, string];

/** An answer as the client reads it. */
export interface Reply {
  readonly bytes: Uint8Array;
  readonly lines: readonly HeadLine[];
  readonly reading: ResponseReading;
  /** The client goes on. */
  readonly passes: boolean;
}

export interface Wire {
  readonly request: Uint8Array;
  readonly requestLines: readonly HeadLine[];
  readonly reading: RequestReading;
  /** The answer that passes. */
  readonly right: Reply;
  /** Bytes of its first three lines. */
  readonly compared: number;
  readonly own: Reply;
  readonly location: string;
  readonly port: number;
  readonly policyRequest: Uint8Array;
  readonly policyAnswer: Uint8Array;
  readonly policyDomain: string;
  readonly frame: Uint8Array;
}

/** Adobe’s port for policies. */
export const POLICY_PORT = 843;

/** The first bytes of a JPEG file: an image, and so no UTF-8. */
export const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01);

const NO_RANDOM = () => new Uint8Array();

export function wireOf(inputs: Inputs): Wire {
  const { origin, host, path, message } = inputs;
  const request = HIXIE_75.buildRequest({ target: path, host, origin }, NO_RANDOM);
  const reading = HIXIE_75.readRequest(request);
  const right = replyOf(HIXIE_75.buildResponse(reading), reading);
  const port = portOf(host);
  const domain = /^[a-z]+:\/\/([A-Za-z0-9.-]+)/.exec(origin)?.[1] ?? '*';
  return {
    request,
    requestLines: headLines(reading.head, request),
    reading,
    right,
    compared: right.lines[2]?.end ?? 0,
    own: replyWith({ right, reading }, [inputs.line1, inputs.line2, inputs.line3]),
    location: urlOf(reading.head, false) ?? '',
    port,
    policyRequest: fromLatin1('<policy-file-request/>\0'),
    policyAnswer: fromLatin1(
      `<cross-domain-policy><allow-access-from domain="${domain}" to-ports="${port}"/></cross-domain-policy>\0`,
    ),
    policyDomain: domain,
    frame: encodeHixieFrame({ type: 0, payload: encodeUtf8(message) }),
  };
}

/** Some bytes as the client of this request takes them for an answer. */
export function replyOf(bytes: Uint8Array, request: RequestReading): Reply {
  return replyRead(bytes, HIXIE_75.readResponse(bytes, request));
}

/** An interim answer is drawn as it stands, though the client waits for another one behind it. */
function replyRead(bytes: Uint8Array, reading: ResponseReading): Reply {
  const head = readResponseHead(bytes);
  return { bytes, lines: headLines(head.interim[0] ?? head, bytes), reading, passes: reading.verdict === 'accept' };
}

/** The first byte in which two answers differ: there a client that compares byte by byte gives up. */
export function firstDifference(one: Uint8Array, other: Uint8Array): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1;
  return at;
}

/** The right answer with other first lines. */
export function replyWith({ right, reading }: Pick<Wire, 'right' | 'reading'>, first: FirstLines): Reply {
  const rest = right.bytes.subarray(right.lines[2]?.end ?? 0);
  return replyOf(concat([fromLatin1(`${first.join('\r\n')}\r\n`), rest]), reading);
}

/** What a client of hixie-75 makes of bytes, frame by frame. */
export interface HixieFrame {
  readonly type: number;
  readonly offset: number;
  /** Bytes of payload that are there. */
  readonly payload: number;
  /** Bytes it waits for, or that it will drop. */
  readonly length: number;
  readonly complete: boolean;
}

export function framesIn(bytes: Uint8Array): HixieFrame[] {
  const table = new FrameTable('server-to-client', DIALECTS['hixie-75']);
  const sink = { foresee: () => 0, begin: () => false, payload: () => {}, end: () => {} };
  new HixieScanner(table, sink, 0).push(bytes);
  return Array.from({ length: table.count }, (_, i) => ({
    type: table.byte0(i),
    offset: table.offset(i),
    payload: table.presentPayloadLength(i),
    length: table.payloadLength(i),
    complete: table.status(i) === 'complete',
  }));
}

/** An answer of today in which a server still writes what only hixie-75 had a use for. */
export function withFossils(inputs: Inputs, wire: Wire): Reply {
  const sample = encodeUtf8('the sample nonce');
  const request = RFC6455.buildRequest({ target: inputs.path, host: inputs.host, origin: inputs.origin }, () => sample);
  const asked = RFC6455.readRequest(request);
  const headers = [['WebSocket-Location', wire.location]] as const;
  const answer = RFC6455.buildResponse(asked, { headers });
  const phrase = latin1(wire.right.bytes, 0, (wire.right.lines[0]?.end ?? 2) - 2);
  const bytes = replaced(answer, headLines(readResponseHead(answer), answer), 'start-line', phrase);
  return replyRead(bytes, RFC6455.readResponse(bytes, asked));
}
