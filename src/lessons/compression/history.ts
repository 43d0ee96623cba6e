/** What has been inflated, with what came before it: the window, and a copy as an arrow back into it. */

import type { State } from '../../components/stage/types.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';

/** Places drawn in a row. */
const MOST = 20;
/** Places of each end of a copy, where the two are too far apart for one row. */
const END = 9;

export interface HistoryCell {
  readonly kind: 'byte';
  /** From the first byte of the message; below 0 in the window. */
  readonly at: number;
  readonly text: string;
  readonly state: State;
  /** Copied from, or made by the copy. */
  readonly mark: 'source' | 'made' | null;
}

/** Places left out, or, where nobody knows what is there, null. */
export interface Gap {
  readonly kind: 'gap';
  readonly count: number | null;
}

/** From where a copy is written to where it is read, as indexes of cells. */
export interface Arc {
  readonly to: number;
  readonly from: number;
  readonly distance: number;
  readonly wrong: boolean;
}

export interface History {
  readonly cells: readonly (HistoryCell | Gap)[];
  readonly arc: Arc | null;
  /** Bytes that are known before the first cell. */
  readonly before: number;
  /** There is a window, and nobody here knows it. */
  readonly missed?: true;
}

/** What happens to the row at a step: bytes `before` to `after` of the message are made. */
export interface Change {
  readonly before: number;
  readonly after: number;
  /** Copied from here. */
  readonly from?: number;
  /** They are asked for. */
  readonly hidden?: boolean;
}

/** A printable character, or hex digits. */
export function cellText(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : hexByte(byte);
}

/** @param message all of it, also what is not inflated yet */
export function historyOf(window: Uint8Array, message: Uint8Array, change: Change): History {
  const { before, after, from, hidden = false } = change;
  const arc = from !== undefined && !hidden;
  const cell = (at: number): HistoryCell => {
    const made = at >= before && at < after;
    const source = arc && at >= from && at < from + (after - before) && at < before;
    return {
      kind: 'byte',
      at,
      text: cellText((at < 0 ? window[window.length + at] : message[at]) ?? 0),
      state: made ? (hidden ? 'hidden' : 'current') : at < after ? 'done' : 'empty',
      mark: source ? 'source' : made && arc ? 'made' : null,
    };
  };
  const cells = rangesOf(window.length, message.length, before, after, arc ? from : undefined).flatMap(
    (range): (HistoryCell | Gap)[] =>
      range.gap ? [{ kind: 'gap', count: range.end - range.start }] : places(range.start, range.end).map(cell),
  );
  const column = (at: number) => cells.findIndex((one) => one.kind === 'byte' && one.at === at);
  const first = cells.find((one) => one.kind === 'byte');
  const left = first === undefined ? 0 : first.at + window.length;
  if (!arc) return { cells, arc: null, before: left };
  return {
    cells,
    before: left,
    arc: { to: column(before), from: column(from), distance: before - from, wrong: false },
  };
}

/** A copy from before everything that is known. */
export function missingHistory(message: Uint8Array, before: number, distance: number): History {
  const { cells, before: left } = historyOf(new Uint8Array(0), message, { before, after: before });
  const to = cells.findIndex((one) => one.kind === 'byte' && one.at === before);
  return {
    cells: [{ kind: 'gap', count: null }, ...cells.slice(0, MOST - 1)],
    arc: { to: to + 1, from: 0, distance, wrong: true },
    before: left,
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly gap: boolean;
}

function places(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

/** Places on show: all, or those round the step, or both ends of a copy. */
function rangesOf(
  known: number,
  total: number,
  before: number,
  after: number,
  from: number | undefined,
): readonly Range[] {
  if (known + total <= MOST) return [{ start: -known, end: total, gap: false }];
  const row = (start: number): Range[] => {
    const first = Math.max(-known, Math.min(start, total - MOST));
    return [{ start: first, end: first + MOST, gap: false }];
  };
  if (from === undefined) return row(before - MOST / 2);
  if (after - from <= MOST) return row(Math.max(after - MOST, from - 4));
  const source = { start: from, end: Math.min(from + END, from + after - before, before), gap: false };
  const made = { start: before, end: Math.min(before + END, total), gap: false };
  if (source.end >= made.start) return row(from);
  return [source, { start: source.end, end: made.start, gap: true }, made];
}
