/** The column of characters beside the bytes of a dump: checked, never read. */

import { BLANK, classOf } from './chars.ts';

/** `byte` may be drawn as the code unit `shown`: itself, or a dot or a sign beyond ASCII where it has no letter. */
export function shows(shown: number, byte: number): boolean {
  if (byte > 0x20 && byte < 0x7f) return shown === byte;
  if (byte === 0x20) return shown === 0x20 || shown === 0x2e || shown === 0xa0;
  return shown === 0x2e || shown > 0x7e;
}

/**
 * Compares the gutter that starts at `start` with `count` bytes. A gutter cut short fits (editors drop blanks at line
 * ends). Follow-stream dumps put a blank after the eighth character.
 * @returns -1 where it fits, else the first position that does not.
 */
export function misfit(
  text: string,
  start: number,
  end: number,
  bytes: Uint8Array,
  from: number,
  count: number,
  split: boolean,
): number {
  let at = start;
  for (let k = 0; k < count; k++) {
    if (split && k === 8 && at < end && text.charCodeAt(at) === 0x20) at += 1;
    if (at >= end) return -1;
    if (!shows(text.charCodeAt(at), bytes[from + k] as number)) return at;
    at += 1;
  }
  while (at < end) {
    const c = text.charCodeAt(at);
    if (c !== 0x20 && c !== 0x09 && c !== 0xa0) return at;
    at += 1;
  }
  return -1;
}

/** What is known of the place of a gutter. Positions in the text. */
export interface GutterPlace {
  /** First character after the blanks that follow the bytes. */
  readonly found: number;
  /** End of the line. */
  readonly end: number;
  /** End of the last byte. */
  readonly after: number;
  /** Blanks the program puts after a full line. */
  readonly gap: number;
  /** Where full lines have theirs, or -1. */
  readonly known: number;
  /** A blank stands after the eighth character. */
  readonly split: boolean;
  /** The gutter stands between bars. */
  readonly bar: boolean;
}

/**
 * Finds where the gutter starts: it may itself begin with blanks, and short lines are padded.
 * @returns its start; `bad` is -1 where it fits, else the first position that does not.
 */
export function placeGutter(
  text: string,
  place: GutterPlace,
  bytes: Uint8Array,
  rowAt: number,
  count: number,
): { start: number; bad: number } {
  const { found, end, after, split } = place;
  if (place.bar && text.charCodeAt(found) === 0x7c) {
    let close = end;
    while (close > found + 1 && classOf(text.charCodeAt(close - 1)) === BLANK) close -= 1;
    const closed = close - 1 >= found + 1 + count && text.charCodeAt(close - 1) === 0x7c;
    return { start: found + 1, bad: misfit(text, found + 1, closed ? close - 1 : close, bytes, rowAt, count, false) };
  }
  let best = found;
  let reach = -1;
  const length = count + (split && count > 8 ? 1 : 0);
  for (const start of [place.known, after + place.gap, found, end - length]) {
    if (start < after || start > found || start > end) continue;
    const bad = misfit(text, start, end, bytes, rowAt, count, split);
    if (bad < 0) return { start, bad };
    if (bad - start > reach) {
      reach = bad - start;
      best = bad;
    }
  }
  return { start: found, bad: best };
}
