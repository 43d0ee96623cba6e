import { BLANK, classOf, isHexDigit, isPrompt, lineEnd, nextLine, skipBlanks } from './chars.ts';
import { misfit } from './gutter.ts';
import { type Look, lookAt } from './look.ts';
import type { Claim, FormId, Importer } from './reading.ts';
import { type Recorder, readWith } from './recorder.ts';
import { isBare, scanChars } from './words-chars.ts';
import { layoutOf, SIZE, type Unit } from './words-layout.ts';

const MAX_REPEAT = 1 << 24;

function scanWords(text: string, recorder: Recorder): void {
  const look = lookAt(text);
  if (isBare(look)) {
    for (let i = 0; i < text.length; ) {
      const end = lineEnd(text, i, text.length);
      // Nothing tells how many lines a `*` stands for.
      if (text.charCodeAt(i) === 0x2a) recorder.problem('unterminated', i, 1, { expected: 'offset' });
      else scanChars(text, i, end, recorder, -1);
      i = nextLine(text, end, text.length);
    }
    return;
  }
  const layout = layoutOf(look) ?? { unit: 'x1', radix: 8, shift: 0 };
  const { unit, radix } = layout;
  const size = SIZE[unit];
  const track = recorder.track(null, (text.length >> 1) + 16);
  let expected = layout.shift;
  let starAt = -1;
  let rowAt = 0;
  let rowLength = 0;
  let ended = false;
  let i = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (; i < text.length; i = nextLine(text, lineEnd(text, i, text.length), text.length)) {
    const end = lineEnd(text, i, text.length);
    const begin = skipBlanks(text, i, end);
    if (begin === end) continue;
    if (text.charCodeAt(begin) === 0x2a && skipBlanks(text, begin + 1, end) === end && rowLength > 0) {
      starAt = begin;
      continue;
    }
    let at = begin;
    let offset = 0;
    while (at < end && isHexDigit(text.charCodeAt(at)) && classOf(text.charCodeAt(at)) < radix) {
      offset = offset * radix + classOf(text.charCodeAt(at));
      at += 1;
    }
    if (at - begin < 5 || (at < end && classOf(text.charCodeAt(at)) !== BLANK)) {
      if (!isPrompt(text, i, end)) recorder.problem('invalid-character', begin, end - begin, { expected: 'offset' });
      continue;
    }
    if (starAt >= 0) {
      const missing = offset - expected;
      if (missing > 0 && missing <= MAX_REPEAT && missing % rowLength === 0) {
        track.reserve(missing);
        for (let k = 0; k < missing; k++) {
          track.bytes[track.length + k] = track.bytes[rowAt + (k % rowLength)] as number;
          track.mark(track.length + k, starAt, starAt + 1);
        }
        track.length += missing;
        expected = offset;
      }
      starAt = -1;
    }
    const first = skipBlanks(text, at, end);
    const short = expected - offset;
    if (first === end && short > 0 && short < size && track.length >= short) {
      // The last word is not full: the program padded it with zeros, and only the final offset tells.
      track.length -= short;
      expected = offset;
    }
    if (offset !== expected || ended)
      recorder.problem('offset-mismatch', begin, at - begin, { expected, found: offset });
    ended = first === end;
    if (first === end) continue;
    rowAt = track.length;
    const cells =
      unit === 'c'
        ? scanChars(text, at, end, recorder, offsetAfter(text, end, radix) - offset)
        : scanCells(text, first, end, recorder, unit, rowAt);
    rowLength = track.length - rowAt;
    expected = offset + cells * size;
  }
  if (starAt >= 0) recorder.problem('unterminated', starAt, 1, { expected: 'offset' });
}

/** The offset of the line behind the one that ends at `end`; -1 where there is none. */
function offsetAfter(text: string, end: number, radix: number): number {
  const next = nextLine(text, end, text.length);
  const digits = /^\s*([0-9a-f]{5,16})(?:\s|$)/i.exec(text.slice(next, next + 24))?.[1];
  return digits === undefined ? -1 : Number.parseInt(digits, radix);
}

/** Digits of a hexadecimal cell. */
const DIGITS: Readonly<Partial<Record<Unit, number>>> = { x1: 2, x2: 4, x4: 8, x8: 16 };

/** Cells with blanks between them. Returns how many there were, readable or not. */
function scanCells(text: string, first: number, end: number, recorder: Recorder, unit: Unit, rowAt: number): number {
  const track = recorder.track();
  const size = SIZE[unit];
  const width = DIGITS[unit];
  const radix = width !== undefined ? 16 : unit === 'o1' || unit === 'o2' ? 8 : 10;
  const least = unit === 's1' ? -128 : 0;
  const most = unit === 's1' ? 127 : 256 ** size - 1;
  let cells = 0;
  let i = first;
  while (i < end) {
    if (text.charCodeAt(i) === 0x3e && unit === 'x1') {
      const close = text.lastIndexOf('<', end);
      const bad = misfit(text, i + 1, close > i ? close : end, track.bytes, rowAt, track.length - rowAt, false);
      if (bad >= 0) recorder.problem('gutter-mismatch', bad, 1, { byte: rowAt });
      return cells;
    }
    const negative = unit === 's1' && text.charCodeAt(i) === 0x2d;
    let value = 0;
    let bad = -1;
    let at = negative ? i + 1 : i;
    for (; at < end && classOf(text.charCodeAt(at)) !== BLANK; at++) {
      const d = isHexDigit(text.charCodeAt(at)) ? classOf(text.charCodeAt(at)) : 99;
      if (d >= radix && bad < 0) bad = at;
      value = value * radix + d;
    }
    if (negative) value = -value;
    cells += 1;
    if (bad >= 0)
      recorder.problem('invalid-character', bad, 1, { expected: radix === 16 ? 'hex-digit' : `digit-${radix}` });
    else if (width !== undefined && at - i !== width) {
      recorder.problem('odd-digits', at - 1, 1, { digits: at - i, expected: width });
    } else if (value < least || (value > most && width === undefined)) {
      recorder.problem('value-out-of-range', i, at - i, { value: text.slice(i, at), expected: most });
    } else if (size === 1) track.put(value & 255, i, at);
    else if (width === undefined) for (let k = 0; k < size; k++) track.put((value >>> (8 * k)) & 255, i, at);
    else {
      for (let from = at - 2; from >= i; from -= 2) {
        const byte = classOf(text.charCodeAt(from)) * 16 + classOf(text.charCodeAt(from + 1));
        track.put(byte, from, from + 2);
      }
    }
    i = skipBlanks(text, at, end);
  }
  return cells;
}

function judge(look: Look, form: FormId): Claim {
  if (isBare(look)) return { form, score: form === 'od' ? 0.97 : 0, reasons: form === 'od' ? ['octal-cells'] : [] };
  const layout = layoutOf(look);
  if (layout === null || layout.share < 0.2) return { form, score: 0, reasons: [] };
  const { unit, radix, agree } = layout;
  const swapped = unit === 'x2' && radix === 16;
  const reasons = ['offset-lines'];
  if (swapped) reasons.push('swapped-words');
  if (unit.startsWith('o')) reasons.push('octal-cells');
  if (agree > 0) reasons.push('offsets-agree');
  // Two blanks behind the offset are another program's, unless there are two between the cells as well (BSD od).
  const wide = unit === 'x1' && look.lines.some((line) => /^[0-9a-f]{6,} {2,}[0-9a-f]{2} (?! )/i.test(line)) ? 0.7 : 1;
  const mine = (form === 'hexdump-words') === swapped;
  const narrow = unit === 'u1' || unit === 's1' || unit === 'u2' || unit === 'c';
  const top = agree > 0 ? 0.96 : narrow ? 0.7 : 0.85;
  const width = look.lines.some((line) => /^[0-9a-f]{6,7}\s/i.test(line)) ? 1 : 0.9;
  return { form, score: top * Math.min(1, 0.6 + 0.4 * layout.share) * width * wide * (mine ? 1 : 0.7), reasons };
}

function importer(form: FormId): Importer & { judge(look: Look): Claim } {
  return {
    form,
    judge: (look) => judge(look, form),
    claim: (text) => judge(lookAt(text), form),
    read: (text) => readWith(form, text, scanWords),
  };
}

export const hexdumpWords = importer('hexdump-words');
export const od = importer('od');
