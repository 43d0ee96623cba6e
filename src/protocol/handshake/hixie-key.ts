/**
 * `Sec-WebSocket-Key1` and `-Key2` of hixie-76 as a server reads them (§5.2). One scan and one division: the reader uses
 * them plain, `hixie-key-trace.ts` has them write down what they do.
 */

/** The number of a key must fit 32 bits before it is divided (§5.2); a client keeps to it by its choice (§4.1 step 17). */
export const NUMBER_LIMIT = 4_294_967_295;
/** A client puts 1 to 12 spaces into a key (§4.1 step 16). */
export const MOST_SPACES = 12;

/** In the order in which a server comes upon them. The draft has no word for a key without digits; servers refuse it. */
export type KeyProblem = 'no-digits' | 'number-too-big' | 'no-spaces' | 'not-divisible';

export type KeyName = 'key1' | 'key2';

/** What a character is to the scan. Only ASCII digits and U+0020 count. */
export type KeyClass = 'digit' | 'space' | 'noise';

export interface KeyScan {
  /** The digits in order, as one decimal number. */
  readonly digits: string;
  readonly spaces: number;
  /** `digits` as a number; null without digits, and above 2^53-1, where a number would not be exact. */
  readonly number: number | null;
  /** What is left over by the division; null where it cannot be tried. */
  readonly remainder: number | null;
  /** The quotient, 0 to 2^32-1; null where any rule is broken. */
  readonly part: number | null;
  /** A server stops at the first. */
  readonly problems: readonly KeyProblem[];
}

/** A key of a request: what it holds and where it stands. */
export interface KeyReading extends KeyScan {
  readonly name: KeyName;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How many digits and spaces lie before each character; one entry more than characters, the last for the end. */
export interface KeyRecord {
  readonly digits: Uint32Array;
  readonly spaces: Uint32Array;
}

/** One digit of a division on paper. */
export interface DivisionLine {
  /** What the digit before left over. */
  readonly carried: number;
  /** The digit that comes down. */
  readonly digit: number;
  /** Both together: `carried` × 10 + `digit`. */
  readonly dividend: number;
  readonly quotientDigit: number;
  readonly rest: number;
}

export function keyClassOf(code: number): KeyClass {
  if (code >= 0x30 && code <= 0x39) return 'digit';
  return code === 0x20 ? 'space' : 'noise';
}

/** §5.2 steps 4 to 7. Exact however long the key; fills `record` where there is one. */
export function readKey(text: string, record: KeyRecord | null = null): KeyScan {
  let digits = '';
  let spaces = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (record) note(record, at, digits.length, spaces);
    const kind = keyClassOf(text.charCodeAt(at));
    if (kind === 'digit') digits += text.charAt(at);
    if (kind === 'space') spaces += 1;
  }
  if (record) note(record, text.length, digits.length, spaces);
  return judge(digits, spaces);
}

function note(record: KeyRecord, at: number, digits: number, spaces: number): void {
  record.digits[at] = digits;
  record.spaces[at] = spaces;
}

function judge(digits: string, spaces: number): KeyScan {
  // Past 2^53 this is no longer the number, but still on the same side of the limit.
  const near = digits === '' ? null : Number(digits);
  const number = near !== null && Number.isSafeInteger(near) ? near : null;
  const remainder = digits === '' || spaces === 0 ? null : longDivision(digits, spaces);
  const problems: KeyProblem[] = [];
  if (near === null) problems.push('no-digits');
  else if (near > NUMBER_LIMIT) problems.push('number-too-big');
  if (spaces === 0) problems.push('no-spaces');
  if (remainder) problems.push('not-divisible');
  const part = number !== null && problems.length === 0 ? number / spaces : null;
  return { digits, spaces, number, remainder, part, problems };
}

/** What `digits` divided by `divisor` leaves over, digit by digit as on paper: exact however long the number is. */
export function longDivision(digits: string, divisor: number, lines: DivisionLine[] | null = null): number {
  let rest = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const carried = rest;
    const digit = digits.charCodeAt(i) - 0x30;
    const dividend = carried * 10 + digit;
    rest = dividend % divisor;
    if (lines) lines.push({ carried, digit, dividend, quotientDigit: (dividend - rest) / divisor, rest });
  }
  return rest;
}

/** A key as a web page or a chat shows it: one space for each run of them. */
export function collapseSpaces(text: string): string {
  return text.replace(/ +/g, ' ');
}

/**
 * How many spaces the key may have had before something (a web page, a chat) made one of each run: counts above its own
 * that divide the number. Empty where two spaces in a row show that nothing did.
 */
export function spacesBeforeCollapse(scan: KeyScan, text: string): readonly number[] {
  if (scan.spaces === 0 || scan.number === null || scan.number > NUMBER_LIMIT || text.includes('  ')) return [];
  const counts: number[] = [];
  for (let count = scan.spaces + 1; count <= MOST_SPACES; count += 1) {
    if (longDivision(scan.digits, count) === 0) counts.push(count);
  }
  return counts;
}

/** How far each byte of a part is moved down, in the order in which they go into the challenge (§5.2 step 8). */
export const PART_SHIFTS = [24, 16, 8, 0] as const;

/** A part as it goes into the challenge: four bytes, big-endian. */
export function partBytes(part: number): Uint8Array {
  return Uint8Array.from(PART_SHIFTS, (shift) => (part >>> shift) & 0xff);
}

/** The source in which the four bytes of a part lie. */
export function partSource(name: KeyName): string {
  return `${name}/part`;
}
