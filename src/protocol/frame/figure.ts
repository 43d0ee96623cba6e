import { hexByte } from '../bytes/hex.ts';
import type { FieldId } from '../model/fields.ts';
import { extendedLengthBytes, lengthFormOf, readBigEndian } from './length.ts';
import { announcedHeaderSize } from './parts.ts';

/**
 * The figure of RFC 6455 section 5.2 with real bits in it, as data. Bits are numbered as the RFC numbers them: bit 0 is
 * the 0x80 bit of the first byte.
 */

export type FigureField = Extract<
  FieldId,
  | 'fin'
  | 'rsv1'
  | 'rsv2'
  | 'rsv3'
  | 'opcode'
  | 'mask'
  | 'length-7'
  | 'length-16'
  | 'length-64'
  | 'masking-key'
  | 'payload'
  // What follows the frame.
  | 'unparsed'
>;

/** A field as the header announces it, whether its bytes are there or not. */
export interface FigurePart {
  readonly field: FigureField;
  /** First bit, and how many of them are drawn. */
  readonly start: number;
  readonly bits: number;
}

/** As much of a field as lies in one row. */
export interface FigureCell extends FigurePart {
  /** Bits of the field in the rows before. */
  readonly before: number;
  /** The bits as an unsigned number; null where some of them are not there. */
  readonly value: number | null;
}

export interface FigureRow {
  readonly start: number;
  readonly cells: readonly FigureCell[];
}

export interface FrameFigure {
  /** In order, without gaps. */
  readonly parts: readonly FigurePart[];
  /** Of 32 bits. The last may be shorter. */
  readonly rows: readonly FigureRow[];
  /** The bytes that the figure was made of. */
  readonly bytes: Uint8Array;
  /** As announced: 16 to 112. */
  readonly headerBits: number;
  /** As announced; null while the header is not there. */
  readonly payloadLength: bigint | null;
  /** Payload bytes, announced or there, that are not drawn any more. */
  readonly omitted: bigint;
}

interface FigureOptions {
  /** Rows of 32 bits below those that the header takes part in; default 3. */
  readonly payloadRows?: number;
}

const BITS_A_ROW = 32;

const FIRST_TWO: readonly (readonly [FigureField, number])[] = [
  ['fin', 1],
  ['rsv1', 1],
  ['rsv2', 1],
  ['rsv3', 1],
  ['opcode', 4],
  ['mask', 1],
  ['length-7', 7],
];

/** The figure of the frame at the start of any bytes; what is announced but not there is empty in it. */
export function figureOf(bytes: Uint8Array, { payloadRows = 3 }: FigureOptions = {}): FrameFigure {
  const parts: FigurePart[] = [];
  let at = 0;
  const add = (field: FigureField, bits: number) => {
    if (bits > 0) parts.push({ field, start: at, bits });
    at += Math.max(0, bits);
  };
  for (const [field, bits] of FIRST_TWO) add(field, bits);
  const byte1 = bytes[1];
  const form = lengthFormOf(byte1 ?? 0);
  const extended = extendedLengthBytes(form);
  add(form === 64 ? 'length-64' : 'length-16', extended * 8);
  if (byte1 !== undefined && byte1 > 127) add('masking-key', 32);
  const headerBits = announcedHeaderSize(bytes) * 8;
  const payloadLength = lengthOf(bytes, extended);

  const room = (Math.ceil(headerBits / BITS_A_ROW) + payloadRows) * BITS_A_ROW - headerBits;
  const there = bytes.length * 8 - headerBits;
  const drawn = payloadLength === null ? 0 : smaller(payloadLength * 8n, room);
  add('payload', drawn);
  add('unparsed', payloadLength === null ? 0 : Math.min(there, room) - drawn);
  const omitted = payloadLength === null ? 0n : payloadLength - BigInt(drawn / 8);
  return { parts, rows: rowsOf(parts, bytes, BITS_A_ROW), bytes, headerBits, payloadLength, omitted };
}

/** The same figure in rows of 32, 16 or 8 bits. */
export function rowsOf(parts: readonly FigurePart[], bytes: Uint8Array, perRow: number): FigureRow[] {
  const last = parts.at(-1);
  const end = last ? last.start + last.bits : 0;
  const rows: FigureRow[] = [];
  for (let start = 0; start < end; start += perRow) {
    const cells: FigureCell[] = [];
    for (const part of parts) {
      const first = Math.max(start, part.start);
      const bits = Math.min(start + perRow, part.start + part.bits) - first;
      if (bits <= 0) continue;
      const value = numberOf(bytes, first, bits);
      cells.push({ field: part.field, start: first, bits, before: first - part.start, value });
    }
    rows.push({ start, cells });
  }
  return rows;
}

/** One bit, numbered as in the figure; null where the bytes end before it. */
export function bitAt(bytes: Uint8Array, bit: number): 0 | 1 | null {
  const byte = bytes[bit >> 3];
  return byte === undefined ? null : (byte >> (7 - (bit & 7))) & 1 ? 1 : 0;
}

/** A copy with one bit turned over; the same bytes where there is no such bit. */
export function flipBit(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  const byte = copy[bit >> 3];
  if (byte !== undefined) copy[bit >> 3] = byte ^ (0x80 >> (bit & 7));
  return copy;
}

function numberOf(bytes: Uint8Array, start: number, bits: number): number | null {
  let value = 0;
  for (let bit = start; bit < start + bits; bit += 1) {
    const one = bitAt(bytes, bit);
    if (one === null) return null;
    value = value * 2 + one;
  }
  return value;
}

function lengthOf(bytes: Uint8Array, extended: number): bigint | null {
  const byte1 = bytes[1];
  if (byte1 === undefined || bytes.length < 2 + extended) return null;
  return extended === 0 ? BigInt(byte1 & 0x7f) : readBigEndian(bytes.subarray(2, 2 + extended));
}

function smaller(exact: bigint, number: number): number {
  return exact < number ? Number(exact) : number;
}

/** What stands in the cells. Those of one bit are written downwards and have to be letters of a typewriter. */
export interface FigureLabels extends Readonly<Record<FigureField, string>> {
  /** Below the figure: payload bytes that are not drawn. */
  readonly more: (bytes: bigint) => string;
}

/**
 * The figure as plain text, drawn as RFC 6455 section 5.2 draws it: bits, names, and what they hold. Lines end with LF.
 * Wide characters (of Chinese) take two places.
 */
export function figureText({ rows, bytes, omitted }: FrameFigure, labels: FigureLabels): string {
  const columns = 32;
  const lines = [tens(columns), ones(columns)];
  for (const [i, row] of rows.entries()) {
    lines.push(border(rows[i - 1], row), ...inside(row, bytes, labels));
  }
  lines.push(border(rows.at(-1), undefined));
  if (omitted > 0n) lines.push(labels.more(omitted));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function tens(columns: number): string {
  return Array.from({ length: columns }, (_, bit) => (bit % 10 === 0 ? ` ${bit / 10}` : '  ')).join('');
}

function ones(columns: number): string {
  return Array.from({ length: columns }, (_, bit) => ` ${bit % 10}`).join('');
}

/** The line between two rows, with a corner wherever a cell of either begins or ends. */
function border(above: FigureRow | undefined, below: FigureRow | undefined): string {
  const corners = new Set<number>();
  let width = 0;
  for (const row of [above, below]) {
    for (const { start, bits } of row?.cells ?? []) {
      const column = start - (row as FigureRow).start;
      corners.add(column).add(column + bits);
      width = Math.max(width, column + bits);
    }
  }
  const places = Array.from({ length: width }, (_, column) => `${corners.has(column) ? '+' : '-'}-`);
  return `${places.join('')}+`;
}

function inside({ cells }: FigureRow, bytes: Uint8Array, labels: FigureLabels): string[] {
  const columns = cells.map((cell) => linesOf(cell, bytes, labels[cell.field]));
  const height = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, line) => {
    const texts = cells.map(({ bits }, i) => centred(columns[i]?.[line] ?? '', bits * 2 - 1));
    return `|${texts.join('|')}|`;
  });
}

/** Bits, then the name, then the value where it is more than the bits say. */
function linesOf(cell: FigureCell, bytes: Uint8Array, label: string): string[] {
  const { start, bits } = cell;
  const width = bits * 2 - 1;
  const row = Array.from({ length: bits }, (_, i) => bitAt(bytes, start + i) ?? '.').join(' ');
  if (bits === 1) return [row, ...label];
  const value = heldBy(cell, bytes);
  return [row, ...wrapped(label, width), ...(value === null ? [] : [value])];
}

function heldBy({ field, value, start, bits }: FigureCell, bytes: Uint8Array): string | null {
  if (value === null) return null;
  if (field === 'opcode') return `0x${value.toString(16)}`;
  if (field === 'length-7' || field === 'length-16') return String(value);
  return Array.from(bytes.subarray(start / 8, (start + bits) / 8), hexByte).join(' ');
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf(line) + 1 + widthOf(word) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(cut(word, width));
  }
  return lines;
}

function cut(word: string, width: number): string {
  let kept = '';
  for (const character of word) {
    if (widthOf(kept + character) > width) break;
    kept += character;
  }
  return kept;
}

function centred(text: string, width: number): string {
  const room = Math.max(0, width - widthOf(text));
  const left = Math.floor(room / 2);
  return `${' '.repeat(left)}${text}${' '.repeat(room - left)}`;
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}
