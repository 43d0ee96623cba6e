/** Counts the bytes of what travels on one client's connection, in the order it travels: HPACK remembers. */

import { headerSize, minimalForm } from '../frame/length.ts';
import { type Head, headText, http2Fields, http2Opening, isChunked } from './heads.ts';
import { HpackSizer } from './hpack.ts';
import type { Bytes, HttpVersion, Packets } from './model.ts';
import { packetBytes } from './packets.ts';

/** RFC 9113 section 4.1, and the largest frame unless the peer says otherwise (section 4.2). */
const FRAME_HEADER = 9;
const FRAME_MOST = 16384;

/** `data: ` before a line and an empty line after it (WHATWG HTML, server-sent events). */
const EVENT_LINES = 'data: \n\n'.length;

interface Body {
  /** What it says. */
  readonly payload: number;
  /** What stands between. */
  readonly framing: number;
}

export interface Wire {
  request(head: Head, payload: number): Bytes;
  /** `payloads` events of `size` bytes each in its body, a line each. */
  answer(head: Head, payloads: number, size: number): Bytes;
  /** The head of an answer that goes on. */
  streamHead(head: Head): Bytes;
  /** One event in it. */
  streamPart(size: number): Bytes;
  opening(head: Head): Bytes;
  opened(head: Head): Bytes;
  /** A WebSocket frame, masked from the client (RFC 6455 section 5.1). */
  frame(size: number, masked: boolean): Bytes;
}

/** What a body with so many events has besides them: a line end between two. */
export function bodyOf(payloads: number, size: number): Body {
  return { payload: payloads * size, framing: Math.max(0, payloads - 1) };
}

/** A chunk of so many bytes: its size in hex, two line ends (RFC 9112 section 7.1). */
export function chunkFraming(size: number): number {
  return size.toString(16).length + 4;
}

const LAST_CHUNK = '0\r\n\r\n'.length;

export function wireOf(http: HttpVersion, packets: Packets): Wire {
  const bytes = (head: number, { payload, framing }: Body): Bytes => ({
    head,
    framing,
    payload,
    ...packetBytes(head + framing + payload, packets),
  });
  const nothing: Body = { payload: 0, framing: 0 };
  if (http === '1.1') {
    const plain = (head: Head, body = nothing) => bytes(headText(head).length, body);
    return {
      request: (head, payload) => plain(head, { payload, framing: 0 }),
      answer: (head, payloads, size) => {
        const { payload, framing } = bodyOf(payloads, size);
        const whole = payload + framing;
        const chunks = !isChunked(head) ? 0 : whole === 0 ? LAST_CHUNK : chunkFraming(whole) + LAST_CHUNK;
        return plain(head, { payload, framing: framing + chunks });
      },
      streamHead: (head) => plain(head),
      streamPart: (size) => {
        const framing = EVENT_LINES + chunkFraming(EVENT_LINES + size);
        return bytes(0, { payload: size, framing });
      },
      opening: (head) => plain(head),
      opened: (head) => plain(head),
      frame: (size, masked) => bytes(0, { payload: size, framing: headerSize(minimalForm(size), masked) }),
    };
  }
  const up = new HpackSizer();
  const down = new HpackSizer();
  const framed = ({ payload, framing }: Body): Body => {
    const whole = payload + framing;
    return { payload, framing: framing + Math.ceil(whole / FRAME_MOST) * FRAME_HEADER };
  };
  const block = (size: number) => FRAME_HEADER + size;
  return {
    request: (head, payload) => bytes(block(up.block(http2Fields(head))), framed({ payload, framing: 0 })),
    answer: (head, payloads, size) => bytes(block(down.block(http2Fields(head))), framed(bodyOf(payloads, size))),
    streamHead: (head) => bytes(block(down.block(http2Fields(head))), nothing),
    streamPart: (size) => bytes(0, framed({ payload: size, framing: EVENT_LINES })),
    opening: (head) => bytes(block(up.block(http2Opening(head))), nothing),
    opened: () => bytes(block(down.block([[':status', '200']])), nothing),
    frame: (size, masked) => bytes(0, framed({ payload: size, framing: headerSize(minimalForm(size), masked) })),
  };
}
