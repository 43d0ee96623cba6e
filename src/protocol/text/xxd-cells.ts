/** What xxd writes beside plain bytes: `-e` turns the bytes of each group round, `-b` writes bits. */

import { classOf, isHexDigit, isPrompt, lineEnd, nextLine, skipBlanks } from './chars.ts';
import { misfit, placeGutter } from './gutter.ts';
import { type Look, lookAt } from './look.ts';
import { areProven, offsetsOf } from './offsets.ts';
import type { Recorder } from './recorder.ts';

export interface XxdLayout {
  readonly unit: 'bits' | 'swapped';
  /** Bytes of a group. */
  readonly group: number;
  readonly radix: number;
  /** The first offset, where the others agree with it. */
  readonly shift: number;
}

const OFFSET = /^\s*([0-9a-f]{4,16}): /i;

interface Cells {
  bytes: number[];
  /** First code unit of each byte. */
  at: number[];
  /** End of the last cell, as far as the line goes. */
  end: number;
}

/** The bytes of `-b`: eight signs each, in groups. Stops at the wider gap before the gutter. */
function readBits(text: string, first: number, end: number): Cells {
  const cells: Cells = { bytes: [], at: [], end: first };
  let i = first;
  while (i + 8 <= end && /^[01]{8}$/.test(text.slice(i, i + 8))) {
    cells.bytes.push(Number.parseInt(text.slice(i, i + 8), 2));
    cells.at.push(i);
    i += 8;
    cells.end = i;
    if (text.charCodeAt(i) === 0x20) i += 1;
  }
  return cells;
}

/** The bytes of `-e`: the last byte of each group first; the last group is padded on its left. */
function readGroups(text: string, first: number, end: number, group: number): Cells {
  const cells: Cells = { bytes: [], at: [], end: first };
  const width = 2 * group;
  for (let i = first; i + width <= end; i += width + 1) {
    let from = i;
    while (from < i + width && text.charCodeAt(from) === 0x20) from += 1;
    const digits = i + width - from;
    if (digits === 0 || digits % 2 === 1 || !isHexRun(text, from, i + width)) return cells;
    const next = text.charCodeAt(i + width);
    if (i + width < end && next !== 0x20) return cells;
    for (let at = i + width - 2; at >= from; at -= 2) {
      cells.bytes.push(classOf(text.charCodeAt(at)) * 16 + classOf(text.charCodeAt(at + 1)));
      cells.at.push(at);
    }
    cells.end = i + width;
    if (digits < width) return cells;
  }
  return cells;
}

function isHexRun(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isHexDigit(text.charCodeAt(i))) return false;
  return true;
}

/** Where the gutter of a line stands and the first character of it that does not fit, -1 where all fit. */
function gutterOf(text: string, end: number, cells: Cells, known: number): { start: number; bad: number } {
  const found = skipBlanks(text, cells.end, end);
  const bytes = Uint8Array.from(cells.bytes);
  const place = { found, end, after: cells.end, gap: 2, known, split: false, bar: false };
  return found === end ? { start: found, bad: -1 } : placeGutter(text, place, bytes, 0, bytes.length);
}

/** How the lines are written, where it is not in the usual way; the gutter proves which byte comes first. */
export function xxdLayoutOf(look: Look): XxdLayout | null {
  const lines = look.lines.filter((line) => OFFSET.test(line)).slice(0, 16);
  const first = lines[0];
  if (first === undefined) return null;
  const from = (OFFSET.exec(first) as RegExpExecArray)[0].length;
  const offsets = offsetsOf(look);
  const proven = areProven(offsets);
  const bits = lines.filter((line) => /^[01]{8}(?:[01]{8})*(?: |$)/.test(line.slice(from)));
  if (bits.length === lines.length && lines.every((line) => fitsBits(line, from))) {
    const radix = lines.some((line) => /^\s*\d*[a-f]/i.test(line)) ? 16 : radixOf(lines, from);
    return { unit: 'bits', group: 1, radix, shift: shiftOf(lines, from, radix) };
  }
  const group = (skipBlanks(first, from, first.length) + runLength(first, from) - from) / 2;
  if (!Number.isInteger(group) || group < 2) return null;
  let turned = 0;
  for (const line of lines) {
    const cells = readGroups(line, from, line.length, group);
    if (cells.bytes.length === 0) continue;
    if (gutterOf(line, line.length, cells, -1).bad >= 0) turned -= 1;
    else if (!fitsForward(line, cells)) turned += 1;
  }
  if (turned <= 0) return null;
  return { unit: 'swapped', group, radix: proven ? offsets.radix : 16, shift: proven ? offsets.first : 0 };
}

function runLength(line: string, from: number): number {
  const start = skipBlanks(line, from, line.length);
  let end = start;
  while (isHexDigit(line.charCodeAt(end))) end += 1;
  return end - start;
}

/** The line would also be right with its bytes in the order of reading. */
function fitsForward(line: string, cells: Cells): boolean {
  const order = [...cells.at].sort((a, b) => a - b);
  const bytes = order.map((at) => Number.parseInt(line.slice(at, at + 2), 16));
  return gutterOf(line, line.length, { ...cells, bytes }, -1).bad < 0;
}

/** Bits, and not hexadecimal digits that happen to be zeros and ones: the gutter has a character for each eight. */
function fitsBits(line: string, from: number): boolean {
  const cells = readBits(line, from, line.length);
  const found = skipBlanks(line, cells.end, line.length);
  if (cells.bytes.length === 0 || gutterOf(line, line.length, cells, -1).bad >= 0) return false;
  return line.length - found <= cells.bytes.length + 1;
}

function stepOf(lines: readonly string[], radix: number): number {
  const [a, b] = lines.map((line) => Number.parseInt(line, radix));
  return a === undefined || b === undefined ? -1 : b - a;
}

function radixOf(lines: readonly string[], from: number): number {
  const count = readBits(lines[0] as string, from, (lines[0] as string).length).bytes.length;
  return stepOf(lines, 16) !== count && stepOf(lines, 10) === count ? 10 : 16;
}

function shiftOf(lines: readonly string[], from: number, radix: number): number {
  const count = readBits(lines[0] as string, from, (lines[0] as string).length).bytes.length;
  return stepOf(lines, radix) === count ? Number.parseInt(lines[0] as string, radix) : 0;
}

/** Reads a dump in such a layout. */
export function scanXxdCells(text: string, recorder: Recorder, layout: XxdLayout): void {
  const track = recorder.track(null, (text.length >> 2) + 16);
  let expected = layout.shift;
  let known = -1;
  let star = -1;
  let row = { at: 0, length: 0 };
  let i = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (; i < text.length; i = nextLine(text, lineEnd(text, i, text.length), text.length)) {
    const end = lineEnd(text, i, text.length);
    const begin = skipBlanks(text, i, end);
    if (begin === end) continue;
    if (text.charCodeAt(begin) === 0x2a && skipBlanks(text, begin + 1, end) === end && row.length > 0) {
      star = begin;
      continue;
    }
    const match = OFFSET.exec(text.slice(i, Math.min(end, i + 40)));
    if (match === null) {
      if (!isPrompt(text, i, end)) recorder.problem('invalid-character', begin, end - begin, { expected: 'offset' });
      continue;
    }
    const digits = match[1] as string;
    const offset = Number.parseInt(digits, layout.radix);
    if (star >= 0) {
      const missing = offset - expected;
      if (missing > 0 && missing <= 1 << 24 && missing % row.length === 0) {
        track.reserve(missing);
        for (let k = 0; k < missing; k++) track.put(track.bytes[row.at + (k % row.length)] as number, star, star + 1);
        expected = offset;
      }
      star = -1;
    }
    if (offset !== expected) recorder.problem('offset-mismatch', begin, digits.length, { expected, found: offset });
    const first = i + match[0].length;
    const bits = layout.unit === 'bits';
    const cells = bits ? readBits(text, first, end) : readGroups(text, first, end, layout.group);
    row = { at: track.length, length: cells.bytes.length };
    cells.bytes.forEach((byte, k) => {
      const at = cells.at[k] as number;
      track.put(byte, at, at + (bits ? 8 : 2));
    });
    expected = offset + cells.bytes.length;
    checkRest(text, end, cells, known < 0 ? -1 : i + known, recorder);
    if (known < 0 && cells.bytes.length >= 4) known = cells.end + 2 - i;
  }
  if (star >= 0) recorder.problem('unterminated', star, 1, { expected: 'offset' });
}

/** What stands behind the cells is the gutter, or a wrong cell. */
function checkRest(text: string, end: number, cells: Cells, known: number, recorder: Recorder): void {
  const found = skipBlanks(text, cells.end, end);
  if (found === end) return;
  if (
    found - cells.end < 2 &&
    misfit(text, found, end, Uint8Array.from(cells.bytes), 0, cells.bytes.length, false) >= 0
  ) {
    recorder.problem('invalid-character', found, 1, { expected: 'hex-digit' });
    return;
  }
  const { bad } = gutterOf(text, end, cells, known);
  if (bad >= 0) recorder.problem('gutter-mismatch', bad, 1, { byte: 0 });
}

/** The layout of a text, or null where it is xxd's usual one. */
export function xxdLayout(text: string): XxdLayout | null {
  return xxdLayoutOf(lookAt(text));
}
