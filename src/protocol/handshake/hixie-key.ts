/** `Sec-WebSocket-Key1` and `-Key2` of hixie-76: read as a server does (§5.2), made as a client does (§4.1). */

import type { RandomBytes } from './dialect.ts';

/** The divided number must fit 32 bits, and so must the number itself (§5.2 step 6 as servers apply it). */
export const NUMBER_LIMIT = 4_294_967_295;
/** A client puts 1 to 12 spaces into a key (§4.1 step 16). */
export const MOST_SPACES = 12;

export type KeyProblem = 'no-digits' | 'no-spaces' | 'not-divisible' | 'number-too-big';

export interface KeyScan {
  /** The digits in order, as one decimal number. */
  readonly digits: string;
  readonly spaces: number;
  /** `digits` as a number; exact wherever it is not too big. Null without digits. */
  readonly number: number | null;
  /** What is left over by the division; null where it cannot be tried. */
  readonly remainder: number | null;
  /** The quotient, 0 to 2^32-1; null where any rule is broken. */
  readonly part: number | null;
  readonly problems: readonly KeyProblem[];
}

/** A key of a request: what it holds and where it stands. */
export interface KeyReading extends KeyScan {
  readonly name: 'key1' | 'key2';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One character of the scan, with what the scan has gathered once it is behind it. */
export interface KeyStep {
  readonly kind: 'digit' | 'space' | 'noise';
  readonly index: number;
  readonly character: string;
  readonly digits: string;
  readonly spaces: number;
}

/** §5.2 steps 4 to 9, one step a character. */
export function* scanKey(text: string): Generator<KeyStep, KeyScan> {
  let digits = '';
  let spaces = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    const kind = kindOf(text.charCodeAt(index));
    if (kind === 'digit') digits += character;
    if (kind === 'space') spaces += 1;
    yield { kind, index, character, digits, spaces };
  }
  return judge(digits, spaces);
}

function kindOf(code: number): KeyStep['kind'] {
  if (code >= 0x30 && code <= 0x39) return 'digit';
  return code === 0x20 ? 'space' : 'noise';
}

export function readKey(text: string): KeyScan {
  const scan = scanKey(text);
  let step = scan.next();
  while (!step.done) step = scan.next();
  return step.value;
}

function judge(digits: string, spaces: number): KeyScan {
  const number = digits === '' ? null : Number(digits);
  const remainder = digits === '' || spaces === 0 ? null : remainderOf(digits, spaces);
  const problems: KeyProblem[] = [];
  if (number === null) problems.push('no-digits');
  else if (number > NUMBER_LIMIT) problems.push('number-too-big');
  if (spaces === 0) problems.push('no-spaces');
  if (remainder) problems.push('not-divisible');
  const part = number !== null && problems.length === 0 ? number / spaces : null;
  return { digits, spaces, number, remainder, part, problems };
}

/** Digit by digit: exact however long the number is. */
function remainderOf(digits: string, divisor: number): number {
  let rest = 0;
  for (let i = 0; i < digits.length; i += 1) rest = (rest * 10 + digits.charCodeAt(i) - 0x30) % divisor;
  return rest;
}

/**
 * How many spaces the key may have had before something (a web page, a chat) made one of each run: counts above its own
 * that divide the number. Empty where two spaces in a row show that nothing did.
 */
export function spacesBeforeCollapse(scan: KeyScan, text: string): readonly number[] {
  if (scan.spaces === 0 || scan.number === null || scan.number > NUMBER_LIMIT || text.includes('  ')) return [];
  const counts: number[] = [];
  for (let count = scan.spaces + 1; count <= MOST_SPACES; count += 1) {
    if (remainderOf(scan.digits, count) === 0) counts.push(count);
  }
  return counts;
}

/** What a client keeps of a key it made. */
export interface MadeKey {
  readonly text: string;
  readonly spaces: number;
  readonly part: number;
}

/** §4.1 steps 16 to 22: a key from random numbers. */
export function makeKey(random: RandomBytes): MadeKey {
  const spaces = 1 + below(MOST_SPACES, random);
  const part = below(Math.floor(NUMBER_LIMIT / spaces) + 1, random);
  let text = String(part * spaces);
  const noise = 1 + below(12, random);
  for (let i = 0; i < noise; i += 1) text = insert(text, below(text.length + 1, random), noiseCharacter(random));
  // Never first or last, where HTTP would trim them.
  for (let i = 0; i < spaces; i += 1) text = insert(text, 1 + below(text.length - 1, random), ' ');
  return { text, spaces, part };
}

/** U+0021 to U+002F or U+003A to U+007E: printable, no space, no digit. */
function noiseCharacter(random: RandomBytes): string {
  const pick = below(0x0f + 0x45, random);
  return String.fromCharCode(pick < 0x0f ? 0x21 + pick : 0x3a + pick - 0x0f);
}

function insert(text: string, at: number, character: string): string {
  return text.slice(0, at) + character + text.slice(at);
}

/** A number from 0 to `count - 1`, all equally likely as long as the bytes are. */
function below(count: number, random: RandomBytes): number {
  const even = 2 ** 32 - (2 ** 32 % count);
  let value = 0;
  // Bounded, so that a source that always gives the same bytes cannot hold us up.
  for (let attempt = 0; attempt < 64; attempt += 1) {
    const [a = 0, b = 0, c = 0, d = 0] = random(4);
    value = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
    if (value < even) break;
  }
  return value % count;
}

/** A part as it goes into the challenge: four bytes, big-endian. */
export function partBytes(part: number): Uint8Array {
  return Uint8Array.of(part >>> 24, part >>> 16, part >>> 8, part);
}
