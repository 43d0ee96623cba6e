import type { Source } from '../../protocol/bytes/source.ts';
import type { FieldId } from '../../protocol/model/fields.ts';
import type { FieldNode } from '../../protocol/model/node.ts';
import { finder, leaves, type Mark } from './marks.ts';

/** Lays a frame header out as the figure of RFC 6455 section 5.2 does: words of 32 bits, numbered from the left. */

const HEADER_FIELDS: ReadonlySet<FieldId> = new Set([
  'fin',
  'rsv1',
  'rsv2',
  'rsv3',
  'opcode',
  'mask',
  'length-7',
  'length-16',
  'length-64',
  'masking-key',
  'frame-type',
  'hixie-length',
  'more',
  'rsv4',
  'draft-opcode',
]);

/** Payload bytes shown after the header at least, so that it is seen where the header ends. */
const PAYLOAD_BYTES = 2;

interface RulerBit {
  /** Bit of the source. */
  readonly at: number;
  readonly value: 0 | 1;
  readonly mark: Mark | null;
  /** After the header. */
  readonly beyond: boolean;
}

/** The part of a field that lies in one row. */
export interface RulerPiece {
  readonly mark: Mark;
  /** Column of the first bit in the row, and number of bits. */
  readonly column: number;
  readonly bits: number;
  /** Bytes of the field in this piece, both inclusive; null where the field is whole here or less than a byte. */
  readonly bytes: readonly [first: number, last: number] | null;
  readonly beyond: boolean;
}

export interface RulerRow {
  /** Bit of the frame that the row starts with. */
  readonly start: number;
  readonly bits: readonly RulerBit[];
  readonly pieces: readonly RulerPiece[];
}

/**
 * Rows of `perRow` (8, 16 or 32) bits: the header of the frame `tree`, read from `source`, and the first bytes of what
 * follows until the row is full. No rows for a tree without a place in the source.
 */
export function rulerRows(tree: FieldNode, source: Source, perRow: number): RulerRow[] {
  if (!tree.span || tree.span.source !== source.id) return [];
  const marks = leaves(tree).filter((mark) => mark.span.source === source.id);
  const find = finder(marks, source.id);
  const { start } = tree.span;
  const limit = Math.min(tree.span.end, source.length * 8);
  const headerEnd = marks.reduce(
    (end, mark) => (HEADER_FIELDS.has(mark.field) ? Math.max(end, mark.span.end) : end),
    start,
  );
  const wanted = Math.min(limit, headerEnd + PAYLOAD_BYTES * 8) - start;
  const stop = Math.min(limit, start + Math.ceil(wanted / perRow) * perRow);
  const bytes = source.read(start / 8, Math.ceil(stop / 8));
  const rows: RulerRow[] = [];
  for (let from = start; from < stop; from += perRow) {
    const until = Math.min(stop, from + perRow);
    const inRow = find(Math.floor(from / 8), Math.ceil(until / 8));
    const bits: RulerBit[] = [];
    for (let at = from; at < until; at++) {
      const value = ((bytes[(at - start) >> 3] ?? 0) >> (7 - ((at - start) & 7))) & 1 ? 1 : 0;
      const mark = inRow.find((one) => one.span.start <= at && at < one.span.end) ?? null;
      bits.push({ at, value, mark, beyond: at >= headerEnd });
    }
    const pieces = inRow.map((mark): RulerPiece => {
      const first = Math.max(from, mark.span.start);
      const end = Math.min(until, mark.span.end);
      const whole = first === mark.span.start && end === mark.span.end;
      const byte = (bit: number) => Math.floor((bit - mark.span.start) / 8);
      return {
        mark,
        column: first - from,
        bits: end - first,
        bytes: whole || mark.span.end - mark.span.start <= 8 ? null : [byte(first), byte(end - 1)],
        beyond: first >= headerEnd,
      };
    });
    rows.push({ start: from - start, bits, pieces });
  }
  return rows;
}

/** Rough width of a character of the smallest type in pixels. Chinese characters are as wide as they are high. */
function advance(character: string): number {
  if ((character.codePointAt(0) ?? 0) > 0x2e7f) return 12.5;
  if ('iIjl.,:’ '.includes(character)) return 4;
  return 'mMwW'.includes(character) ? 10 : 7.5;
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += advance(character);
  return width;
}

/** The first of the texts that fits into `width` pixels, or null. */
export function fitting(texts: readonly string[], width: number): string | null {
  return texts.find((text) => widthOf(text) <= width) ?? null;
}

export type RulerMove =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'row-start'
  | 'row-end'
  | 'start'
  | 'end'
  | 'next'
  | 'previous';

/** Where a key leads from `bit` (an index into all bits of the ruler); stays where there is nothing further. */
export function moveInRuler(rows: readonly RulerRow[], bit: number, move: RulerMove): number {
  const all = rows.flatMap((row) => row.bits);
  const perRow = rows[0]?.bits.length ?? 1;
  const last = all.length - 1;
  const inside = (to: number) => (to < 0 || to > last ? bit : to);
  const startOf = (index: number) => {
    let i = index;
    while (i > 0 && all[i - 1]?.mark === all[i]?.mark) i -= 1;
    return i;
  };
  switch (move) {
    case 'left':
      return inside(bit - 1);
    case 'right':
      return inside(bit + 1);
    case 'up':
      return inside(bit - perRow);
    case 'down':
      return inside(bit + perRow);
    case 'row-start':
      return bit - (bit % perRow);
    case 'row-end':
      return Math.min(last, bit - (bit % perRow) + perRow - 1);
    case 'start':
      return 0;
    case 'end':
      return last;
    case 'previous':
      return startOf(bit) < bit ? startOf(bit) : startOf(Math.max(0, bit - 1));
    case 'next': {
      let i = bit;
      while (i < last && all[i + 1]?.mark === all[bit]?.mark) i += 1;
      return inside(i + 1);
    }
  }
}
