/** Everything that goes over the wire in this lesson, for some inputs. The engine writes it and the engine judges it. */

import { replaced, without } from '../../components/http/edit.ts';
import { type HeadLine, headLines } from '../../components/http/head.ts';
import { toBase64 } from '../../protocol/bytes/base64.ts';
import { concat } from '../../protocol/bytes/join.ts';
import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { encodeFrame } from '../../protocol/frame/encode.ts';
import { refusalWith } from '../../protocol/handshake/build.ts';
import type { RequestReading, ResponseReading } from '../../protocol/handshake/dialect.ts';
import type { Finding } from '../../protocol/handshake/finding.ts';
import { readResponseHead } from '../../protocol/handshake/head.ts';
import { RFC6455 } from '../../protocol/handshake/rfc6455.ts';
import { isFatal } from '../../protocol/model/rules.ts';
import { type Inputs, protocolNames } from './inputs.ts';

/** A request, the answer it gets, and what the engine says of it. */
export interface Exchange {
  readonly request: Uint8Array;
  readonly requestLines: readonly HeadLine[];
  readonly reading: RequestReading;
  readonly response: Uint8Array;
  readonly responseLines: readonly HeadLine[];
  readonly responseReading: ResponseReading;
  /** The first broken rule that ends the handshake: in the request, or else in the response. */
  readonly fault: Finding | null;
}

export interface Wire {
  readonly exchange: Exchange;
  readonly names: readonly string[];
  /** The server's first message, glued to its response. */
  readonly frame: Uint8Array;
  /** The client's answer to it: the same text, masked. */
  readonly echo: Uint8Array;
}

/** Opcode of a text message. */
const TEXT = 1;
/** The masking key of the example in RFC 6455 §5.7. */
const MASKING_KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
/** An origin that no server expects. */
const STRANGER = 'https://evil.example';

export function wireOf(inputs: Inputs): Wire {
  const names = protocolNames(inputs.protocols);
  const { host, path, origin, nonce } = inputs;
  const request = RFC6455.buildRequest({ target: path, host, origin, subprotocols: names }, () => nonce);
  const payload = encodeUtf8(inputs.message);
  return {
    exchange: answered(request),
    names,
    frame: encodeFrame({ opcode: TEXT, maskingKey: null, payload }),
    echo: encodeFrame({ opcode: TEXT, maskingKey: MASKING_KEY, payload }),
  };
}

/** What a server that follows the text answers; of the subprotocols it takes the first. */
function answered(request: Uint8Array): Exchange {
  const reading = RFC6455.readRequest(request);
  const first = reading.subprotocols[0]?.text;
  return exchange(request, reading, RFC6455.buildResponse(reading, first === undefined ? {} : { subprotocol: first }));
}

function exchange(request: Uint8Array, reading: RequestReading, response: Uint8Array): Exchange {
  const responseReading = RFC6455.readResponse(response, reading);
  const fatal = (findings: readonly Finding[]) => findings.find(({ rule }) => isFatal(rule)) ?? null;
  return {
    request,
    requestLines: headLines(reading.head, request),
    reading,
    response,
    responseLines: headLines(readResponseHead(response), response),
    responseReading,
    fault: fatal(reading.findings) ?? fatal(responseReading.findings),
  };
}

/** The same request without one of its lines, and the answer to that. */
export function lacking(wire: Wire, line: string): Exchange {
  return answered(without(wire.exchange.request, wire.exchange.requestLines, line));
}

/** With another line in its place. */
export function asking(wire: Wire, line: string, text: string): Exchange {
  return answered(replaced(wire.exchange.request, wire.exchange.requestLines, line, text));
}

/** The right request, answered with another line in place of one of the right answer's. */
export function answering(wire: Wire, line: string, text: string): Exchange {
  const { request, reading, response, responseLines } = wire.exchange;
  return exchange(request, reading, replaced(response, responseLines, line, text));
}

/** A page of another site asks; the server looks at `Origin` and refuses (RFC 6455 §4.2.2). */
export function stranger(wire: Wire): Exchange {
  const request = replaced(wire.exchange.request, wire.exchange.requestLines, 'origin', `Origin: ${STRANGER}`);
  return exchange(request, RFC6455.readRequest(request), refusalWith(403));
}

/** Ten bytes where sixteen belong: a key of the wrong length. */
export function shortKey(wire: Wire, nonce: Uint8Array): Exchange {
  return asking(wire, 'sec-websocket-key', `Sec-WebSocket-Key: ${toBase64(nonce.subarray(0, 10))}`);
}

/** The accept of an earlier connection, whose key was another. */
export function staleAccept(wire: Wire, nonce: Uint8Array): Exchange {
  const earlier = Uint8Array.from(nonce, (byte) => byte ^ 0xff);
  const { proof } = asking(wire, 'sec-websocket-key', `Sec-WebSocket-Key: ${toBase64(earlier)}`).reading;
  const accept = proof.kind === 'sha1' ? proof.accept : null;
  return answering(wire, 'sec-websocket-accept', `Sec-WebSocket-Accept: ${accept ?? ''}`);
}

/** Response and first frame as they come out of one `recv`. */
export function gluedBytes(wire: Wire): Uint8Array {
  return concat([wire.exchange.response, wire.frame]);
}

/** The bytes of a line as text, without its line end. */
export function lineText(lines: readonly HeadLine[], id: string): string {
  return (lines.find((line) => line.id === id)?.pieces ?? []).map(({ text }) => text).join('');
}
