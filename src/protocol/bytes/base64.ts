import { asciiText } from './ascii.ts';

/** RFC 4648 §4 and §5. */
type Base64Alphabet = 'standard' | 'url';

/**
 * `not-base64`: a character outside the alphabet. `bad-padding`: the characters are right, but their number or the
 * `=` at the end is not.
 */
type Base64Problem = 'not-base64' | 'bad-padding';

/** What a reader made of a text. */
interface Base64Reading {
  /** What could be read before the problem; all of it where there is none. */
  readonly bytes: Uint8Array;
  readonly problem: Base64Problem | null;
  /** UTF-16 code unit at which the problem shows (the text's length where something is missing), or -1. */
  readonly position: number;
  /**
   * The bits of the last character that belong to no byte, 0 to 15. RFC 4648 §3.5 wants zero; decoders differ on
   * whether they care, so it is not a problem here but a fact.
   */
  readonly padBits: number;
}

interface Base64Options {
  /** `either` takes both pairs of special characters, mixed too. Standard where absent. */
  readonly alphabet?: Base64Alphabet | 'either';
  /** `optional` also takes a text that ends without its `=`. Required where absent. */
  readonly padding?: 'required' | 'optional';
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const NONE = 0xff;
const EQUALS = 0x3d;

const CODES = { standard: codesOf('+/'), url: codesOf('-_') } as const;
const VALUES = {
  standard: valuesOf(CODES.standard),
  url: valuesOf(CODES.url),
  either: valuesOf(CODES.standard, CODES.url),
} as const;

function codesOf(specials: string): Uint8Array {
  return Uint8Array.from(LETTERS + specials, (character) => character.charCodeAt(0));
}

function valuesOf(...alphabets: readonly Uint8Array[]): Uint8Array {
  const values = new Uint8Array(128).fill(NONE);
  for (const codes of alphabets) {
    codes.forEach((code, value) => {
      values[code] = value;
    });
  }
  return values;
}

/** The character that stands for a value of six bits (RFC 4648 table 1). */
export function base64Letter(value: number): string {
  return String.fromCharCode(CODES.standard[value & 63] as number);
}

/** Base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  return encode(bytes, CODES.standard, true);
}

/** Base64url (RFC 4648 §5), without padding unless asked for. */
export function toBase64Url(bytes: Uint8Array, padded = false): string {
  return encode(bytes, CODES.url, padded);
}

/** Up to this many characters, handing them over as arguments beats filling an array and decoding it. */
const SHORT = 64;

function encode(bytes: Uint8Array, letters: Uint8Array, padded: boolean): string {
  const rest = bytes.length % 3;
  const size = ((bytes.length - rest) / 3) * 4 + (rest === 0 ? 0 : padded ? 4 : rest + 1);
  if (size > SHORT) {
    const codes = new Uint8Array(size);
    writeLetters(bytes, letters, codes);
    return asciiText(codes);
  }
  const codes = new Array<number>(size);
  writeLetters(bytes, letters, codes);
  return String.fromCharCode(...codes);
}

/** The group of three bytes at `at` as one 24-bit number; bytes that are not there are zero (RFC 4648 §4). */
export function base64Group(bytes: Uint8Array, at: number): number {
  const third = at + 2 < bytes.length ? (bytes[at + 2] as number) : 0;
  const second = at + 1 < bytes.length ? (bytes[at + 1] as number) : 0;
  return ((bytes[at] as number) << 16) | (second << 8) | third;
}

/** Six bits of a group: `slot` 0 has the top ones, 3 the lowest. */
export function base64Sextet(group: number, slot: number): number {
  return (group >>> (18 - 6 * slot)) & 63;
}

/** Fills `codes` with character codes: letters, then `=` as far as it goes. */
function writeLetters(bytes: Uint8Array, letters: Uint8Array, codes: Uint8Array | number[]): void {
  const rest = bytes.length % 3;
  const whole = bytes.length - rest;
  let at = 0;
  for (let i = 0; i < whole; i += 3) {
    const group = base64Group(bytes, i);
    codes[at] = letters[base64Sextet(group, 0)] as number;
    codes[at + 1] = letters[base64Sextet(group, 1)] as number;
    codes[at + 2] = letters[base64Sextet(group, 2)] as number;
    codes[at + 3] = letters[base64Sextet(group, 3)] as number;
    at += 4;
  }
  if (rest === 0) return;
  const group = base64Group(bytes, whole);
  codes.fill(EQUALS, at);
  // One byte fills two letters, two bytes three.
  for (let slot = 0; slot <= rest; slot += 1) codes[at + slot] = letters[base64Sextet(group, slot)] as number;
}

/**
 * Reads base64 strictly: no white space, no characters of another alphabet, `=` only where it belongs. Never throws.
 * A text with both kinds of problem is `not-base64`, at its first foreign character.
 */
export function fromBase64(text: string, options: Base64Options = {}): Base64Reading {
  const values = VALUES[options.alphabet ?? 'standard'];
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === EQUALS) end -= 1;

  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let at = 0;
  let bits = 0;
  let held = 0;
  let strayEquals = -1;
  for (let i = 0; i < end; i += 1) {
    const code = text.charCodeAt(i);
    const value = code < 128 ? (values[code] as number) : NONE;
    if (value === NONE) {
      if (code !== EQUALS) return reading(bytes.subarray(0, at), 'not-base64', i, 0);
      if (strayEquals < 0) strayEquals = i;
    } else if (strayEquals < 0) {
      bits = ((bits << 6) | value) & 0xfff;
      held += 6;
      if (held >= 8) {
        held -= 8;
        bytes[at] = bits >>> held;
        at += 1;
      }
    }
  }
  const read = bytes.subarray(0, at);
  if (strayEquals >= 0) return reading(read, 'bad-padding', strayEquals, 0);

  // A last group of one character holds six bits: no byte fits, whatever follows.
  if (end % 4 === 1) return reading(read, 'bad-padding', end, 0);
  const padBits = bits & ((1 << held) - 1);
  const due = (4 - (end % 4)) % 4;
  const found = text.length - end;
  if (found === due || (found === 0 && options.padding === 'optional')) return reading(read, null, -1, padBits);
  return reading(read, 'bad-padding', found > due ? end + due : text.length, padBits);
}

function reading(bytes: Uint8Array, problem: Base64Problem | null, position: number, padBits: number): Base64Reading {
  return { bytes, problem, position, padBits };
}
