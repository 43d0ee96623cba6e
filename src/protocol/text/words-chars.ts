import { BLANK, classOf } from './chars.ts';
import type { Look } from './look.ts';
import type { Recorder } from './recorder.ts';

/** Columns of a cell of `od -c` and `hexdump -c`: a blank is a character too, so that columns must tell the cells. */
const CELL = 4;

/**
 * Column of the first cell behind the offset. GNU and util-linux write none between; BSD od, and macOS with it, one.
 * @param rest the line from the end of its offset.
 */
export function padOf(rest: string): number {
  let first = 0;
  let second = 0;
  for (const { index, 0: word } of rest.matchAll(/\S+/g)) {
    if ((index + word.length) % CELL === 0) first += 1;
    else if ((index + word.length) % CELL === 1) second += 1;
  }
  return second > first ? 1 : 0;
}

/** How many cells a line may hold: up to its last sign, or with all blanks behind it, which may be padding. */
export function cellRange(rest: string): { least: number; most: number } {
  const pad = padOf(rest);
  return {
    least: Math.max(0, Math.ceil((rest.trimEnd().length - pad) / CELL)),
    most: Math.max(0, Math.ceil((rest.length - pad) / CELL)),
  };
}

const BARE = /^(?: {3}[!-~]| {2}\\[0abtnvfr\\]| [0-3][0-7]{2}| {4})+$/;

/** `od -A n -c`: such cells with no offset before them. */
export function isBare(look: Look): boolean {
  return (
    look.lines.length > 0 &&
    look.lines.every((line) => BARE.test(line) || line === '*') &&
    look.lines.some((line) => /(?: {3}[^\s\d]| {2}\\)/.test(line) && line.trim().length > 5)
  );
}

const NAMED: Readonly<Record<string, number>> = { '0': 0, a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '\\': 92 };

/**
 * Cells from `from`, the end of the offset, to the end of the line.
 * @param wanted how many bytes the next offset says there are, or -1: it tells blanks that are bytes from padding.
 * @returns how many cells there were, readable or not.
 */
export function scanChars(text: string, from: number, end: number, recorder: Recorder, wanted: number): number {
  const track = recorder.track();
  const rest = text.slice(from, end);
  const { least, most } = cellRange(rest);
  const first = from + padOf(rest);
  let last = end;
  while (last > first && classOf(text.charCodeAt(last - 1)) === BLANK && (last - first) % CELL !== 0) last -= 1;
  // Blanks at the end of a line may have been cut off too.
  const fits = wanted >= least && (wanted <= most || (least === most && wanted <= 16));
  const count = fits ? wanted : Math.ceil((last - first) / CELL);
  for (let k = 0; k < count; k++) {
    const i = first + CELL * k;
    const stop = Math.min(i + CELL, end);
    const cell = i < stop ? text.slice(i, stop) : '';
    const word = cell.trim();
    const start = i + cell.indexOf(word);
    if (word === '') track.put(0x20, Math.min(stop, end) - 1, Math.min(stop, end));
    else if (/^[0-3][0-7]{2}$/.test(word)) track.put(Number.parseInt(word, 8), start, start + 3);
    else if (word.length === 1 && word.charCodeAt(0) < 0x80) track.put(word.charCodeAt(0), start, start + 1);
    else if (word.length === 2 && word.startsWith('\\') && NAMED[word.charAt(1)] !== undefined) {
      track.put(NAMED[word.charAt(1)] as number, start, start + 2);
    } else recorder.problem('invalid-character', start, word.length, { expected: 'cell' });
  }
  return count;
}
