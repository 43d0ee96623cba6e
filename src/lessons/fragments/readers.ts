/** Readers that are wrong, as people write them: what they make of the same bytes. */

import { concat } from '../../protocol/bytes/join.ts';
import { keyWord, unmask } from '../../protocol/frame/mask.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';
import { type Sent, segmentEnds, type Work } from './wire.ts';

/** See `wrong.py`: a continuation is appended to the last frame, whatever that was. */
export function appendToLast(frames: readonly Sent[]): readonly Uint8Array[] {
  const delivered: Uint8Array[] = [];
  let last: Uint8Array = new Uint8Array();
  for (const { fin, opcode, payload } of frames) {
    last = opcode === OPCODE.continuation ? concat([last, payload]) : payload;
    if (fin) delivered.push(last);
  }
  return delivered;
}

/** What a read that was taken for one frame gave. */
export interface OneRead {
  /** What it took for the payload. */
  readonly payload: Uint8Array;
  /** The read begins where a frame does. */
  readonly aligned: boolean;
  /** Bytes of the read behind that payload, which nobody looks at again. */
  readonly lost: number;
  /** Bytes that the length promised and the read did not have. */
  readonly missing: number;
}

/** See `one_read.py`: every read is one frame. */
export function oneReadEach({ stream, frames }: Work, size: number): readonly OneRead[] {
  const starts = new Set(frames.map(({ offset }) => offset));
  const ends = segmentEnds(stream.length, size);
  return ends.map((end, i) => {
    const start = ends[i - 1] ?? 0;
    const read = stream.subarray(start, end);
    const byte1 = read[1] ?? 0;
    const head = byte1 > 127 ? 6 : 2;
    const length = byte1 & 0x7f;
    const wire = read.subarray(head, head + length);
    const payload = byte1 > 127 ? unmask(wire, keyWord(read.subarray(2, 6))) : wire;
    return {
      payload,
      aligned: starts.has(start),
      lost: Math.max(0, read.length - head - length),
      missing: Math.max(0, head + length - read.length),
    };
  });
}
