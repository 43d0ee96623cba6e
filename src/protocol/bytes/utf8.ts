/**
 * Incremental UTF-8 (RFC 3629 §3, §4). The state between two bytes is one small number, so a caller can keep it
 * anywhere, a typed-array column included.
 */

/**
 * `invalid-start-byte`: no sequence begins with it. `invalid-continuation-byte`: a sequence began, and no well-formed
 * one goes on like this. `truncated-sequence`: the bytes end inside a sequence.
 */
export type Utf8FaultKind = 'invalid-start-byte' | 'invalid-continuation-byte' | 'truncated-sequence';

export interface Utf8Fault {
  readonly kind: Utf8FaultKind;
  /** Index of the first byte that no well-formed sequence allows; of a truncated one the total length. */
  readonly index: number;
  /** Index of the first byte of the sequence it belongs to. */
  readonly sequenceStart: number;
}

/** The state at the start and between two characters: the only one in which a text may end. */
export const UTF8_START = 0;

/** Rows 1 to 10: the lowest and highest byte that may come now, the row after it, bytes of the sequence so far. */
const EXPECT = [
  /* 0: a start byte, see START */ [0, 0, 0, 0],
  /* 1: last of two             */ [0x80, 0xbf, 0, 1],
  /* 2: after E0, no overlongs  */ [0xa0, 0xbf, 5, 1],
  /* 3: after E1..EC, EE, EF    */ [0x80, 0xbf, 5, 1],
  /* 4: after ED, no surrogates */ [0x80, 0x9f, 5, 1],
  /* 5: last of three           */ [0x80, 0xbf, 0, 2],
  /* 6: after F0, no overlongs  */ [0x90, 0xbf, 9, 1],
  /* 7: after F1..F3            */ [0x80, 0xbf, 9, 1],
  /* 8: after F4, to U+10FFFF   */ [0x80, 0x8f, 9, 1],
  /* 9: third of four           */ [0x80, 0xbf, 10, 2],
  /* 10: last of four           */ [0x80, 0xbf, 0, 3],
] as const;

/** First and last start byte, and the row they lead to. C0, C1 and F5..FF start nothing (RFC 3629 §4). */
const STARTS = [
  [0x00, 0x7f, 0],
  [0xc2, 0xdf, 1],
  [0xe0, 0xe0, 2],
  [0xe1, 0xec, 3],
  [0xed, 0xed, 4],
  [0xee, 0xef, 3],
  [0xf0, 0xf0, 6],
  [0xf1, 0xf3, 7],
  [0xf4, 0xf4, 8],
] as const;

/** Bytes `low` to `high`, both included. */
export interface ByteRange {
  readonly low: number;
  readonly high: number;
}

/** What a text may go on with. */
export interface Utf8Expectation {
  /** Bytes that the character begun still lacks; 0 between two characters, where the text may end. */
  readonly left: number;
  /** The bytes that may come next, in order. */
  readonly allowed: readonly ByteRange[];
}

/** What may come in a state that `advanceUtf8` gave; nothing after a fault. */
export function utf8Expectation(state: number): Utf8Expectation {
  const row = EXPECT[state];
  if (row === undefined) return { left: 0, allowed: [] };
  if (state === UTF8_START) return { left: 0, allowed: STARTS.map(([low, high]) => ({ low, high })) };
  let left = 1;
  for (let next: number = row[2]; next !== UTF8_START; next = EXPECT[next]?.[2] ?? UTF8_START) left += 1;
  return { left, allowed: [{ low: row[0], high: row[1] }] };
}

const INVALID = 0xff;

/** `NEXT[state * 256 + byte]`: the state after the byte. */
const NEXT = new Uint8Array(EXPECT.length * 256).fill(INVALID);
for (const [first, last, state] of STARTS) NEXT.fill(state, first, last + 1);
EXPECT.forEach(([low, high, next], state) => {
  if (state > 0) NEXT.fill(next, state * 256 + low, state * 256 + high + 1);
});

/**
 * Checks `bytes[start, end)`, going on from `state`. Returns the state after them, or a negative number for the first
 * fault, which `utf8FaultOf` explains; a failed state stays failed. Stops at the earliest byte that decides: `F4 90`
 * fails at `90`, `E0 80` at `80`, `C0` at itself.
 */
export function advanceUtf8(state: number, bytes: Uint8Array, start: number, end: number): number {
  if (state < 0) return state;
  let now = state;
  let i = start;
  while (now !== UTF8_START && i < end) {
    const next = NEXT[(now << 8) | (bytes[i] as number)] as number;
    if (next === INVALID) return failed(now, i);
    now = next;
    i += 1;
  }
  // What is left over here is a fault or a sequence cut by the end, so this loop turns at most four times.
  for (i = skipWholeCharacters(bytes, i, end); i < end; i += 1) {
    const next = NEXT[(now << 8) | (bytes[i] as number)] as number;
    if (next === INVALID) return failed(now, i);
    now = next;
  }
  return now;
}

/** Index of the first character in `bytes[start, end)` that is not both whole and well-formed, or `end`. */
function skipWholeCharacters(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  const lastEight = end - 8;
  while (i < end) {
    const first = bytes[i] as number;
    if (first < 0x80) {
      while (i <= lastEight && isAsciiEight(bytes, i)) i += 8;
      while (i < end && (bytes[i] as number) < 0x80) i += 1;
      continue;
    }
    const second = bytes[i + 1] as number;
    if (first < 0xe0) {
      if (first < 0xc2 || i + 1 >= end || (second & 0xc0) !== 0x80) return i;
      i += 2;
    } else if (first < 0xf0) {
      if (i + 2 >= end || (second & 0xc0) !== 0x80 || ((bytes[i + 2] as number) & 0xc0) !== 0x80) return i;
      if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return i;
      i += 3;
    } else {
      if (first > 0xf4 || i + 3 >= end || (second & 0xc0) !== 0x80) return i;
      if (((bytes[i + 2] as number) & 0xc0) !== 0x80 || ((bytes[i + 3] as number) & 0xc0) !== 0x80) return i;
      if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f)) return i;
      i += 4;
    }
  }
  return i;
}

function isAsciiEight(b: Uint8Array, i: number): boolean {
  const low = (b[i] as number) | (b[i + 1] as number) | (b[i + 2] as number) | (b[i + 3] as number);
  const high = (b[i + 4] as number) | (b[i + 5] as number) | (b[i + 6] as number) | (b[i + 7] as number);
  return (low | high) < 0x80;
}

/** A fault as one number: where, and what was expected there. */
function failed(state: number, index: number): number {
  return -1 - (index * 16 + state);
}

/**
 * The fault behind a negative state. `base` is the index in the text of byte 0 of the array that was checked, so that
 * a fault in a later chunk is told in indexes of the whole text.
 */
export function utf8FaultOf(failure: number, base = 0): Utf8Fault {
  const packed = -1 - failure;
  const state = packed % 16;
  const index = base + Math.floor(packed / 16);
  const kind = state === UTF8_START ? 'invalid-start-byte' : 'invalid-continuation-byte';
  return { kind, index, sequenceStart: index - seen(state) };
}

/** The fault of a text of `length` bytes that ends in `state`, or null where it may end there. */
export function utf8EndFault(state: number, length: number): Utf8Fault | null {
  if (state === UTF8_START) return null;
  return { kind: 'truncated-sequence', index: length, sequenceStart: length - seen(state) };
}

/** Bytes of an unfinished sequence already read in this state: 0 to 3. */
function seen(state: number): number {
  return EXPECT[state]?.[3] ?? 0;
}

/** The first fault of `bytes[start, end)` as a whole text, indexes counted from `start`; null where well-formed. */
export function validateUtf8(bytes: Uint8Array, start = 0, end = bytes.length): Utf8Fault | null {
  const state = advanceUtf8(UTF8_START, bytes, start, end);
  return state < 0 ? utf8FaultOf(state, -start) : utf8EndFault(state, end - start);
}

const lossy = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text of `bytes[start, end)`; every fault becomes U+FFFD, a byte order mark stays. */
export function decodeUtf8(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return lossy.decode(bytes.subarray(start, end));
}

const encoder = new TextEncoder();

/** UTF-8 of a text; a lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}
