/** The bytes of a message as the bits that are read from them, a page at a time. */

import type { BitRun, InflateTrace } from '../../protocol/deflate/trace.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';

/** Bytes on a page. The RFC's Hello and its tail fit. */
const PAGE = 12;
const TAIL_BYTES = 4;

/** A run of bits that mean one thing together. */
export interface Marked extends BitRun {
  readonly role: ColourRole;
}

export interface TapeBit {
  readonly value: 0 | 1;
  /** Read before, read now, or not yet. */
  readonly state: 'read' | 'now' | 'unread';
  readonly role: ColourRole;
}

export interface TapeByte {
  readonly index: number;
  readonly value: number;
  /** In the order in which they are read: 0x01 first. */
  readonly bits: readonly TapeBit[];
  /** Put back by the receiver. */
  readonly tail: boolean;
}

export interface Tape {
  readonly bytes: readonly TapeByte[];
  /** Bytes on pages before and after. */
  readonly before: number;
  readonly after: number;
}

/** The page where `marked` begins; `read` bits have been read before. */
export function tapeOf(trace: InflateTrace, read: number, marked: readonly Marked[]): Tape {
  const own = trace.payloadBits / 8;
  const count = own + (trace.flushed ? TAIL_BYTES : 0);
  const at = Math.floor((marked[0]?.start ?? read) / 8);
  // The last page is full, too: nothing then jumps on it.
  const start = Math.max(0, Math.min(Math.floor(at / PAGE) * PAGE, count - PAGE));
  const end = Math.min(count, start + PAGE);
  const bytes = Array.from({ length: end - start }, (_, i): TapeByte => {
    const index = start + i;
    const bits = Array.from({ length: 8 }, (_, bit): TapeBit => {
      const place = index * 8 + bit;
      const run = marked.find((one) => place >= one.start && place < one.end);
      const state = run === undefined ? (place < read ? 'read' : 'unread') : 'now';
      return { value: trace.bit(place), state, role: run?.role ?? 'plain' };
    });
    const value = bits.reduce((sum, bit, place) => sum + bit.value * 2 ** place, 0);
    return { index, value, bits, tail: index >= own };
  });
  return { bytes, before: start, after: count - end };
}

/** Bits in the order in which they are read. */
export function bitsText(trace: InflateTrace, { start, end }: BitRun): string {
  return Array.from({ length: end - start }, (_, i) => trace.bit(start + i)).join('');
}
