/**
 * What somebody who reads a stream piece by piece has, and what they wait for. TCP carries a stream of bytes and knows no
 * frames (RFC 9293 section 2.2): a read may end anywhere, inside a header or a key as well.
 */

import { extendedLengthBytes, lengthFormOf, readBigEndian } from './length.ts';

/** Two bytes that every header begins with; the bytes of an extended length; the key; the payload. */
export type FramePart = 'start' | 'length' | 'key' | 'payload';

export interface Progress {
  /** Index of the frame that the next byte belongs to; as many frames are whole. */
  readonly frame: number;
  /** Offset of its first byte, in the stream. */
  readonly offset: number;
  /** The part that the next byte belongs to. `start` with nothing of it: between two frames. */
  readonly part: FramePart;
  /** Bytes of that part that are there. */
  readonly has: number;
  /** Bytes of it that are missing, at least one. A bigint where a number is not exact, above 2^53 - 1. */
  readonly needs: number | bigint;
}

/** Where a reader of frames (RFC 6455 section 5.2) stands after these bytes, which begin with a frame. */
export function progressOf(bytes: Uint8Array): Progress {
  const { length } = bytes;
  let offset = 0;
  for (let frame = 0; ; frame += 1) {
    const byte1 = bytes[offset + 1];
    if (byte1 === undefined) return { frame, offset, part: 'start', has: length - offset, needs: 2 - length + offset };
    let at = offset + 2;
    const extended = extendedLengthBytes(lengthFormOf(byte1));
    const short = (part: FramePart, size: number): Progress | null =>
      length < at + size ? { frame, offset, part, has: length - at, needs: at + size - length } : null;

    const inLength = short('length', extended);
    if (inLength !== null) return inLength;
    const declared = extended === 0 ? BigInt(byte1 & 0x7f) : readBigEndian(bytes.subarray(at, at + extended));
    at += extended;

    if (byte1 > 127) {
      const inKey = short('key', 4);
      if (inKey !== null) return inKey;
      at += 4;
    }

    const has = length - at;
    const needs = declared - BigInt(has);
    if (needs > 0n) return { frame, offset, part: 'payload', has, needs: exactly(needs) };
    offset = at + Number(declared);
  }
}

function exactly(value: bigint): number | bigint {
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? value : Number(value);
}
