import { BLANK, CLASS, classOf, lineEnd, OTHER, skipBlanks } from './chars.ts';
import { badCell, isMiddleGap } from './dump-cells.ts';
import type { DumpStyle } from './dump-style.ts';
import { misfit } from './gutter.ts';
import type { Recorder, Track } from './recorder.ts';

/** What one line of a dump held. Positions in the text. */
export interface Row {
  /** Column of each byte. */
  readonly columns: readonly number[];
  /** Bytes that could not be read. */
  readonly lost: number;
  /** End of the last byte. */
  readonly after: number;
  /** First character of the gutter that is not blank, or -1. */
  readonly gutter: number;
  /** End of the line. */
  readonly end: number;
}

/** Reads the bytes of the line that starts at `lineStart`, the first of them at `first`, up to the gutter. */
export function readRow(
  text: string,
  lineStart: number,
  first: number,
  style: DumpStyle,
  track: Track,
  recorder: Recorder,
): Row {
  track.reserve(300);
  let bytes = track.bytes;
  let starts = track.starts;
  const rowAt = track.length;
  let n = rowAt;
  let lost = 0;
  let i = first;
  let after = first;
  let gutter = -1;
  const columns: number[] = [];
  const table = CLASS;
  for (;;) {
    const a = text.charCodeAt(i);
    const b = text.charCodeAt(i + 1);
    const p = a < 256 ? (table[a] as number) : OTHER;
    const q = b < 256 ? (table[b] as number) : OTHER;
    if ((p | q) < 16) {
      if (n === bytes.length) {
        track.length = n;
        track.reserve(4096);
        bytes = track.bytes;
        starts = track.starts;
      }
      bytes[n] = (p << 4) | q;
      if (starts !== null) track.mark(n, i, i + 2);
      columns.push(i - lineStart);
      n += 1;
      i += 2;
      after = i;
      const c = text.charCodeAt(i);
      if (c !== 0x20) {
        if (c < 256 && (table[c] as number) < 16) continue;
        if (c === 0x0a || c === 0x0d || i >= text.length) break;
        if (classOf(c) !== BLANK) {
          if (c === 0x2d && n - rowAt === 8) i += 1; // DOS debug joins the halves with a dash.
          continue;
        }
      }
      const d = text.charCodeAt(i + 1);
      if (d < 256 && (table[d] as number) < 16) {
        i += 1;
        // A seventeenth byte would be unusual: pages that squeeze blanks leave one before the gutter.
        if (
          n - rowAt === 16 &&
          lost === 0 &&
          misfit(text, i, lineEnd(text, i, text.length), bytes, rowAt, 16, style.split) < 0
        ) {
          gutter = i;
          break;
        }
        continue;
      }
      const next = skipBlanks(text, i, text.length);
      const e = text.charCodeAt(next);
      if (next >= text.length || e === 0x0a || e === 0x0d) {
        i = next;
        break;
      }
      if (next - i >= 2 && !isMiddleGap(text, next, next - i, style, bytes, rowAt, n)) {
        gutter = next;
        break;
      }
      i = next;
      continue;
    }
    if (i >= text.length || a === 0x0a || a === 0x0d) break;
    if (a === 0x7c && style.bar !== null) {
      gutter = i;
      break;
    }
    if (n > rowAt && misfit(text, i, lineEnd(text, i, text.length), bytes, rowAt, n - rowAt, style.split) < 0) {
      gutter = i;
      break;
    }
    lost += 1;
    i = badCell(text, i, p < 16, recorder);
    after = i;
    const next = skipBlanks(text, i, text.length);
    if (next - i >= 2 && !isMiddleGap(text, next, next - i, style, bytes, rowAt, n + lost)) {
      gutter = next;
      break;
    }
    i = next;
  }
  track.length = n;
  return { columns, lost, after, gutter, end: lineEnd(text, gutter < 0 ? i : gutter, text.length) };
}
