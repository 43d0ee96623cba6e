/** What follows from `wire = payload XOR key` (RFC 6455 §5.3): any two of the three give the third. */

import { keyWord, turnKey, unmask } from './mask.ts';

export interface RecoveredKey {
  /** The four key bytes; null where no known byte met it. */
  readonly bytes: readonly (number | null)[];
  /** Index of the first known byte that contradicts the ones before it: the guess or its place is wrong. */
  readonly contradiction: number | null;
}

/**
 * The key, from payload bytes that somebody knows or guesses: `known[i]` stands at payload position `position + i`.
 * @param wire the payload as on the wire, from position 0. What is known beyond its end tells nothing.
 */
export function recoverKey(wire: Uint8Array, known: Uint8Array, position = 0): RecoveredKey {
  const bytes: (number | null)[] = [null, null, null, null];
  for (let i = 0; i < known.length; i += 1) {
    const masked = wire[position + i];
    if (masked === undefined) break;
    const keyIndex = (position + i) % 4;
    const byte = masked ^ (known[i] as number);
    const before = bytes[keyIndex];
    if (before !== null && before !== byte) return { bytes, contradiction: i };
    bytes[keyIndex] = byte;
  }
  return { bytes, contradiction: null };
}

/**
 * The payload that makes `wanted` stand on the wire: what an attacker computes who knows the key beforehand (§10.3).
 * `position` is the place of `wanted[0]` in the payload.
 */
export function payloadFor(wanted: Uint8Array, key: Uint8Array, position = 0): Uint8Array {
  return unmask(wanted, keyWord(key), position);
}

/** Part of a payload that came in one read. */
export interface MaskedRead {
  /** Payload position of its first byte. */
  readonly start: number;
  /** One past its last byte. */
  readonly end: number;
  /** Index of the key byte that the reader lets meet the first byte. */
  readonly keyIndex: number;
  readonly bytes: Uint8Array;
}

/**
 * The payload of one frame, unmasked read by read, cut at `cuts` (payload positions in rising order; others do nothing).
 * `frame` counts i through the frame, as it must be; `read` begins again with every read, the common mistake.
 */
export function unmaskReads(
  wire: Uint8Array,
  key: Uint8Array,
  cuts: readonly number[],
  count: 'frame' | 'read',
): readonly MaskedRead[] {
  const word = keyWord(key);
  const reads: MaskedRead[] = [];
  let start = 0;
  for (const end of [...cuts, wire.length]) {
    if (end <= start || end > wire.length) continue;
    const keyIndex = count === 'frame' ? start % 4 : 0;
    reads.push({ start, end, keyIndex, bytes: unmask(wire.subarray(start, end), turnKey(word, keyIndex)) });
    start = end;
  }
  return reads;
}
