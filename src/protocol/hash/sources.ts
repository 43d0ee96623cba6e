/** The bytes that the spans of a trace speak of. */

import type { Source } from '../bytes/source.ts';
import { sourceOf } from '../bytes/source.ts';
import type { SourceId } from '../bytes/span.ts';
import { byteSpan } from '../bytes/span.ts';
import { BLOCK_BYTES, tailView, wholeBlocks, writeTail } from './padding.ts';
import type { HashTrace } from './trace.ts';
import { chainSource, DIGEST_SOURCE, MESSAGE_SOURCE, PADDED_SOURCE, roundsSource, scheduleSource } from './trace.ts';
import { wordBytes } from './words.ts';

/** The message and its padding as one source, joined only where a read crosses from one to the other. */
export function paddedSource(bytes: Uint8Array, blocks: number, littleEndian: boolean): Source {
  const whole = wholeBlocks(bytes.length);
  const length = blocks * BLOCK_BYTES;
  return {
    id: PADDED_SOURCE,
    how: 'pad',
    from: [byteSpan(MESSAGE_SOURCE, 0, bytes.length)],
    length,
    read(start, end) {
      const from = Math.max(0, start);
      const to = Math.max(from, Math.min(length, end));
      if (to <= bytes.length) return bytes.subarray(from, to);
      writeTail(bytes, bytes.length, littleEndian);
      const out = new Uint8Array(to - from);
      for (let i = 0; i < out.length; i += 1) {
        const at = from + i;
        out[i] = at < whole ? (bytes[at] as number) : tailView.getUint8(at - whole);
      }
      return out;
    },
  };
}

/** See `HashTrace.source`; `message` is what `trace` hashes. */
export function hashSource(trace: HashTrace, message: Uint8Array, id: SourceId, littleEndian: boolean): Source | null {
  // Both handshakes join what they hash; from what, they know.
  if (id === MESSAGE_SOURCE) return sourceOf(id, message, 'concatenate');
  if (id === PADDED_SOURCE) return trace.padded;
  const width = trace.digest.length;
  if (id === DIGEST_SOURCE) {
    return sourceOf(id, trace.digest, 'hash', [byteSpan(chainSource(trace.blockCount), 0, width)]);
  }
  const [, kind, digits] = /^(schedule|rounds|chain)\/(0|[1-9]\d*)$/.exec(id) ?? [];
  if (kind === undefined) return null;
  const index = Number(digits);
  if (kind === 'chain' && index > 0) {
    const last = trace.block(index - 1);
    if (last === null) return null;
    const from = [
      byteSpan(chainSource(index - 1), 0, width),
      byteSpan(roundsSource(index - 1), 0, 4 * last.written.length),
    ];
    return sourceOf(id, wordBytes(last.after, littleEndian), 'hash', from);
  }
  const block = trace.block(index);
  if (block === null) return null;
  if (kind === 'chain') return sourceOf(id, wordBytes(block.before, littleEndian), 'hash');
  if (kind === 'schedule') {
    const from = [byteSpan(PADDED_SOURCE, index * BLOCK_BYTES, BLOCK_BYTES)];
    return sourceOf(id, wordBytes(block.schedule, littleEndian), 'hash', from);
  }
  const from = [byteSpan(chainSource(index), 0, width), byteSpan(scheduleSource(index), 0, 4 * block.schedule.length)];
  return sourceOf(id, wordBytes(block.written, littleEndian), 'hash', from);
}
