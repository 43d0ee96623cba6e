/** What people may change on a stage. A field reads what was typed; what it cannot read, it says why. */

import { fromHex } from '../../protocol/bytes/hex.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';

/** Why a text cannot be used; its words are `learn:problem.<id>`. */
export type ProblemId =
  | 'too-long'
  | 'too-short'
  | 'too-many-bytes'
  | 'too-few-bytes'
  | 'not-hex'
  | 'odd-digits'
  | 'not-latin1'
  | 'line-break'
  | 'edge-space'
  | 'not-base64'
  | 'not-a-number'
  /** More numbers than there may be: `limit`, `found`. */
  | 'too-many-numbers'
  | 'out-of-range'
  | 'not-a-choice'
  | 'no-slash'
  | 'no-such-port'
  /** Can be written, but means nothing at this place. */
  | 'not-allowed'
  /** Base64 of another number of bytes: `limit`, `found`. */
  | 'wrong-size'
  /** Of several lines, one that cannot stand there: `line` (from 1). */
  | 'no-request-line'
  | 'no-status-line'
  | 'not-a-header-line'
  /** A character in one of several lines: `line`, `position`, `character`. */
  | 'not-in-line';

export interface Problem {
  readonly problem: ProblemId;
  /** For the words: `limit`, `found`, `position` (from 1), `character`. */
  readonly values: Readonly<Record<string, string | number>>;
}

export type FieldReading<T> = { readonly value: T } | Problem;

/** One input. Its name stands in the lesson's labels, as `field-<name>`. */
export interface Field<T = unknown> {
  /** `choice` is a list to pick from; its choices have their names in the labels, as `choice-<name>-<choice>`. */
  readonly kind: 'text' | 'lines' | 'bytes' | 'number' | 'slider' | 'choice' | 'length';
  readonly role: ColourRole;
  /** About how many characters wide; the box grows with its column anyhow. */
  readonly width: number;
  readonly choices?: readonly string[];
  /** `length` has a slider besides its box; these are on it, in rising order, and a button each. */
  readonly marks?: readonly bigint[];
  /** Of a slider: both ends, and how far apart its places are; what is typed may lie between them. */
  readonly range?: { readonly least: number; readonly most: number; readonly step: number };
  /** Any string at all, without throwing. */
  read(text: string): FieldReading<T>;
}

export type Fields = Readonly<Record<string, Field>>;

/** What the fields read. */
export type InputsOf<F extends Fields> = { readonly [Name in keyof F]: F[Name] extends Field<infer T> ? T : never };

interface Common {
  readonly role?: ColourRole;
  readonly width?: number;
}

export interface TextRules extends Common {
  /** In characters. */
  readonly least?: number;
  readonly most: number;
  /** For a header value: one byte a character, no line ends, no space at either end. */
  readonly header?: boolean;
  /** A last look, once all else is right. */
  readonly check?: (text: string) => Problem | null;
}

export function textField({ role = 'plain', width = 24, least = 0, most, header, check }: TextRules): Field<string> {
  const read = (text: string): FieldReading<string> => {
    if (text.length > most) return problem('too-long', { limit: most, found: text.length });
    if (text.length < least) return problem('too-short', { limit: least, found: text.length });
    // Half a character has no bytes: neither the wire nor a link can carry it.
    const half = text.search(/\p{Surrogate}/u);
    if (half >= 0) return problem('not-allowed', { position: half + 1, character: '\ufffd' });
    if (header) {
      const wrong = lineProblem(text) ?? (text.trim() === text ? null : problem('edge-space', {}));
      if (wrong !== null) return wrong;
    }
    return check?.(text) ?? { value: text };
  };
  return { kind: 'text', role, width, read };
}

/** What cannot go over the wire as one line: it has one byte a character, and no line end. */
export function lineProblem(text: string): Problem | null {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x0d || code === 0x0a) return problem('line-break', { position: i + 1 });
    if (code < 0x20 || code > 0xff || (code >= 0x7f && code < 0xa0)) {
      const character = String.fromCodePoint(text.codePointAt(i) as number);
      return problem('not-latin1', { position: i + 1, character });
    }
  }
  return null;
}

export interface LinesRules extends Common {
  /** In characters, all lines together. */
  readonly most: number;
  /** A last look, once all characters are right; the lines without their ends. */
  readonly check?: (lines: readonly string[]) => Problem | null;
}

/** A text of several lines for the wire: one byte a character, whatever line ends. Its value has `\n` between the lines. */
export function linesField({ role = 'plain', width = 40, most, check }: LinesRules): Field<string> {
  const read = (text: string): FieldReading<string> => {
    if (text.length > most) return problem('too-long', { limit: most, found: text.length });
    const lines = text.split(/\r\n|\n|\r/);
    for (const [i, line] of lines.entries()) {
      const wrong = lineProblem(line);
      if (wrong !== null) return problem('not-in-line', { ...wrong.values, line: i + 1 });
    }
    return check?.(lines) ?? { value: lines.join('\n') };
  };
  return { kind: 'lines', role, width, read };
}

export interface BytesRules extends Common {
  /** In bytes. */
  readonly least?: number;
  readonly most: number;
}

/** Between bytes: what people and programs write there. */
const BETWEEN = /[\s:,]+|0x/giu;

/** Bytes as hex digits in any case, with or without spaces, colons, commas or `0x` between bytes. */
export function bytesField({ role = 'plain', width = 24, least = 0, most }: BytesRules): Field<Uint8Array> {
  const read = (text: string): FieldReading<Uint8Array> => {
    const blank = text.replace(BETWEEN, (between) => ' '.repeat(between.length));
    const wrong = /[^0-9a-f ]/iu.exec(blank);
    if (wrong !== null) return problem('not-hex', { position: wrong.index + 1, character: wrong[0] });
    const digits = blank.replaceAll(' ', '');
    if (digits.length % 2 === 1) return problem('odd-digits', {});
    const found = digits.length / 2;
    if (found > most) return problem('too-many-bytes', { limit: most, found });
    if (found < least) return problem('too-few-bytes', { limit: least, found });
    return { value: fromHex(digits) ?? new Uint8Array() };
  };
  return { kind: 'bytes', role, width, read };
}

export interface NumberRules extends Common {
  readonly least: number;
  readonly most: number;
}

/** A whole number in decimal digits. */
export function numberField({ role = 'plain', width = 10, least, most }: NumberRules): Field<number> {
  const read = (text: string): FieldReading<number> => {
    const digits = text.trim();
    if (!/^\d{1,20}$/.test(digits)) return problem('not-a-number', {});
    const value = Number(digits);
    return value < least || value > most ? problem('out-of-range', { least, most }) : { value };
  };
  return { kind: 'number', role, width, read };
}

/** The largest payload length: 2^63 - 1 (RFC 6455 section 5.2). */
const LONGEST = 2n ** 63n - 1n;

interface LengthRules extends Common {
  /** In rising order; the smallest and the largest are always there. */
  readonly marks: readonly bigint[];
  readonly least?: bigint;
  readonly most?: bigint;
}

/** A whole number, exact, usually a payload length from 0 to 2^63 - 1: digits, with or without spaces, commas or `_` between; hex after `0x`. */
export function lengthField({
  role = 'length',
  width = 24,
  marks,
  least = 0n,
  most = LONGEST,
}: LengthRules): Field<bigint> {
  const read = (text: string): FieldReading<bigint> => {
    const digits = text.replace(/[\s_,]/gu, '');
    if (!/^(?:\d{1,40}|0x[0-9a-f]{1,32})$/iu.test(digits)) return problem('not-a-number', {});
    const value = BigInt(digits);
    const outside = value < least || value > most;
    return outside ? problem('out-of-range', { least: String(least), most: String(most) }) : { value };
  };
  return { kind: 'length', role, width, marks: [least, ...marks, most], read };
}

/** A whole number with a slider beside its box. */
export function sliderField({ step = 1, ...rules }: NumberRules & { readonly step?: number }): Field<number> {
  return { ...numberField(rules), kind: 'slider', range: { least: rules.least, most: rules.most, step } };
}

/** One of a few. */
export function choiceField<const C extends string>(choices: readonly C[], { role = 'plain' }: Common = {}): Field<C> {
  const read = (text: string): FieldReading<C> => {
    const value = choices.find((choice) => choice === text);
    return value === undefined ? problem('not-a-choice', {}) : { value };
  };
  return { kind: 'choice', role, width: 12, choices, read };
}

export function problem(id: ProblemId, values: Problem['values']): Problem {
  return { problem: id, values };
}
