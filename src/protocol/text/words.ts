import { BLANK, classOf, isHexDigit, isPrompt, lineEnd, nextLine, skipBlanks } from './chars.ts';
import { misfit } from './gutter.ts';
import { type Look, lookAt } from './look.ts';
import type { Claim, FormId, Importer } from './reading.ts';
import { type Recorder, readWith } from './recorder.ts';

/** How one cell of `od` or `hexdump` writes its bytes. Words are little-endian, as on the machines that print them. */
type Unit = 'x1' | 'x2' | 'x4' | 'o1' | 'o2' | 'u1' | 'c';

const SIZE: Readonly<Record<Unit, number>> = { x1: 1, x2: 2, x4: 4, o1: 1, o2: 2, u1: 1, c: 1 };
const DIGITS: Readonly<Record<Unit, number>> = { x1: 2, x2: 4, x4: 8, o1: 3, o2: 6, u1: 0, c: 3 };

interface Layout {
  unit: Unit;
  /** Base of the offsets. */
  radix: 8 | 10 | 16;
  /** Lines of the excerpt that fit. */
  share: number;
  /** Offsets that agree with the number of bytes before them. */
  agree: number;
}

const FOUR_WIDE = /^\s*[0-9a-f]{5,16}(?: {3}\d| {2}\d\d| \d{3})+\s*$/i;
const ROW = /^\s*([0-9a-f]{5,16})((?:\s+\S+)*)\s*$/i;

const CELLS: readonly [Unit, RegExp][] = [
  ['x1', /^[0-9a-f]{2}$/i],
  ['o1', /^[0-3][0-7]{2}$/],
  ['x2', /^[0-9a-f]{4}$/i],
  ['o2', /^[01][0-7]{5}$/],
  ['x4', /^[0-9a-f]{8}$/i],
  ['u1', /^\d{1,3}$/],
  ['c', /^(?:\\[0abtnvfr\\]|[0-3][0-7]{2}|[!-~])$/],
];

/** Finds unit and offset base from the excerpt; null where the text is no such dump. */
function layoutOf(look: Look): Layout | null {
  const rows: { offset: string; cells: string[]; line: string }[] = [];
  for (const line of look.lines) {
    const match = ROW.exec(line.replace(/\s+>.*<$/, ''));
    if (match !== null)
      rows.push({ offset: match[1] as string, cells: (match[2] as string).trim().split(/\s+/), line });
  }
  const filled = rows.filter((row) => row.cells[0] !== '');
  if (filled.length === 0) return null;
  let unit: Unit | null = null;
  let best = 0.5;
  for (const [candidate, pattern] of CELLS) {
    // Decimal cells are told from hexadecimal ones by their width alone.
    if (candidate === 'u1' && !filled.every(({ line }) => FOUR_WIDE.test(line))) continue;
    let hits = 0;
    let all = 0;
    for (const row of filled) {
      for (const cell of row.cells) {
        all += 1;
        if (pattern.test(cell)) hits += 1;
      }
    }
    if (hits / all > best) {
      best = hits / all;
      unit = candidate;
    }
  }
  if (unit === null) return null;
  const size = SIZE[unit];
  let radix: Layout['radix'] = (filled[0]?.offset.length ?? 7) === 6 ? 16 : unit === 'x2' ? 16 : 8;
  let agree = -1;
  for (const candidate of [radix, 16, 8, 10] as const) {
    const allowed = candidate === 16 ? /^[0-9a-f]+$/i : candidate === 8 ? /^[0-7]+$/ : /^\d+$/;
    let hits = 0;
    rows.forEach((row, index) => {
      const next = rows[index + 1];
      if (next === undefined || !allowed.test(row.offset) || !allowed.test(next.offset)) return;
      const step = Number.parseInt(next.offset, candidate) - Number.parseInt(row.offset, candidate);
      const count = unit === 'c' ? 16 : row.cells.length * size;
      if (step === count || (next.cells[0] === '' && step > count - size && step <= count)) hits += 1;
    });
    if (hits > agree) {
      agree = hits;
      radix = candidate;
    }
  }
  return { unit, radix, share: (rows.length / look.lines.length) * best, agree };
}

const MAX_REPEAT = 1 << 24;

function scanWords(text: string, recorder: Recorder): void {
  const layout = layoutOf(lookAt(text)) ?? { unit: 'x1', radix: 8, share: 0, agree: 0 };
  const { unit, radix } = layout;
  const size = SIZE[unit];
  const track = recorder.track(null, (text.length >> 1) + 16);
  let expected = 0;
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
      unit === 'c' ? scanChars(text, at, end, recorder) : scanCells(text, first, end, recorder, unit, rowAt);
    rowLength = track.length - rowAt;
    expected = offset + cells * size;
  }
  if (starAt >= 0) recorder.problem('unterminated', starAt, 1, { expected: 'offset' });
}

/** Cells with blanks between them. Returns how many there were, readable or not. */
function scanCells(text: string, first: number, end: number, recorder: Recorder, unit: Unit, rowAt: number): number {
  const track = recorder.track();
  const size = SIZE[unit];
  const radix = unit === 'o1' || unit === 'o2' ? 8 : unit === 'u1' ? 10 : 16;
  const width = DIGITS[unit];
  let cells = 0;
  let i = first;
  while (i < end) {
    if (text.charCodeAt(i) === 0x3e && unit === 'x1') {
      const close = text.lastIndexOf('<', end);
      const bad = misfit(text, i + 1, close > i ? close : end, track.bytes, rowAt, track.length - rowAt, false);
      if (bad >= 0) recorder.problem('gutter-mismatch', bad, 1, { byte: rowAt });
      return cells;
    }
    let value = 0;
    let bad = -1;
    let at = i;
    for (; at < end && classOf(text.charCodeAt(at)) !== BLANK; at++) {
      const d = isHexDigit(text.charCodeAt(at)) ? classOf(text.charCodeAt(at)) : 99;
      if (d >= radix && bad < 0) bad = at;
      value = value * radix + d;
    }
    cells += 1;
    if (bad >= 0)
      recorder.problem('invalid-character', bad, 1, { expected: radix === 16 ? 'hex-digit' : `digit-${radix}` });
    else if (width > 0 && at - i !== width && radix === 16) {
      recorder.problem('odd-digits', at - 1, 1, { digits: at - i, expected: width });
    } else if (value >= 256 ** size) {
      recorder.problem('value-out-of-range', i, at - i, { value: text.slice(i, at), expected: 256 ** size - 1 });
    } else if (size === 1) track.put(value, i, at);
    else {
      const two = radix === 16;
      for (let k = 0; k < size; k++) {
        const from = two ? at - 2 * k - 2 : i;
        track.put(Math.floor(value / 256 ** k) & 255, from, two ? from + 2 : at);
      }
    }
    i = skipBlanks(text, at, end);
  }
  return cells;
}

const NAMED: Readonly<Record<string, number>> = { '0': 0, a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '\\': 92 };

/** `od -c`: cells of four columns, since a blank is a character too. */
function scanChars(text: string, from: number, end: number, recorder: Recorder): number {
  const track = recorder.track();
  let cells = 0;
  let last = end;
  while (last > from && classOf(text.charCodeAt(last - 1)) === BLANK && (last - from) % 4 !== 0) last -= 1;
  for (let i = from; i < last; i += 4) {
    const cell = text.slice(i, Math.min(i + 4, last));
    const word = cell.trim();
    const start = i + (word === '' ? 0 : cell.indexOf(word));
    const stop = start + Math.max(1, word.length);
    cells += 1;
    if (word === '') track.put(0x20, i + cell.length - 1, i + cell.length);
    else if (/^[0-3][0-7]{2}$/.test(word)) track.put(Number.parseInt(word, 8), start, stop);
    else if (word.length === 1 && word.charCodeAt(0) < 0x80) track.put(word.charCodeAt(0), start, stop);
    else if (word.length === 2 && word.startsWith('\\') && NAMED[word.charAt(1)] !== undefined) {
      track.put(NAMED[word.charAt(1)] as number, start, stop);
    } else recorder.problem('invalid-character', start, word.length, { expected: 'cell' });
  }
  return cells;
}

function judge(look: Look, form: FormId): Claim {
  const layout = layoutOf(look);
  if (layout === null || layout.share < 0.2) return { form, score: 0, reasons: [] };
  const { unit, radix, agree } = layout;
  const swapped = unit === 'x2' && radix === 16;
  const reasons = ['offset-lines'];
  if (swapped) reasons.push('swapped-words');
  if (unit.startsWith('o')) reasons.push('octal-cells');
  if (agree > 0) reasons.push('offsets-agree');
  const wide = unit === 'x1' && look.lines.some((line) => /^[0-9a-f]{6,} {2,}[0-9a-f]{2} /i.test(line)) ? 0.7 : 1;
  const mine = (form === 'hexdump-words') === swapped;
  const top = agree > 0 ? 0.96 : unit === 'u1' || unit === 'c' ? 0.7 : 0.85;
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
