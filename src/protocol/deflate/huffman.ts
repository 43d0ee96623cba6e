/**
 * The codes of DEFLATE (RFC 1951 §3.2): how lengths become codes, how codes become tables to look up, and the numbers
 * that symbols stand for.
 *
 * A table is looked up with the next bits of the stream. An entry is one number:
 *
 *     bits 0–3    bits of the code, all of them, also where a second table was needed
 *     bits 4–7    extra bits behind the code
 *     bits 8–11   what it is: see below; none of them for a literal
 *     bits 16–    the literal, or the base of a length or distance, or where the second table begins
 */

/** A length or a distance. */
export const COPY = 0x100;
/** End of block. */
export const END = 0x200;
/** The code goes on: bits 0–3 say how many more bits to look up. */
export const LONG = 0x400;
/** No symbol has this code. */
export const BAD = 0x800;

/** Longest code (RFC 1951 §3.2.7). */
export const MAX_BITS = 15;
/** Symbols that may be described (RFC 1951 §3.2.7); two more have codes but no meaning (§3.2.6). */
export const LITERAL_SYMBOLS = 286;
export const DISTANCE_SYMBOLS = 30;
export const CODE_LENGTH_SYMBOLS = 19;
export const END_OF_BLOCK = 256;
export const FIRST_LENGTH = 257;
export const MIN_LENGTH = 3;
export const MAX_LENGTH = 258;

/** What a range of lengths or distances has in common: the smallest, and how many extra bits tell them apart. */
export interface Range {
  readonly base: number;
  readonly extra: number;
}

/** Symbols 257 to 285 (RFC 1951 §3.2.5). The last one is 258 alone, which saves the longest copy its extra bits. */
export const LENGTHS: readonly Range[] = [...ranges(MIN_LENGTH, 28, 4), { base: MAX_LENGTH, extra: 0 }];
/** Symbols 0 to 29 (RFC 1951 §3.2.5). */
export const DISTANCES: readonly Range[] = ranges(1, DISTANCE_SYMBOLS, 2);

/** `count` ranges without gaps, of which every `perStep`, after twice as many, take one extra bit more. */
function ranges(first: number, count: number, perStep: number): readonly Range[] {
  const found: Range[] = [];
  let base = first;
  for (let i = 0; i < count; i += 1) {
    const extra = Math.max(0, Math.floor(i / perStep) - 1);
    found.push({ base, extra });
    base += 1 << extra;
  }
  return found;
}

/** The order in which the lengths of code length codes are written (RFC 1951 §3.2.7). */
export const CODE_LENGTH_ORDER: readonly number[] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Code length symbol 16 repeats the last length, 17 and 18 repeat 0: from `base` times on (RFC 1951 §3.2.7). */
export const REPEAT_LAST = 16;
export const REPEATS: readonly Range[] = [
  { base: 3, extra: 2 },
  { base: 3, extra: 3 },
  { base: 11, extra: 7 },
];

/** Lengths of the fixed codes (RFC 1951 §3.2.6). */
export const FIXED_LITERALS: Uint8Array = Uint8Array.from({ length: 288 }, (_, symbol) => {
  if (symbol < 144) return 8;
  if (symbol < 256) return 9;
  return symbol < 280 ? 7 : 8;
});
export const FIXED_DISTANCES: Uint8Array = new Uint8Array(32).fill(5);

/** Entries by symbol, without the bits of the code. */
export const LITERAL_ENTRIES: Int32Array = Int32Array.from({ length: 288 }, (_, symbol) => {
  if (symbol < END_OF_BLOCK) return symbol << 16;
  if (symbol === END_OF_BLOCK) return END;
  return copyEntry(LENGTHS[symbol - FIRST_LENGTH]);
});
export const DISTANCE_ENTRIES: Int32Array = Int32Array.from({ length: 32 }, (_, symbol) =>
  copyEntry(DISTANCES[symbol]),
);
export const CODE_LENGTH_ENTRIES: Int32Array = Int32Array.from(
  { length: CODE_LENGTH_SYMBOLS },
  (_, symbol) => symbol << 16,
);

function copyEntry(range: Range | undefined): number {
  return range === undefined ? BAD : COPY | (range.extra << 4) | (range.base << 16);
}

/** A set of code lengths that is no code. */
export type CodeProblem = 'over-subscribed' | 'incomplete';

/** Bits to look up first. */
export const LITERAL_ROOT = 10;
export const DISTANCE_ROOT = 9;
export const CODE_LENGTH_ROOT = 7;

/**
 * Entries that the tables of any code need: the first table, and the largest set of second ones. These are what the
 * program `enough` of zlib works out for 286 symbols from 10 bits and for 30 from 9.
 */
export const LITERAL_TABLE = 1332;
export const DISTANCE_TABLE = 592;

/** Scratch of `fillTable`: codes of each length, where symbols of each length begin, symbols in order of their codes. */
const counts = new Uint16Array(MAX_BITS + 1);
const offsets = new Uint16Array(MAX_BITS + 2);
const sorted = new Uint16Array(288);

/**
 * Fills `table` for the code whose lengths are `lengths[from, from + count)`; `entries` says what symbols mean. Returns
 * the bits of the first table, at most `root`.
 *
 * Judges as zlib does. A code must use up all bit patterns, with two exceptions (RFC 1951 §3.2.7): a single code of one
 * bit, and no code at all; neither for the code of code lengths (`strict`).
 */
export function fillTable(
  table: Int32Array,
  lengths: Uint8Array,
  from: number,
  count: number,
  entries: Int32Array,
  root: number,
  strict = false,
): number | CodeProblem {
  counts.fill(0);
  for (let i = 0; i < count; i += 1) add(counts, lengths[from + i] as number, 1);
  counts[0] = 0;
  let max = MAX_BITS;
  while (max > 0 && counts[max] === 0) max -= 1;
  let left = 1;
  offsets[1] = 0;
  for (let length = 1; length <= MAX_BITS; length += 1) {
    left = 2 * left - (counts[length] as number);
    if (left < 0) return 'over-subscribed';
    offsets[length + 1] = (offsets[length] as number) + (counts[length] as number);
  }
  if (left > 0 && (strict || max > 1)) return 'incomplete';
  for (let i = 0; i < count; i += 1) {
    const length = lengths[from + i] as number;
    if (length > 0) sorted[add(offsets, length, 1)] = i;
  }

  const bits = Math.max(1, Math.min(root, max));
  const size = 1 << bits;
  if (left > 0) table.fill(BAD | 1, 0, size);
  // The code, its first bit lowest, as it is found in the stream.
  let code = 0;
  let length = 1;
  let next = size;
  let second = 0;
  let secondBits = 0;
  let prefix = -1;
  let index = 0;
  while (length <= max) {
    if (counts[length] === 0) {
      length += 1;
      continue;
    }
    const symbol = sorted[index] as number;
    index += 1;
    const entry = (entries[symbol] as number) | length;
    if (length <= bits) {
      for (let i = code; i < size; i += 1 << length) table[i] = entry;
    } else {
      if ((code & (size - 1)) !== prefix) {
        prefix = code & (size - 1);
        secondBits = secondWidth(length, max, bits);
        second = next;
        next += 1 << secondBits;
        table[prefix] = LONG | secondBits | (second << 16);
      }
      for (let i = code >>> bits; i < 1 << secondBits; i += 1 << (length - bits)) table[second + i] = entry;
    }
    add(counts, length, -1);
    // One more, counted from the other end.
    let bit = 1 << (length - 1);
    while ((code & bit) !== 0) bit >>>= 1;
    code = bit === 0 ? 0 : (code & (bit - 1)) | bit;
  }
  return bits;
}

/** Adds to a number and returns what it was. */
function add(numbers: Uint16Array, at: number, change: number): number {
  const was = numbers[at] as number;
  numbers[at] = was + change;
  return was;
}

/** Bits of the second table that begins with a code of `length`: as many as the codes that share its prefix need. */
function secondWidth(length: number, max: number, bits: number): number {
  let width = length - bits;
  let left = 1 << width;
  while (width + bits < max) {
    left -= counts[width + bits] as number;
    if (left <= 0) break;
    width += 1;
    left <<= 1;
  }
  return width;
}

/** A code that is ready to be looked up. */
export interface Table {
  readonly entries: Int32Array;
  readonly bits: number;
}

function fixedTable(lengths: Uint8Array, entries: Int32Array, bits: number): Table {
  const table = new Int32Array(1 << bits);
  fillTable(table, lengths, 0, lengths.length, entries, bits);
  return { entries: table, bits };
}

export const FIXED_LITERAL_TABLE: Table = fixedTable(FIXED_LITERALS, LITERAL_ENTRIES, 9);
export const FIXED_DISTANCE_TABLE: Table = fixedTable(FIXED_DISTANCES, DISTANCE_ENTRIES, 5);

/** One symbol and its code, as a number of `length` bits, the first bit of the stream highest. */
export interface Code {
  readonly symbol: number;
  readonly length: number;
  readonly code: number;
}

/** The codes that lengths make, in order of their symbols; none for length 0 (RFC 1951 §3.2.2). */
export function canonicalCodes(lengths: ArrayLike<number>): readonly Code[] {
  const count = new Uint16Array(MAX_BITS + 1);
  for (let i = 0; i < lengths.length; i += 1) add(count, lengths[i] as number, 1);
  count[0] = 0;
  const next = new Uint16Array(MAX_BITS + 1);
  for (let length = 1; length <= MAX_BITS; length += 1) {
    next[length] = ((next[length - 1] as number) + (count[length - 1] as number)) << 1;
  }
  const codes: Code[] = [];
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] as number;
    if (length > 0) codes.push({ symbol, length, code: add(next, length, 1) });
  }
  return codes;
}
