import { bitsShare } from './bits.ts';
import { BLANK, CLASS, classOf, isHexDigit, isLetter, isWordChar, lineEnd, NEWLINE, OTHER } from './chars.ts';
import { type Look, lookAt, shareOfTokens } from './look.ts';
import { hasOffsets } from './offsets.ts';
import { callOf, eachLine, prefixesOf } from './prefix.ts';
import type { Claim, Importer } from './reading.ts';
import { type Recorder, readWith, type Track } from './recorder.ts';
import { openBefore, reportRest } from './rest.ts';

/** Where the last fast run stopped; a pair of results without an object. */
let stopped = 0;

/** Digits without separators, four characters a turn. Returns the new byte count, sets `stopped`. */
function solidRun(text: string, from: number, to: number, bytes: Uint8Array, count: number): number {
  const table = CLASS;
  const last = to - 4;
  let n = count;
  let i = from;
  while (i <= last) {
    const a = text.charCodeAt(i);
    const b = text.charCodeAt(i + 1);
    const c = text.charCodeAt(i + 2);
    const d = text.charCodeAt(i + 3);
    if ((a | b | c | d) > 255) break;
    const p = table[a] as number;
    const q = table[b] as number;
    const r = table[c] as number;
    const s = table[d] as number;
    if ((p | q | r | s) > 15) break;
    bytes[n] = (p << 4) | q;
    bytes[n + 1] = (r << 4) | s;
    n += 2;
    i += 4;
  }
  stopped = i;
  return n;
}

/** Pairs with one blank, colon, dash or comma after each, two pairs a turn. As `solidRun`. */
function spacedRun(text: string, from: number, to: number, bytes: Uint8Array, count: number, gap: number): number {
  const table = CLASS;
  const last = to - 6;
  let n = count;
  let i = from;
  while (i <= last) {
    if (text.charCodeAt(i + 2) !== gap || text.charCodeAt(i + 5) !== gap) break;
    const a = text.charCodeAt(i);
    const b = text.charCodeAt(i + 1);
    const c = text.charCodeAt(i + 3);
    const d = text.charCodeAt(i + 4);
    if ((a | b | c | d) > 255) break;
    const p = table[a] as number;
    const q = table[b] as number;
    const r = table[c] as number;
    const s = table[d] as number;
    if ((p | q | r | s) > 15) break;
    bytes[n] = (p << 4) | q;
    bytes[n + 1] = (r << 4) | s;
    n += 2;
    i += 6;
  }
  stopped = i;
  return n;
}

/**
 * Hexadecimal digits, two a byte, with or without separators: blanks, line ends, `:` `-` `,` `;` `_`, brackets and
 * quotes around them, and comments (`/* *\/`, `//`, `#`).
 */
export function scanHex(text: string, from: number, to: number, recorder: Recorder, track: Track): void {
  track.reserve(((to - from) >> 1) + 1);
  const table = CLASS;
  const bytes = track.bytes;
  const starts = track.starts;
  const spans = track.spans;
  let n = track.length;
  let i = from;
  let tokenAt = from;
  while (i < to) {
    if (starts === null) {
      const gap = text.charCodeAt(i + 2);
      if (gap === 0x20 || gap === 0x3a || gap === 0x2d || gap === 0x2c) {
        n = spacedRun(text, i, to, bytes, n, gap);
        if (stopped > i) tokenAt = stopped;
      } else n = solidRun(text, i, to, bytes, n);
      i = stopped;
      if (i >= to) break;
    }
    const c = text.charCodeAt(i);
    const high = c < 256 ? (table[c] as number) : classOf(c);
    if (high < 16) {
      const d = i + 1 < to ? text.charCodeAt(i + 1) : 0;
      const low = d < 256 ? (table[d] as number) : OTHER;
      if (low < 16) {
        bytes[n] = (high << 4) | low;
        if (starts !== null && spans !== null) {
          starts[n] = i;
          spans[n] = 2;
        }
        n += 1;
        i += 2;
        continue;
      }
    } else if (high === BLANK || high === NEWLINE) {
      i += 1;
      tokenAt = i;
      continue;
    }
    track.length = n;
    const next = oddPlace(text, i, tokenAt, to, recorder, track);
    n = track.length;
    i = next.position;
    tokenAt = next.tokenAt;
  }
  track.length = n;
}

interface Place {
  position: number;
  tokenAt: number;
}

/** Everything that is not a pair of digits or a blank. Returns where reading goes on. */
function oddPlace(text: string, i: number, tokenAt: number, to: number, recorder: Recorder, track: Track): Place {
  const c = text.charCodeAt(i);
  const next = i + 1 < to ? text.charCodeAt(i + 1) : -1;
  if (c === 0x2f && next === 0x2a) {
    const close = text.indexOf('*/', i + 2);
    if (close < 0 || close + 2 > to) {
      recorder.problem('unterminated', i, 2, { expected: '*/' });
      return at(to);
    }
    return at(close + 2);
  }
  if ((c === 0x2f && next === 0x2f) || c === 0x23) return at(lineEnd(text, i, to));
  if (isSeparator(c) || (c === 0x2e && isHexDigit(next) && i > tokenAt)) return at(i + 1);
  // A prefix that some notations put before each byte or before all of them.
  if (c === 0x30 && (next | 0x20) === 0x78 && isHexDigit(text.charCodeAt(i + 2))) return at(i + 2);
  return badPlace(text, i, tokenAt, to, recorder, track);
}

function at(position: number): Place {
  return { position, tokenAt: position };
}

/** `: - , ; _ " '` and brackets. */
function isSeparator(c: number): boolean {
  switch (c) {
    case 0x3a:
    case 0x2d:
    case 0x2c:
    case 0x3b:
    case 0x5f:
    case 0x22:
    case 0x27:
    case 0x60:
    case 0x3c:
    case 0x3e:
    case 0x5b:
    case 0x5d:
    case 0x28:
    case 0x29:
    case 0x7b:
    case 0x7d:
      return true;
    default:
      return false;
  }
}

function endsToken(text: string, i: number, to: number): boolean {
  if (i >= to) return true;
  const c = text.charCodeAt(i);
  const kind = classOf(c);
  return kind === BLANK || kind === NEWLINE || isSeparator(c) || c === 0x23;
}

/**
 * A digit without a partner, or a character that belongs to no byte. A word is reported as a word, from its first
 * letter, even where that letter could be a digit; a wrong digit is reported by itself.
 */
function badPlace(text: string, i: number, tokenAt: number, to: number, recorder: Recorder, track: Track): Place {
  const c = text.charCodeAt(i);
  const half = isHexDigit(c);
  if (half && endsToken(text, i + 1, to)) {
    recorder.problem('odd-digits', i, 1, { digits: i + 1 - tokenAt });
    return { position: i + 1, tokenAt };
  }
  const word = wordAt(text, tokenAt, i, to);
  if (word > 0) {
    track.length -= (i - tokenAt) >> 1;
    recorder.problem('invalid-character', tokenAt, word - tokenAt, {
      expected: 'hex-digit',
      word: text.slice(tokenAt, Math.min(word, tokenAt + 40)),
    });
    return at(word);
  }
  let bad = half ? i + 1 : i;
  const first = bad;
  while (bad < to && !endsToken(text, bad, to) && !isHexDigit(text.charCodeAt(bad)) && text.charCodeAt(bad) !== 0x2f) {
    bad += 1;
  }
  if (bad === first) bad += 1;
  recorder.problem('invalid-character', first, bad - first, { expected: 'hex-digit' });
  // The wrong character stands for a digit, or was put in between: what follows tells by its number of digits.
  let run = bad;
  while (run < to && isHexDigit(text.charCodeAt(run))) run += 1;
  const odd = (run - bad) % 2 === 1;
  if (half && odd) {
    track.put(digit(c) * 16 + digit(text.charCodeAt(bad)), i, bad + 1);
    return { position: bad + 1, tokenAt };
  }
  return { position: odd && bad - first === 1 ? bad + 1 : bad, tokenAt };
}

function digit(code: number): number {
  return classOf(code) & 15;
}

/** End of the word that starts at `tokenAt` and holds the character at `i`, or 0 where it is no word. */
function wordAt(text: string, tokenAt: number, i: number, to: number): number {
  if (i - tokenAt > 40 || !isLetter(text.charCodeAt(tokenAt))) return 0;
  let end = tokenAt;
  let strange = 0;
  let plain = true;
  while (end < to && isWordChar(text.charCodeAt(end))) {
    const c = text.charCodeAt(end);
    if (!isHexDigit(c)) strange += 1;
    if (!isLetter(c)) plain = false;
    end += 1;
  }
  if (end <= i) return 0;
  if (!isHexDigit(text.charCodeAt(tokenAt)) && end - tokenAt > 2) return end;
  return (plain && strange > 0 && end - tokenAt > 2) || strange > 1 ? end : 0;
}

/** Numbers below 256 may be decimal. A leading zero before one digit, or two digits everywhere, speak for pairs. */
function amongNumbers(tokens: readonly string[], commas: boolean, score: number): number {
  const zeros = tokens.some((token) => /^0\d$/.test(token));
  const others = tokens.filter((token) => token.length !== 2);
  if (zeros) return Math.max(score, 0.7);
  if (others.length === 0) return commas ? 0.72 : score;
  const oneHalf = others.length === 1 && (others[0] as string).length === 1 && !commas;
  return oneHalf ? score : Math.min(score, 0.4);
}

function judge(look: Look): Claim {
  const form = 'hex';
  const { bare, tokens } = look;
  if (tokens.length === 0) return { form, score: 0, reasons: [] };
  if (callOf(look.head) !== null) return { form, score: 0.96, reasons: ['hex-call'] };
  const clean = tokens.map((token) => token.replace(/^["'`<([{]+|["'`>)\]}]+$/g, '')).filter((token) => token !== '');
  const pairs = shareOfTokens(clean, /^(?:[0-9a-f]{2})+$/i);
  const digits = shareOfTokens(clean, /^[0-9a-f]+$/i);
  const reasons: string[] = [];
  let score = 0.9 * pairs ** 0.5;
  if (pairs === 1) reasons.push('hex-pairs-only');
  else if (pairs >= 0.5) reasons.push('hex-pairs-mostly');
  else if (digits === 1) {
    score = 0.5;
    reasons.push('hex-digits-odd');
  } else if (clean.length === 1) {
    // One long run with a fault in it.
    const only = clean[0] as string;
    const share = only.replace(/[^0-9a-f]/gi, '').length / only.length;
    if (share > 0.85 && only.length >= 4 && /\d/.test(only)) {
      score = 0.55;
      reasons.push('hex-digits-mostly');
    }
  } else if (pairs < 0.3) {
    score *= 0.3;
    const solid = clean.join('');
    const share = solid.replace(/[^0-9a-f]/gi, '').length / Math.max(1, solid.length);
    if (share >= 0.9 && solid.length >= 12 * clean.length && /\d/.test(solid)) {
      score = 0.55;
      reasons.push('hex-digits-mostly');
    } else if (share > 0.6 && /\d/.test(solid) && clean.every((token) => token.length <= 4)) {
      score = 0.35;
      reasons.push('hex-digits-mostly');
    }
  }
  if (clean.length > 0 && clean.every((token) => /^0b[01]{1,8}$/i.test(token))) score = 0.3;
  if (/^(?:[a-f]+\s*)+$/i.test(bare)) {
    score *= 0.8;
    reasons.push('letters-only');
  }
  if (clean.length > 1 && clean.every((token) => /^\d{1,3}$/.test(token) && Number(token) < 256)) {
    score = amongNumbers(clean, /,/.test(bare), score);
  }
  if (bitsShare(look) === 1) score = Math.min(score, 0.6);
  if (hasOffsets(look)) score = Math.min(score, 0.4);
  return { form, score: Math.min(score, 0.95), reasons };
}

export const hex: Importer & { judge(look: Look): Claim } = {
  form: 'hex',
  judge,
  claim: (text) => judge(lookAt(text)),
  read: (text) =>
    readWith('hex', text, (t, recorder) => {
      const track = recorder.track(null, (t.length >> 1) + 1);
      const call = callOf(t);
      const prefixes = call === null ? prefixesOf(t) : null;
      if (call !== null) {
        scanHex(t, call.from, call.to, recorder, track);
        reportRest(t, call.to + 1, t.length, recorder, openBefore(t, call.from));
      } else if (prefixes === null) scanHex(t, 0, t.length, recorder, track);
      else eachLine(t, prefixes, (from, to) => scanHex(t, from, to, recorder, track));
    }),
};
