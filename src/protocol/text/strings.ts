import { isBlank, isWordChar, skipSpace } from './chars.ts';
import { type EscapeRules, scanEscape } from './escapes.ts';
import type { Recorder, Track } from './recorder.ts';
import { lineStart, reportRest } from './rest.ts';

/** How the strings of a language look. */
export interface StringRules extends EscapeRules {
  /** Quote characters that open a string. */
  readonly quotes: string;
  /** `b'…'`, `rb"…"`, `"""…"""`. */
  readonly python: boolean;
  /** What may stand between and around strings without a word about it. */
  readonly around: RegExp;
}

const PYTHON_PREFIX = /^(?:[bB][rR]?|[rR][bB])(?=["'\u2018-\u201f])/;
/** Quotes that word processors and chat programs put in place of the plain ones. */
export const SMART = /[\u2018-\u201f\uff02\uff07]/;

/**
 * String literals one after another: their bytes joined, the code between them passed over where it is code. Characters
 * beyond ASCII inside a string are reported: what bytes they become depends on an encoding that the text does not tell.
 */
export function scanStrings(
  text: string,
  from: number,
  to: number,
  recorder: Recorder,
  track: Track,
  rules: StringRules,
): void {
  let i = from;
  /** Brackets open in the code around the strings. */
  let open = 0;
  let any = false;
  let prefixed = false;
  let nextQuote = -1;
  while (i < to) {
    const c = text.charCodeAt(i);
    if (isBlank(c)) {
      i += 1;
      continue;
    }
    if (any && nextQuote < i) {
      nextQuote = quoteAfter(text, i, to, rules);
      if (nextQuote < 0) {
        // No more strings on this line: what follows must be what such code ends with.
        const end = nextQuoteLine(text, i, to, rules);
        open = reportRest(text, i, end, recorder, open);
        i = end;
        continue;
      }
    }
    const method = any && c === 0x2e ? METHOD.exec(text.slice(i, Math.min(to, i + 100))) : null;
    if (method !== null) {
      i += method[0].length;
      continue;
    }
    const prefix =
      rules.python && (i === from || !isWordChar(text.charCodeAt(i - 1)))
        ? PYTHON_PREFIX.exec(text.slice(i, i + 3))
        : null;
    const quoteAt = i + (prefix?.[0].length ?? 0);
    const quote = text.charAt(quoteAt);
    if (SMART.test(quote)) {
      any = true;
      recorder.problem('invalid-character', quoteAt, 1, { expected: 'quote' });
      i = scanString(text, i, quoteAt, to, recorder, track, rules, false);
      continue;
    }
    if (rules.quotes.includes(quote) && (prefix !== null || isOpening(text, quoteAt))) {
      any = true;
      if (prefix !== null) prefixed = true;
      else if (prefixed) {
        // Among bytes a string without `b` is none of them: an address, an encoding.
        i = otherString(text, i, to, recorder, open);
        continue;
      }
      i = scanString(text, i, quoteAt, to, recorder, track, rules, prefix !== null && /r/i.test(prefix[0]));
      continue;
    }
    const end = between(text, i, to, recorder, rules);
    open = Math.max(0, open + opened(text, i, end));
    i = end;
  }
}

const METHOD = /^\.\w+\([^()\n]*\)/;

/** The next quote on the line, or -1. */
function quoteAfter(text: string, from: number, to: number, rules: StringRules): number {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x0a || c === 0x0d) return -1;
    if (isQuote(text, i, rules)) return i;
  }
  return -1;
}

/** Beginning of the next line that holds a quote, or `to`. */
function nextQuoteLine(text: string, from: number, to: number, rules: StringRules): number {
  for (let i = from; i < to; i++) if (isQuote(text, i, rules)) return lineStart(text, i, from);
  return to;
}

function isQuote(text: string, i: number, rules: StringRules): boolean {
  const c = text.charCodeAt(i);
  return c < 0x80 ? rules.quotes.includes(text.charAt(i)) : SMART.test(text.charAt(i));
}

/** Brackets that a piece of code opens, less those it closes. */
function opened(text: string, from: number, to: number): number {
  let open = 0;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x28 || c === 0x5b || c === 0x7b) open += 1;
    else if (c === 0x29 || c === 0x5d || c === 0x7d) open -= 1;
  }
  return open;
}

function otherString(text: string, i: number, to: number, recorder: Recorder, open: number): number {
  const quote = text.charCodeAt(i);
  let end = i + 1;
  for (; end < to && text.charCodeAt(end) !== 0x0a && text.charCodeAt(end) !== 0x0d; end++) {
    if (text.charCodeAt(end) === quote) {
      end += 1;
      break;
    }
  }
  if (open === 0) recorder.problem('invalid-character', i, end - i, { expected: 'end' });
  return end;
}

function isOpening(text: string, at: number): boolean {
  return (
    at === 0 ||
    !isWordChar(text.charCodeAt(at - 1)) ||
    /(?:^|\W)(?:u8|[bBrRLuU$]|rb|br)$/.test(text.slice(Math.max(0, at - 4), at))
  );
}

/** Code between strings: reported unless it is what such code usually is. */
function between(text: string, i: number, to: number, recorder: Recorder, rules: StringRules): number {
  let end = i;
  while (
    end < to &&
    !isBlank(text.charCodeAt(end)) &&
    !rules.quotes.includes(text.charAt(end)) &&
    !SMART.test(text.charAt(end))
  )
    end += 1;
  if (end === i) end = i + 1;
  if (text.startsWith('/*', i)) {
    const close = text.indexOf('*/', i + 2);
    if (close >= 0) return Math.min(to, close + 2);
    recorder.problem('unterminated', i, 2, { expected: '*/' });
    return to;
  }
  if (text.startsWith('//', i) || (rules.python && text.charAt(i) === '#')) {
    const line = text.indexOf('\n', i);
    return line < 0 ? to : line;
  }
  const piece = text.slice(i, Math.min(end, i + 200));
  if (rules.python && /[bBrR]$/.test(piece) && end < to && piece.length > 1) {
    const prefix = /(?:[bB][rR]?|[rR][bB])$/.exec(piece);
    if (
      prefix !== null &&
      /\W$/.test(piece.slice(0, prefix.index)) &&
      rules.around.test(piece.slice(0, prefix.index))
    ) {
      return i + prefix.index;
    }
  }
  if (!rules.around.test(piece))
    recorder.problem('invalid-character', i, end - i, { expected: 'string', word: piece.slice(0, 40) });
  return end;
}

function scanString(
  text: string,
  start: number,
  quoteAt: number,
  to: number,
  recorder: Recorder,
  track: Track,
  rules: StringRules,
  raw: boolean,
): number {
  const one = text.charAt(quoteAt);
  const triple = rules.python && text.startsWith(one + one + one, quoteAt);
  const closer = triple ? one + one + one : one;
  const quote = one.charCodeAt(0);
  const smart = SMART.test(one);
  const multiline = triple || one === '`';
  let i = quoteAt + closer.length;
  while (i < to) {
    const c = text.charCodeAt(i);
    if (smart && (SMART.test(text.charAt(i)) || rules.quotes.includes(text.charAt(i)))) {
      if (SMART.test(text.charAt(i))) recorder.problem('invalid-character', i, 1, { expected: 'quote' });
      return i + 1;
    }
    if (c === quote && (!triple || text.startsWith(closer, i))) return i + closer.length;
    if (c === 0x5c) {
      if (raw) {
        track.put(c, i, i + 1);
        i += 1;
        if (i < to) i = literal(text, i, recorder, track);
      } else i = scanEscape(text, i, to, recorder, track, rules);
    } else if ((c === 0x0a || c === 0x0d) && !multiline) break;
    else i = literal(text, i, recorder, track);
  }
  recorder.problem('unterminated', start, quoteAt + closer.length - start, { expected: closer });
  return skipSpace(text, i, to);
}

/** A character that stands for itself. */
export function literal(text: string, i: number, recorder: Recorder, track: Track): number {
  const c = text.charCodeAt(i);
  if (c < 0x80) {
    track.put(c, i, i + 1);
    return i + 1;
  }
  const size = (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
  recorder.problem('invalid-character', i, size, { expected: 'ascii' });
  return i + size;
}
