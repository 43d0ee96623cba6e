import { BLANK, classOf, isHexDigit, lineEnd } from './chars.ts';
import type { DumpStyle } from './dump-style.ts';
import { misfit } from './gutter.ts';
import type { Recorder } from './recorder.ts';

/**
 * Whether the `width` blanks before `next` are the wider gap in the middle of a line, with bytes after it, and not the
 * one before the gutter. `n`: index in `bytes` after the last byte, `rowAt` of the first one of the line.
 */
export function isMiddleGap(
  text: string,
  next: number,
  width: number,
  style: DumpStyle,
  bytes: Uint8Array,
  rowAt: number,
  n: number,
): boolean {
  if (!isHexDigit(text.charCodeAt(next)) || !isHexDigit(text.charCodeAt(next + 1))) return false;
  if (style.bar !== null) return true;
  if (width > 3 || n - rowAt !== 8) return false;
  if (next + 2 < text.length && !endsCell(text.charCodeAt(next + 2))) return false;
  if (style.middle) return true;
  return misfit(text, next, lineEnd(text, next, text.length), bytes, rowAt, n - rowAt, false) >= 0;
}

/** Reports a byte that is none; `half`: its first digit is one. Returns where the next byte may start. */
export function badCell(text: string, i: number, half: boolean, recorder: Recorder): number {
  if (half && (i + 1 >= text.length || endsCell(text.charCodeAt(i + 1)))) {
    recorder.problem('odd-digits', i, 1, { digits: 1 });
    return i + 1;
  }
  const bad = half ? i + 1 : i;
  const size = (text.codePointAt(bad) ?? 0) > 0xffff ? 2 : 1;
  recorder.problem('invalid-character', bad, size, { expected: 'hex-digit' });
  const end = bad + size;
  return !half && end < text.length && !endsCell(text.charCodeAt(end)) ? end + 1 : end;
}

function endsCell(c: number): boolean {
  return classOf(c) === BLANK || c === 0x0a || c === 0x0d;
}
