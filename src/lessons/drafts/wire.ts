/** One and the same exchange at every place of the timeline: written by the engine, read back by it, in lines and cells. */

import { replaced } from '../../components/http/edit.ts';
import { headLines } from '../../components/http/head.ts';
import { fromBase64 } from '../../protocol/bytes/base64.ts';
import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';
import type { RandomBytes, RequestReading } from '../../protocol/handshake/dialect.ts';
import { EXTENDED_CONNECT_OPEN, extendedConnect } from '../../protocol/handshake/extended-connect.ts';
import { HANDSHAKE_DIALECTS } from '../../protocol/handshake/handshake.ts';
import type { Head } from '../../protocol/handshake/head.ts';
import { sha1 } from '../../protocol/hash/sha1.ts';
import { DRAFTS } from '../../protocol/model/drafts.ts';
import { dialectOf } from '../../protocol/model/history.ts';
import type { Inputs } from './inputs.ts';
import { factsOf, type Stop } from './stops.ts';

export const HOST = 'example.com';
export const TARGET = '/chat';
export const ORIGIN = 'http://example.com';
export const OFFER = 'permessage-deflate';

/** A line of a head. Its key stays the same where a header is renamed. */
export interface Line {
  readonly key: string;
  readonly text: string;
  /** Behind the blank line: bytes that are no text. */
  readonly bytes: Uint8Array | null;
}

export interface Exchange {
  readonly request: readonly Line[];
  readonly response: readonly Line[];
  /** `Sec-WebSocket-Key` where there is one. */
  readonly accept: string | null;
}

/** Headers that took over from one another. */
const KEYS: Readonly<Record<string, string>> = {
  'websocket-origin': 'origin',
  'sec-websocket-origin': 'origin',
  'websocket-location': 'location',
  'sec-websocket-location': 'location',
  'sec-websocket-key1': 'key',
  'sec-websocket-key': 'key',
  'sec-websocket-key2': 'key2',
  'sec-websocket-draft': 'version',
  'sec-websocket-version': 'version',
  'sec-websocket-accept': 'accept',
  'sec-websocket-nonce': 'nonce',
  'sec-websocket-extensions': 'extensions',
};

/**
 * What a client draws, always the same for the same key: the lesson changes a draft, not the dice. Each draw has a stream
 * of its own, so a draft with one header more does not change what is drawn after it.
 */
function dice(seed: Uint8Array): RandomBytes {
  let draw = 0;
  return (count) => {
    draw += 1;
    const out = new Uint8Array(count);
    for (let at = 0; at < count; at += 20) {
      const block = sha1(Uint8Array.of(...seed, draw >>> 8, draw, at / 20));
      out.set(block.subarray(0, Math.min(20, count - at)), at);
    }
    return out;
  };
}

function draftExchange(stop: Stop, inputs: Inputs): { readonly request: RequestReading; readonly answer: Uint8Array } {
  const { draft } = factsOf(stop);
  const dialect = HANDSHAKE_DIALECTS[dialectOf(draft)];
  const { bytes: seed } = fromBase64(inputs.key);
  const { bytes: nonce } = fromBase64(inputs.nonce);
  const { proof } = factsOf(stop);
  const compressed = stop === 'rfc7692' ? { extensions: OFFER } : {};
  const random = proof === 'sha1' ? () => seed : dice(seed);
  const written = dialect.buildRequest({ target: TARGET, host: HOST, origin: ORIGIN, ...compressed }, random);
  // Version 8 covers two spellings: hybi-11 and -12 have the younger one.
  const old = DRAFTS.indexOf(draft) < DRAFTS.indexOf('hybi-11');
  const bytes = old ? written : plainOrigin(written, dialect.readRequest(written).head);
  const request = dialect.readRequest(bytes);
  return { request, answer: dialect.buildResponse(request, { nonce, ...compressed }) };
}

function plainOrigin(bytes: Uint8Array, head: Head): Uint8Array {
  return replaced(bytes, headLines(head, bytes), 'sec-websocket-origin', `Origin: ${ORIGIN}`);
}

export function exchangeOf(stop: Stop, inputs: Inputs): Exchange {
  if (stop === 'rfc8441' || stop === 'rfc9220') {
    const fields = extendedConnect({ authority: HOST, path: TARGET, origin: ORIGIN.replace('http:', 'https:') });
    return { request: fields.map(fieldLine), response: EXTENDED_CONNECT_OPEN.map(fieldLine), accept: null };
  }
  const { request, answer } = draftExchange(stop, inputs);
  const response = HANDSHAKE_DIALECTS[dialectOf(factsOf(stop).draft)].readResponse(answer, request);
  return {
    request: linesOf(request.head, request.bytes, request.trailer),
    response: linesOf(response.head, response.bytes, response.trailer),
    accept: request.proof.kind === 'sha1' ? request.proof.accept : null,
  };
}

function fieldLine([name, value]: readonly [string, string]): Line {
  const key = { ':method': 'start-line', ':status': 'start-line', ':path': 'path', ':authority': 'host' }[name];
  return { key: key ?? KEYS[name] ?? name.replace(':', ''), text: `${name}: ${value}`, bytes: null };
}

function linesOf(
  head: Head,
  bytes: Uint8Array,
  trailer: { readonly start: number; readonly end: number } | null,
): Line[] {
  const lines = headLines(head, bytes).map(({ id, pieces }): Line => {
    const text = pieces.map((piece) => piece.text).join('');
    return { key: KEYS[id] ?? id, text, bytes: null };
  });
  if (trailer === null) return lines;
  return [...lines, { key: 'tail', text: '', bytes: bytes.subarray(trailer.start, trailer.end) }];
}

/** What a server of RFC 6455 answers to a request that asks for some version. */
export function asking(version: number, inputs: Inputs): Exchange {
  const dialect = HANDSHAKE_DIALECTS.rfc6455;
  const { bytes: seed } = fromBase64(inputs.key);
  const written = dialect.buildRequest({ target: TARGET, host: HOST, origin: ORIGIN }, () => seed);
  const lines = headLines(dialect.readRequest(written).head, written);
  const bytes = replaced(written, lines, 'sec-websocket-version', `Sec-WebSocket-Version: ${version}`);
  const request = dialect.readRequest(bytes);
  const answer = dialect.buildResponse(request);
  const response = dialect.readResponse(answer, request);
  return {
    request: linesOf(request.head, request.bytes, null),
    response: linesOf(response.head, response.bytes, null),
    accept: null,
  };
}

export function payloadOf(inputs: Inputs): Uint8Array {
  return encodeUtf8(inputs.message);
}
