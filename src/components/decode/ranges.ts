/**
 * Places in the pasted text: which part of a long text to show, and which characters to colour. Positions are UTF-16 code
 * units of the whole text.
 */
import type { Run } from '../views/linked.ts';
import type { WireChars } from './selectors.ts';

/** Longer texts are never put into a text box: laying out a megabyte takes longer than all the decoding. */
export const MAX_EDITABLE = 64 * 1024;

/** How much of a long text is shown. */
export const EXCERPT = 2000;

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Later kinds are drawn over earlier ones. */
export const KINDS = ['part', 'linked', 'hover', 'self', 'problem'] as const;
export type Kind = (typeof KINDS)[number];

export interface MarkedRange extends Range {
  readonly kind: Kind;
}

/** A stretch of text with everything that marks it. */
export interface Piece extends Range {
  readonly kinds: readonly Kind[];
}

/** The whole text, or the lines round `focus` where it is too long to show. */
export function excerptOf(text: string, focus: number): Range {
  if (text.length <= MAX_EDITABLE) return { start: 0, end: text.length };
  const from = Math.max(0, Math.min(focus - EXCERPT / 2, text.length - EXCERPT));
  // Begin with a line where one is near; a text without lines is cut anywhere, but never inside a character.
  const line = from === 0 ? 0 : text.indexOf('\n', from) + 1;
  let start = from === 0 ? 0 : line > 0 && line - from < 200 && line <= focus ? line : from;
  if (isLowSurrogate(text, start)) start -= 1;
  let end = Math.min(text.length, start + EXCERPT);
  if (isLowSurrogate(text, end)) end += 1;
  return { start, end };
}

const isLowSurrogate = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** More marks than this are not drawn: nobody can tell them apart, and each costs. */
const MAX_RANGES = 3000;

/** Characters of the bits of a run, of one direction, that lie in `view`. Neighbours are joined across separators. */
export function charRanges(wire: WireChars, text: string, run: Run, view: Range): Range[] {
  const out: Range[] = [];
  const add = (first: number, end: number) => {
    // Bytes stand in order of their characters: find the first one on show.
    let low = Math.max(first - wire.offset, 0);
    const stop = Math.min(end - wire.offset, wire.length);
    let high = stop;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (wire.chars.charsOf(middle)[1] <= view.start) low = middle + 1;
      else high = middle;
    }
    for (let byte = low; byte < stop && out.length < MAX_RANGES; byte += 1) {
      const [start, until] = wire.chars.charsOf(byte);
      if (start >= view.end) return;
      const last = out.at(-1);
      // In base64 two bytes share a character: then the ranges overlap.
      if (last && start - last.end <= 4 && !text.slice(last.end, start).includes('\n')) {
        out[out.length - 1] = { start: last.start, end: until };
      } else out.push({ start, end: until });
    }
  };
  const byte = (bit: number) => Math.floor(bit / 8);
  if (run.every === 0) add(byte(Math.max(run.start, run.from)), byte(Math.min(run.end, run.until) + 7));
  else {
    const first = Math.max(0, Math.ceil((run.from - run.end + 1) / run.every));
    for (let copy = first; out.length < MAX_RANGES; copy += 1) {
      const start = run.start + copy * run.every;
      if (start >= run.until) break;
      add(byte(start), byte(run.end + copy * run.every + 7));
    }
  }
  return out;
}

/** Cuts the text of `view` where any mark begins or ends. The pieces put together are the text. */
export function piecesOf(view: Range, ranges: readonly MarkedRange[]): Piece[] {
  const events: { at: number; kind: Kind; by: 1 | -1 }[] = [];
  for (const { start, end, kind } of ranges) {
    const from = Math.max(start, view.start);
    const to = Math.min(end, view.end);
    if (from < to) events.push({ at: from, kind, by: 1 }, { at: to, kind, by: -1 });
  }
  events.sort((a, b) => a.at - b.at);
  const depth: Record<Kind, number> = { part: 0, linked: 0, hover: 0, self: 0, problem: 0 };
  const pieces: Piece[] = [];
  let at = view.start;
  const upTo = (end: number) => {
    if (end > at) pieces.push({ start: at, end, kinds: KINDS.filter((kind) => depth[kind] > 0) });
    at = Math.max(at, end);
  };
  for (const event of events) {
    upTo(event.at);
    depth[event.kind] += event.by;
  }
  upTo(view.end);
  return pieces;
}

/** Dumps keep their columns; text that is mostly long lines is wrapped. */
export function wraps(text: string): boolean {
  let long = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const length = (end < 0 ? text.length : end) - start;
    if (length > 120) long += length;
    start += length + 1;
  }
  return long * 2 > text.length;
}
