import type { Look } from './look.ts';
import { cellRange } from './words-chars.ts';

/** How one cell of `od` or `hexdump` writes its bytes. Words are little-endian, as on the machines that print them. */
export type Unit = 'x1' | 'x2' | 'x4' | 'x8' | 'o1' | 'o2' | 'u1' | 's1' | 'u2' | 'c';

/** Bytes of a cell. */
export const SIZE: Readonly<Record<Unit, number>> = {
  x1: 1,
  x2: 2,
  x4: 4,
  x8: 8,
  o1: 1,
  o2: 2,
  u1: 1,
  s1: 1,
  u2: 2,
  c: 1,
};

export interface Layout {
  unit: Unit;
  /** Base of the offsets. */
  radix: 8 | 10 | 16;
  /** Lines of the excerpt that fit. */
  share: number;
  /** Offsets that agree with the number of bytes before them. */
  agree: number;
  /** The first offset, where the dump begins inside its file and the other offsets agree; else 0. */
  shift: number;
}

/** Decimal cells are told from hexadecimal ones by their width alone. */
const WIDE: Readonly<Partial<Record<Unit, RegExp>>> = {
  u1: /^\s*[0-9a-f]{5,16}(?: {3}\d| {2}\d\d| \d{3})+\s*$/i,
  s1: /^\s*[0-9a-f]{5,16}(?: {4}\d| {3}[\d-]\d| {2}[\d-]\d\d| -\d{3})+\s*$/i,
  // `od -t u2` is six columns wide; `hexdump -d` pads with zeros.
  u2: /^\s*[0-9a-f]{5,16}(?:(?: {5}\d| {4}\d\d| {3}\d{3}| {2}\d{4}| \d{5})+|(?: {3}\d{5})+)\s*$/i,
};
const ROW = /^\s*([0-9a-f]{5,16})((?:\s+\S+)*)\s*$/i;

const CELLS: readonly [Unit, RegExp][] = [
  ['x1', /^[0-9a-f]{2}$/i],
  ['o1', /^[0-3][0-7]{2}$/],
  ['x2', /^[0-9a-f]{4}$/i],
  ['o2', /^[01][0-7]{5}$/],
  ['x4', /^[0-9a-f]{8}$/i],
  ['x8', /^[0-9a-f]{16}$/i],
  ['u1', /^\d{1,3}$/],
  ['s1', /^-?\d{1,3}$/],
  ['u2', /^\d{1,5}$/],
  ['c', /^(?:\\[0abtnvfr\\]|[0-3][0-7]{2}|[!-~])$/],
];

/** Finds unit and offset base from the excerpt; null where the text is no such dump. */
export function layoutOf(look: Look): Layout | null {
  const rows: { offset: string; cells: string[]; line: string }[] = [];
  for (const line of look.lines) {
    const match = ROW.exec(line.replace(/\s+>.*<$/, ''));
    if (match !== null)
      rows.push({ offset: match[1] as string, cells: (match[2] as string).trim().split(/\s+/), line });
  }
  const filled = rows.filter((row) => row.cells[0] !== '');
  if (filled.length === 0) return null;
  let unit: Unit | null = null;
  let best = 0.5;
  for (const [candidate, pattern] of CELLS) {
    const wide = WIDE[candidate];
    if (wide !== undefined && !filled.every(({ line }) => wide.test(line))) continue;
    let hits = 0;
    let all = 0;
    for (const row of filled) {
      for (const cell of row.cells) {
        all += 1;
        if (pattern.test(cell)) hits += 1;
      }
    }
    if (hits / all > best) {
      best = hits / all;
      unit = candidate;
    }
  }
  if (unit === null) return null;
  const size = SIZE[unit];
  let radix: Layout['radix'] = (filled[0]?.offset.length ?? 7) === 6 ? 16 : unit === 'x2' ? 16 : 8;
  let agree = -1;
  for (const candidate of [radix, 16, 8, 10] as const) {
    const allowed = candidate === 16 ? /^[0-9a-f]+$/i : candidate === 8 ? /^[0-7]+$/ : /^\d+$/;
    let hits = 0;
    rows.forEach((row, index) => {
      const next = rows[index + 1];
      if (next === undefined || !allowed.test(row.offset) || !allowed.test(next.offset)) return;
      const step = Number.parseInt(next.offset, candidate) - Number.parseInt(row.offset, candidate);
      const { least, most } =
        unit === 'c'
          ? cellRange(row.line.slice(row.line.indexOf(row.offset) + row.offset.length))
          : { least: row.cells.length * size, most: row.cells.length * size };
      // Two for a sure hit, one where the blanks at the end may be bytes or not.
      if (step === least) hits += 2;
      else if (step > least && step <= most) hits += 1;
      else if (next.cells[0] === '' && step > least - size && step < least) hits += 2;
    });
    if (hits > agree) {
      agree = hits;
      radix = candidate;
    }
  }
  const first = Number.parseInt(filled[0]?.offset ?? '', radix);
  const shift = agree > 0 && rows[0] === filled[0] ? first : 0;
  return { unit, radix, share: (rows.length / look.lines.length) * best, agree, shift };
}
