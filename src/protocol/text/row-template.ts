import { CLASS } from './chars.ts';
import { shows } from './gutter.ts';

/** What a byte looks like in most gutters. */
const DRAWN: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x20 && byte < 0x7f ? byte : 0x2e));

/**
 * The columns of a full line of a dump, learnt from one that was read with care. A dump's lines are all alike, so the
 * next ones are compared with it, column by column; whatever differs is left to the careful reader.
 */
export class RowTemplate {
  /** Code units of a line without its end. */
  readonly length: number;
  /** Bytes of a line. */
  readonly count: number;
  readonly #offsetAt: number;
  readonly #digits: number;
  readonly #radix: number;
  /** Column of the first digit of each byte, and of its character in the gutter (-1: no gutter). */
  readonly #columns: Int32Array;
  readonly #gutter: Int32Array;
  /** Columns of everything else, and what stands there. */
  readonly #fixedAt: Int32Array;
  readonly #fixed: Uint16Array;

  /** @param gutter column of the first character of the gutter or -1; `split`: a blank follows its eighth. */
  constructor(
    text: string,
    start: number,
    end: number,
    offset: { readonly at: number; readonly digits: number; readonly radix: number },
    columns: readonly number[],
    gutter: number,
    split: boolean,
  ) {
    this.length = end - start;
    this.count = columns.length;
    this.#offsetAt = offset.at;
    this.#digits = offset.digits;
    this.#radix = offset.radix;
    this.#columns = Int32Array.from(columns);
    this.#gutter = Int32Array.from(columns, (_, k) => (gutter < 0 ? -1 : gutter + k + (split && k >= 8 ? 1 : 0)));
    const free = new Set<number>();
    for (let k = 0; k < offset.digits; k++) free.add(offset.at + k);
    for (const column of columns) free.add(column).add(column + 1);
    if (gutter >= 0) for (const column of this.#gutter) free.add(column);
    const fixed: number[] = [];
    for (let k = 0; k < this.length; k++) if (!free.has(k)) fixed.push(k);
    this.#fixedAt = Int32Array.from(fixed);
    this.#fixed = Uint16Array.from(fixed, (k) => text.charCodeAt(start + k));
  }

  /**
   * Reads the line at `start` into `bytes` from index `n` on. Returns false, and leaves it all to the careful reader,
   * unless every character is where it was in the line this was learnt from and the offset is `expected`.
   */
  read(text: string, start: number, expected: number, bytes: Uint8Array, n: number): boolean {
    const table = CLASS;
    const fixedAt = this.#fixedAt;
    const fixed = this.#fixed;
    for (let k = 0; k < fixedAt.length; k++) {
      if (text.charCodeAt(start + (fixedAt[k] as number)) !== (fixed[k] as number)) return false;
    }
    const radix = this.#radix;
    let offset = 0;
    const offsetEnd = start + this.#offsetAt + this.#digits;
    for (let at = start + this.#offsetAt; at < offsetEnd; at++) {
      const c = text.charCodeAt(at);
      const v = c < 256 ? (table[c] as number) : 99;
      if (v >= radix) return false;
      offset = offset * radix + v;
    }
    if (offset !== expected) return false;
    const columns = this.#columns;
    const gutter = this.#gutter;
    const drawn = DRAWN;
    const count = columns.length;
    for (let k = 0; k < count; k++) {
      const at = start + (columns[k] as number);
      const a = text.charCodeAt(at);
      const b = text.charCodeAt(at + 1);
      if ((a | b) > 255) return false;
      const p = table[a] as number;
      const q = table[b] as number;
      if ((p | q) > 15) return false;
      const byte = (p << 4) | q;
      bytes[n + k] = byte;
      const g = gutter[k] as number;
      if (g < 0) continue;
      const shown = text.charCodeAt(start + g);
      if (shown !== (drawn[byte] as number) && !shows(shown, byte)) return false;
    }
    return true;
  }

  /** Column of byte `k`. */
  column(k: number): number {
    return this.#columns[k] as number;
  }
}
