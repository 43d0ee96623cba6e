import { classOf, isBlank, isDecimalDigit, isHexDigit, isLetter, isWordChar, lineEnd } from './chars.ts';
import type { Recorder, Track } from './recorder.ts';

/** Which literals a list may hold. */
export interface NumberRules {
  /** `010` is eight, as in C; otherwise ten. */
  readonly octal: boolean;
  /** One `0x` may stand before many digits: `0x818374bd`. */
  readonly wide: boolean;
  /** `#` begins a comment. */
  readonly hash: boolean;
}

/**
 * Numbers between `from` and `to`, a byte each: `0x81`, `129`, `-127` (a signed byte), `0b10000001`, `'H'`, with casts
 * and suffixes of C, Java, Go and Rust, separated by commas or blanks, with comments.
 */
export function scanNumbers(
  text: string,
  from: number,
  to: number,
  recorder: Recorder,
  track: Track,
  rules: NumberRules,
): void {
  let i = from;
  let commaAt = -1;
  while (i < to) {
    const c = text.charCodeAt(i);
    if (c >= 0x30 && c <= 0x39) {
      const end = plainNumber(text, i, to, rules.octal);
      if (end > 0) {
        track.put(plainValue, i, end);
        commaAt = -1;
        i = end;
        continue;
      }
    }
    if (c === 0x2c) {
      if (commaAt >= 0) recorder.problem('invalid-character', i, 1, { expected: 'number' });
      commaAt = i;
      i += 1;
      continue;
    }
    if (isBlank(c) || isBracket(c) || c === 0x3b) {
      i += 1;
      continue;
    }
    const skipped = skipComment(text, i, to, recorder, rules.hash);
    if (skipped > i) {
      i = skipped;
      continue;
    }
    if (c === 0x22) {
      const key = /^"(\d{1,9})"\s*:/.exec(text.slice(i, Math.min(to, i + 40)));
      if (key !== null) {
        if (Number(key[1]) !== track.length) {
          recorder.problem('offset-mismatch', i + 1, (key[1] as string).length, {
            expected: track.length,
            found: Number(key[1]),
          });
        }
        i += key[0].length;
        continue;
      }
    }
    if (c === 0x22 || c === 0x27 || c === 0x60) {
      // `'0x81'`: what printing a list of such strings leaves.
      const quoted = /^(["'`])0x[0-9a-f]+\1/i.exec(text.slice(i, Math.min(to, i + 40)));
      if (quoted !== null) {
        scanNumber(text, i + 1, i + quoted[0].length - 1, recorder, track, rules);
        commaAt = -1;
        i += quoted[0].length;
        continue;
      }
    }
    if (c === 0x28) {
      const cast = /^\(\s*(?:unsigned |signed )?[A-Za-z_]\w*\s*\)/.exec(text.slice(i, Math.min(to, i + 40)));
      i += cast === null ? 1 : cast[0].length;
      continue;
    }
    if (c === 0x29) {
      i += 1;
      continue;
    }
    commaAt = -1;
    i = scanNumber(text, i, to, recorder, track, rules);
  }
}

/** What `plainNumber` read. */
let plainValue = 0;

/**
 * The common case without slices: `129` or `0x81` with a separator behind it. Returns its end and sets `plainValue`, or
 * 0 where the literal needs a closer look.
 */
function plainNumber(text: string, i: number, to: number, octal: boolean): number {
  let at = i;
  let value = 0;
  if (text.charCodeAt(i) === 0x30 && i + 1 < to) {
    const next = text.charCodeAt(i + 1);
    if ((next | 0x20) === 0x78) {
      const a = classOf(text.charCodeAt(i + 2));
      const b = classOf(text.charCodeAt(i + 3));
      if (a > 15 || b > 15 || i + 4 > to) return 0;
      value = a * 16 + b;
      at = i + 4;
      if (at < to && !ends(text.charCodeAt(at))) return 0;
      plainValue = value;
      return at;
    }
    if (octal && next >= 0x30 && next <= 0x39) return 0;
  }
  for (; at < to; at++) {
    const d = text.charCodeAt(at) - 0x30;
    if (!(d >= 0 && d <= 9)) break;
    value = value * 10 + d;
    if (value > 255) return 0;
  }
  if (at < to && !ends(text.charCodeAt(at))) return 0;
  plainValue = value;
  return at;
}

/** Comma, blank, line end or a closing bracket. */
function ends(c: number): boolean {
  return c === 0x2c || c === 0x5d || c === 0x7d || isBlank(c);
}

/** `[ ] { } < >` */
function isBracket(c: number): boolean {
  return c === 0x5b || c === 0x5d || c === 0x7b || c === 0x7d || c === 0x3c || c === 0x3e;
}

/** End of the comment that starts here, or the same position. */
export function skipComment(text: string, i: number, to: number, recorder: Recorder, hash: boolean): number {
  const c = text.charCodeAt(i);
  if (hash && c === 0x23) return lineEnd(text, i, to);
  if (c !== 0x2f) return i;
  const next = text.charCodeAt(i + 1);
  if (next === 0x2f) return lineEnd(text, i, to);
  if (next !== 0x2a) return i;
  const close = text.indexOf('*/', i + 2);
  if (close >= 0 && close + 2 <= to) return close + 2;
  recorder.problem('unterminated', i, 2, { expected: '*/' });
  return to;
}

/** A decimal point inside a number: no byte has one. */
function isPoint(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x2e && isDecimalDigit(text.charCodeAt(at + 1));
}

const SUFFIX = /^(?:[uU]?(?:8|16|32|64)|[uU][lL]{0,2}|[lL]{1,2}[uU]?|i8|_?u8|n)$/;

/** One literal at `i`. Returns where it ends; always moves on. */
function scanNumber(text: string, i: number, to: number, recorder: Recorder, track: Track, rules: NumberRules): number {
  const c = text.charCodeAt(i);
  if (c === 0x27 || ((c === 0x62 || c === 0x4c || c === 0x75) && text.charCodeAt(i + 1) === 0x27)) {
    const literal = charLiteral(text, i, to);
    if (literal !== null) {
      track.put(literal.byte, i, literal.end);
      return literal.end;
    }
  }
  if (c === 0x2e && text.charCodeAt(i + 1) === 0x2e) return ellipsis(text, i, to, recorder);
  const negative = c === 0x2d;
  const first = negative ? i + 1 : i;
  if (!isDecimalDigit(text.charCodeAt(first))) return badToken(text, i, to, recorder);
  let end = first;
  while (end < to && (isWordChar(text.charCodeAt(end)) || isPoint(text, end))) end += 1;
  if (text.charCodeAt(first) === 0x30 && (text.charCodeAt(first + 1) | 0x20) === 0x78 && !negative) {
    return scanHexLiteral(text, i, end, recorder, track, rules);
  }
  const body = text.slice(first, end);
  let radix = 10;
  let digitsAt = first;
  if (/^0[bB]/.test(body)) {
    radix = 2;
    digitsAt = first + 2;
  } else if (/^0[oO]/.test(body)) {
    radix = 8;
    digitsAt = first + 2;
  } else if (rules.octal && /^0\d/.test(body)) radix = 8;
  let value = 0;
  let digits = 0;
  let at = digitsAt;
  for (; at < end; at++) {
    const d = text.charCodeAt(at) - 0x30;
    if (text.charCodeAt(at) === 0x5f && digits > 0) continue;
    if (d < 0 || d >= radix) break;
    value = Math.min(value * radix + d, 1e15);
    digits += 1;
  }
  if (digits === 0 || (at < end && !SUFFIX.test(text.slice(at, end)))) {
    recorder.problem('invalid-character', Math.min(at, end - 1), 1, {
      expected: radix === 10 ? 'digit' : `digit-${radix}`,
    });
    return end;
  }
  const signed = negative ? -value : value;
  if (signed > 255 || signed < -128) {
    recorder.problem('value-out-of-range', i, end - i, { value: text.slice(i, Math.min(end, i + 40)), expected: 255 });
    return end;
  }
  track.put(signed & 255, i, end);
  return end;
}

function scanHexLiteral(
  text: string,
  i: number,
  end: number,
  recorder: Recorder,
  track: Track,
  rules: NumberRules,
): number {
  let at = i + 2;
  let value = 0;
  while (at < end && isHexDigit(text.charCodeAt(at))) {
    value = Math.min(value * 16 + classOf(text.charCodeAt(at)), 1e15);
    at += 1;
  }
  const digits = at - i - 2;
  const rest = text.slice(at, end);
  if (digits === 0 || (rest !== '' && !SUFFIX.test(rest))) {
    recorder.problem('invalid-character', Math.min(at, text.length), 1, { expected: 'hex-digit' });
    return Math.max(end, i + 2);
  }
  if (rules.wide && digits > 2) {
    const pairs = digits >> 1;
    for (let k = 0; k < pairs; k++) {
      const p = i + 2 + 2 * k;
      track.put(classOf(text.charCodeAt(p)) * 16 + classOf(text.charCodeAt(p + 1)), p, p + 2);
    }
    if (digits % 2 === 1) recorder.problem('odd-digits', at - 1, 1, { digits });
    return end;
  }
  if (value > 255) {
    recorder.problem('value-out-of-range', i, end - i, { value: text.slice(i, Math.min(end, i + 40)), expected: 255 });
    return end;
  }
  track.put(value, i, end);
  return end;
}

const SIMPLE: Readonly<Record<string, number>> = {
  n: 10,
  r: 13,
  t: 9,
  '0': 0,
  '\\': 92,
  "'": 39,
  '"': 34,
  a: 7,
  b: 8,
  f: 12,
  v: 11,
};

/** `'H'`, `b'H'`, `'\n'`, `'\x81'`; null where it is none of these. */
function charLiteral(text: string, i: number, to: number): { byte: number; end: number } | null {
  const match = /^[bLu]?'(?:\\x([0-9a-fA-F]{1,2})|\\([nrt0\\'"abfv])|([ -&(-[\]-~]))'/.exec(
    text.slice(i, Math.min(to, i + 8)),
  );
  if (match === null) return null;
  const [whole, hex, simple, plain] = match;
  const byte =
    hex !== undefined ? Number.parseInt(hex, 16) : simple !== undefined ? SIMPLE[simple] : plain?.charCodeAt(0);
  return byte === undefined ? null : { byte, end: i + whole.length };
}

/** `... 100 more items`: the program that printed the list left some out. */
export function ellipsis(text: string, i: number, to: number, recorder: Recorder): number {
  const match = /^\.{2,}(?:\s*(\d+) more (?:items?|bytes?))?/.exec(text.slice(i, Math.min(to, i + 60)));
  const length = match?.[0].length ?? 1;
  recorder.problem('unterminated', i, length, match?.[1] === undefined ? {} : { missing: Number(match[1]) });
  return i + length;
}

/** Something that is no number: reported whole, up to the next separator. */
function badToken(text: string, i: number, to: number, recorder: Recorder): number {
  let end = i + 1;
  if (isLetter(text.charCodeAt(i))) while (end < to && isWordChar(text.charCodeAt(end))) end += 1;
  else {
    while (
      end < to &&
      !isBlank(text.charCodeAt(end)) &&
      !isWordChar(text.charCodeAt(end)) &&
      text.charCodeAt(end) !== 0x2c
    ) {
      end += 1;
    }
  }
  recorder.problem('invalid-character', i, end - i, { expected: 'number', word: text.slice(i, Math.min(end, i + 40)) });
  return end;
}
