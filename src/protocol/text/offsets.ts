import type { Look } from './look.ts';

/** What the first column of a text says, if it counts the bytes beside it. */
export interface Offsets {
  readonly radix: 8 | 10 | 16;
  /** The first offset: not zero where the dump begins inside a file. */
  readonly first: number;
  /** Digits of the first offset. */
  readonly digits: number;
  /** Lines whose offset is what the lines before them count up to, and lines whose offset is not. */
  readonly agree: number;
  readonly bad: number;
  /** The last line is an offset alone, as od and hexdump write it. */
  readonly total: boolean;
}

/** `0000`, `0x0000`, `[0000]`, `0000h`, `0000:`, `0000 |`, and the bytes behind it. */
const LINE = /^\s*[[(<]?(?:0x)?([0-9a-f]{1,16})h?[\])>]?\s?[:|-]?(?:\s+(\S.*))?$/i;

interface Row {
  offset: string;
  /** Bytes of the line; -1 where they cannot be told. */
  count: number;
  /** A `*` stands before the line. */
  star: boolean;
}

/** Bytes at the beginning of `rest`, up to a gutter. */
function countOf(rest: string): number {
  const cell = /([0-9a-f]+)(\s+|$)/iy;
  let count = 0;
  let gap = 0;
  for (;;) {
    const at = cell.lastIndex;
    if (at === rest.length || (gap >= 2 && count !== 8)) return count;
    const match = cell.exec(rest);
    if (match === null) return gap >= 2 || (count > 0 && count % 16 === 0) || /^[|>]/.test(rest.slice(at)) ? count : -1;
    const digits = (match[1] as string).length;
    if (digits % 2 === 1) return gap >= 2 ? count : -1;
    count += digits / 2;
    gap = (match[2] as string).length;
  }
}

function rowsOf(lines: readonly string[]): (Row | null)[] {
  const rows: (Row | null)[] = [];
  let star = false;
  for (const line of lines) {
    if (/^\s*\*\s*$/.test(line)) {
      star = true;
      continue;
    }
    const match = LINE.exec(line);
    const rest = match?.[2];
    rows.push(match === null ? null : { offset: match[1] as string, count: rest ? countOf(rest) : 0, star });
    star = false;
  }
  return rows;
}

const ALLOWED = { 16: /^[0-9a-f]+$/i, 10: /^\d+$/, 8: /^[0-7]+$/ } as const;
const known = new WeakMap<Look, Offsets | null>();

/** Reads the first column of the excerpt as offsets; null where no line of it can be one. */
export function offsetsOf(look: Look): Offsets | null {
  let offsets = known.get(look);
  if (offsets === undefined) {
    offsets = measure(rowsOf(look.lines));
    known.set(look, offsets);
  }
  return offsets;
}

function measure(rows: readonly (Row | null)[]): Offsets | null {
  const first = rows.find((row) => row !== null && row.count > 0);
  if (!first) return null;
  const last = rows[rows.length - 1];
  let best: Offsets | null = null;
  for (const radix of [16, 10, 8] as const) {
    if (!ALLOWED[radix].test(first.offset)) continue;
    let agree = 0;
    let bad = 0;
    rows.forEach((row, index) => {
      const next = rows[index + 1];
      if (!row || !next || row.count < 0) return;
      const to = Number.parseInt(next.offset, radix);
      const step = to - Number.parseInt(row.offset, radix);
      const fits = ALLOWED[radix].test(next.offset) && row.count > 0 && step > 0;
      if (fits && (next.star ? step % row.count === 0 : step === row.count)) agree += 1;
      else if (to !== 0) bad += 1;
    });
    if (best !== null && agree - bad <= best.agree - best.bad) continue;
    const start = Number.parseInt(first.offset, radix);
    best = { radix, first: start, digits: first.offset.length, agree, bad, total: last?.count === 0 };
  }
  return best;
}

/**
 * The first column certainly counts the bytes, so that it is none of them. Of four digits it is hardly anything else, even
 * if every other line is wrong; of two it might be a byte too, and must begin at zero and never fail.
 */
export function areProven(offsets: Offsets | null): offsets is Offsets {
  if (offsets === null || offsets.agree === 0) return false;
  const { agree, bad, digits, first } = offsets;
  if (digits > 2) return digits > 3 ? agree >= bad : agree > bad;
  return first === 0 && bad === 0;
}

/** One line alone that begins with zeros, more than a byte has, before single bytes. */
export function isLoneLine(look: Look): boolean {
  return look.lines.length === 1 && /^\s*0{3,16}:?\s+(?:[0-9a-f]{2}(?:\s+|$)){1,32}$/i.test(look.lines[0] as string);
}

/** The first column is more likely offsets than bytes. */
export function hasOffsets(look: Look): boolean {
  return areProven(offsetsOf(look)) || isLoneLine(look);
}
