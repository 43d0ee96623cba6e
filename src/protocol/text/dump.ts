import type { Direction } from '../bytes/span.ts';
import { BLANK, CLASS, classOf, isPrompt, lineEnd, nextLine, OTHER, skipBlanks } from './chars.ts';
import { firstTraceSide } from './curl.ts';
import { readRow } from './dump-row.ts';
import { afterOffset, beforeOffset, type DumpState, type DumpStyle, firstSide, isBitField } from './dump-style.ts';
import { placeGutter } from './gutter.ts';
import { lookAt } from './look.ts';
import { areProven, offsetsOf } from './offsets.ts';
import type { Recorder, Track } from './recorder.ts';
import { RowTemplate } from './row-template.ts';

/** Repeated lines written as `*` are filled up to this many bytes. */
const MAX_REPEAT = 1 << 24;

/** Reads dumps of bytes in reading order: offset, bytes in groups, gutter. */
export function scanDump(text: string, recorder: Recorder, style: DumpStyle): void {
  new DumpScan(text, recorder, style).run();
}

class DumpScan {
  readonly #text: string;
  readonly #recorder: Recorder;
  readonly #style: DumpStyle;
  readonly #state: DumpState = { time: null, aside: false, restart: false, side: null };
  #track: Track;
  /** Next offset, of the current packet or side. */
  #expected = 0;
  /** Next offsets of the side that is not current. */
  readonly #resting = new Map<Track, number>();
  /** A full line as it looks here, once one has been read. */
  #template: RowTemplate | null = null;
  #offsetColumn = 0;
  #offsetDigits = 0;
  #packetAt = 0;
  #packetTime: number | null = null;
  #packetPlace = 0;
  #anyLine = false;
  /** Position of a `*` whose lines are not filled yet. */
  #starAt = -1;
  /** Bytes of the last line, for `*`. */
  #rowAt = 0;
  #rowLength = 0;
  /** Column of the gutter, known from the last full line. */
  #gutterColumn = -1;
  /** Base of the offsets. */
  readonly #radix: number;
  /** Where the dump begins inside its file; the offsets must still agree with each other. */
  readonly #shift: number;
  /** Digits an offset must have at least: few are enough where they count the bytes. */
  readonly #least: number;

  constructor(text: string, recorder: Recorder, style: DumpStyle) {
    this.#text = text;
    this.#recorder = recorder;
    this.#style = style;
    const offsets = offsetsOf(lookAt(text));
    const proven = areProven(offsets);
    // Follow dumps are hexadecimal, and two sides may agree with something else by chance.
    this.#radix = proven && !style.sides ? offsets.radix : 16;
    this.#shift = proven && offsets.agree > offsets.bad && !style.sides ? offsets.first : 0;
    this.#least = proven && style.loose ? Math.min(3, offsets.digits) : 3;
    this.#track = recorder.track(
      style.sides ? 'client-to-server' : style.packets ? firstSide(text) : style.colon ? firstTraceSide(text) : null,
      Math.floor(text.length / 4) + 32,
    );
  }

  run(): void {
    const text = this.#text;
    let i = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    while (i < text.length) {
      if (this.#template !== null) {
        i = this.#likeBefore(i, this.#template);
        if (i >= text.length) break;
      }
      const end = this.#line(i);
      i = nextLine(text, end, text.length);
    }
    if (this.#starAt >= 0) this.#recorder.problem('unterminated', this.#starAt, 1, { expected: 'offset' });
    if (this.#style.packets) this.#endPacket();
  }

  /** Reads lines that look like the last one. Returns where the first line begins that does not. */
  #likeBefore(start: number, template: RowTemplate): number {
    if (this.#starAt >= 0 || this.#state.aside) return start;
    const text = this.#text;
    const track = this.#track;
    const { length, count } = template;
    let i = start;
    const first = track.length;
    while (i + length <= text.length) {
      const end = i + length;
      const stop = text.charCodeAt(end);
      if (end < text.length && stop !== 0x0a && stop !== 0x0d) break;
      if (track.length + count > track.bytes.length) track.reserve(count + (track.bytes.length >> 1));
      const n = track.length;
      if (!template.read(text, i, this.#expected, track.bytes, n)) break;
      if (track.starts !== null)
        for (let k = 0; k < count; k++) track.mark(n + k, i + template.column(k), i + template.column(k) + 2);
      track.length = n + count;
      this.#expected += count;
      i = nextLine(text, end, text.length);
    }
    if (track.length > first) {
      this.#rowAt = track.length - count;
      this.#rowLength = count;
      if (track.direction !== null) this.#recorder.extend(track, first);
    }
    return i;
  }

  #use(track: Track, expected: number): void {
    this.#resting.set(this.#track, this.#expected);
    this.#track = track;
    this.#expected = expected;
    this.#template = null;
  }

  /** Reads the line that starts at `start`; returns its end. */
  #line(start: number): number {
    const text = this.#text;
    const size = text.length;
    const begin = skipBlanks(text, start, size);
    let i = begin;
    if (i >= size || text.charCodeAt(i) === 0x0a || text.charCodeAt(i) === 0x0d) {
      this.#state.aside = false;
      return i;
    }
    if (text.charCodeAt(i) === 0x2a) {
      const after = skipBlanks(text, i + 1, size);
      if (after >= size || text.charCodeAt(after) === 0x0a || text.charCodeAt(after) === 0x0d) {
        if (this.#rowLength === 0) this.#recorder.problem('invalid-character', i, 1, { expected: 'offset' });
        else this.#starAt = i;
        return after;
      }
    }
    if (this.#style.details && begin > start && isBitField(text, begin)) return lineEnd(text, begin, size);
    if (this.#style.prefix && text.charCodeAt(i) === 0x30 && (text.charCodeAt(i + 1) | 0x20) === 0x78) i += 2;
    else if (this.#style.prefix) return this.#otherLine(start);
    else if (this.#style.loose) i = beforeOffset(text, i);
    const radix = this.#radix;
    let offset = 0;
    const digitsAt = i;
    for (;;) {
      const c = text.charCodeAt(i);
      const v = c < 256 ? (CLASS[c] as number) : OTHER;
      if (v >= radix) break;
      offset = offset * radix + v;
      i += 1;
    }
    const digits = i - digitsAt;
    if (this.#style.loose) i = afterOffset(text, i);
    this.#offsetColumn = digitsAt - start;
    this.#offsetDigits = digits;
    const stop = i < size ? text.charCodeAt(i) : 0x0a;
    if (
      digits < this.#least ||
      digits > 16 ||
      (this.#style.colon ? stop !== 0x3a : classOf(stop) !== BLANK && stop !== 0x0a && stop !== 0x0d)
    ) {
      return this.#otherLine(start);
    }
    if (this.#style.colon) i += 1;
    i = skipBlanks(text, i, size);
    const last = i >= size || text.charCodeAt(i) === 0x0a || text.charCodeAt(i) === 0x0d;
    if (this.#state.aside) return lineEnd(text, i, size);
    if (this.#style.sides) this.#takeSide(start, begin);
    else if (this.#state.side !== null && this.#state.side !== this.#track.direction) {
      this.#use(this.#recorder.track(this.#state.side), 0);
    }
    if (this.#state.restart) {
      this.#expected = 0;
      this.#state.restart = false;
    }
    this.#offset(offset, this.#style.prefix ? begin : digitsAt, digits + (this.#style.prefix ? 2 : 0), last);
    if (last) return i;
    return this.#row(start, i);
  }

  /** Compares the offset of a line with what came before; fills repeated lines; begins packets. */
  #offset(offset: number, at: number, length: number, last: boolean): void {
    let expected = this.#anyLine ? this.#expected : this.#shift;
    if (this.#starAt >= 0) {
      expected = this.#fill(offset, expected);
      this.#starAt = -1;
    }
    if (offset === 0 && this.#style.packets && !last && (expected !== 0 || this.#packetOpen())) {
      this.#endPacket();
      expected = 0;
    }
    if (!this.#packetOpen()) {
      this.#packetTime = this.#state.time;
      this.#packetPlace = at;
    }
    this.#anyLine = true;
    if (offset !== expected) this.#recorder.problem('offset-mismatch', at, length, { expected, found: offset });
    this.#expected = offset;
  }

  #packetOpen(): boolean {
    return this.#anyLine && this.#track.length > this.#packetAt;
  }

  #endPacket(): void {
    if (this.#state.side !== null) return;
    const length = this.#track.length - this.#packetAt;
    if (length > 0)
      this.#recorder.packets.push({
        offset: this.#packetAt,
        length,
        time: this.#packetTime,
        position: this.#packetPlace,
      });
    this.#packetAt = this.#track.length;
  }

  /** Writes the lines that `*` stands for, up to `offset`. Returns the offset reached. */
  #fill(offset: number, expected: number): number {
    const track = this.#track;
    const missing = offset - expected;
    if (missing <= 0 || missing > MAX_REPEAT || missing % this.#rowLength !== 0) return expected;
    track.reserve(missing);
    for (let k = 0; k < missing; k++) {
      track.bytes[track.length + k] = track.bytes[this.#rowAt + (k % this.#rowLength)] as number;
      track.mark(track.length + k, this.#starAt, this.#starAt + 1);
    }
    track.length += missing;
    return offset;
  }

  #takeSide(start: number, begin: number): void {
    const indent = begin - start;
    const tab = this.#text.charCodeAt(start) === 0x09;
    const direction: Direction = tab || indent >= 3 ? 'server-to-client' : 'client-to-server';
    if (this.#track.direction === direction) return;
    const track = this.#recorder.track(direction, 256);
    this.#use(track, this.#resting.get(track) ?? 0);
  }

  /** The bytes of a line, from the first one, and its gutter. Returns the end of the line. */
  #row(lineStart: number, first: number): number {
    const text = this.#text;
    const style = this.#style;
    const track = this.#track;
    const rowAt = track.length;
    const { columns, lost, after, gutter, end } = readRow(text, lineStart, first, style, track, this.#recorder);
    const count = track.length - rowAt;
    this.#expected += count + lost;
    this.#rowAt = rowAt;
    this.#rowLength = count;
    if ((style.sides || track.direction !== null) && count > 0) this.#recorder.extend(track, rowAt);
    const found = this.#recorder.found;
    let column = -1;
    if (gutter >= 0 && lost === 0) column = this.#checkGutter(lineStart, gutter, after, end, rowAt, count);
    const usual = lost === 0 && count >= 8 && found === this.#recorder.found && columns.length === count;
    const fits = column < 0 ? gutter < 0 : lineStart + column + count + (style.split && count > 8 ? 1 : 0) <= end;
    this.#template =
      usual && fits
        ? new RowTemplate(
            text,
            lineStart,
            end,
            { at: this.#offsetColumn, digits: this.#offsetDigits, radix: this.#radix },
            columns,
            column,
            style.split,
          )
        : null;
    return end;
  }

  /** Compares the gutter with the bytes; returns its column, or -1 after a report. */
  #checkGutter(
    lineStart: number,
    found: number,
    lastByteEnd: number,
    end: number,
    rowAt: number,
    count: number,
  ): number {
    const style = this.#style;
    const known = this.#gutterColumn >= 0 ? lineStart + this.#gutterColumn : -1;
    const gutter = {
      found,
      end,
      after: lastByteEnd,
      gap: style.gap,
      known,
      split: style.split,
      bar: style.bar !== null,
    };
    const { start, bad } = placeGutter(this.#text, gutter, this.#track.bytes, rowAt, count);
    if (bad >= 0) {
      this.#recorder.problem('gutter-mismatch', bad, 1, { byte: rowAt });
      return -1;
    }
    if (count >= 8) this.#gutterColumn = start - lineStart;
    return start - lineStart;
  }

  /** A line without an offset. */
  #otherLine(start: number): number {
    const text = this.#text;
    const end = lineEnd(text, start, text.length);
    if (this.#style.heading(text, start, end, this.#state) || isPrompt(text, start, end)) return end;
    const begin = skipBlanks(text, start, end);
    let stop = end;
    while (stop > begin && classOf(text.charCodeAt(stop - 1)) === BLANK) stop -= 1;
    this.#recorder.problem('invalid-character', begin, stop - begin, { expected: 'offset' });
    return end;
  }
}
