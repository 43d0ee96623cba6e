/** A head as a stage draws it: lines in pieces, and bytes in cells. Plain data from the engine's reading. */

import { hexByte } from '../../protocol/bytes/hex.ts';
import type { ByteRange } from '../../protocol/handshake/finding.ts';
import type { Head, HeaderLine } from '../../protocol/handshake/head.ts';
import { latin1 } from '../../protocol/handshake/latin1.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import { FIELDS } from '../../protocol/model/fields.ts';
import { isKnown, type State } from '../stage/types.ts';

export type LineState = State;

export interface Piece {
  readonly text: string;
  readonly role?: ColourRole;
  readonly state?: LineState;
}

export interface HttpLine {
  readonly id: string;
  readonly pieces: readonly Piece[];
  readonly state: LineState;
  /** Default: CR LF. */
  readonly end?: 'crlf' | 'lf' | 'nul' | 'none';
}

/** A line of a head, and where it is, line end included. */
export interface HeadLine extends ByteRange {
  readonly id: string;
  readonly pieces: readonly Piece[];
}

/** A byte with its character, or the sign for what was left out. */
export interface ByteCell {
  readonly id: string;
  readonly text: string;
  readonly caption?: string;
  readonly role?: ColourRole;
  readonly state?: State;
}

const KEYS: readonly string[] = ['sec-websocket-key', 'sec-websocket-accept'];

/** All lines of a head, the blank line too. Headers are named by their lower-case names. */
export function headLines(head: Head, bytes: Uint8Array): readonly HeadLine[] {
  const first: HeadLine = {
    id: 'start-line',
    start: head.startLine.start,
    end: head.startLineEnd,
    pieces: startPieces(head, bytes),
  };
  const seen = new Map<string, number>();
  const headers = head.headers.map((header) => {
    const before = seen.get(header.id) ?? 0;
    seen.set(header.id, before + 1);
    const id = before === 0 ? header.id : `${header.id}-${before + 1}`;
    return { id, ...header.lineRange, pieces: headerPieces(header, bytes) };
  });
  const blank = head.blankLine ? [{ id: 'blank-line', ...head.blankLine, pieces: [] }] : [];
  return [first, ...headers, ...blank];
}

function startPieces(head: Head, bytes: Uint8Array): Piece[] {
  const tokens: readonly (readonly [ByteRange | null, ColourRole])[] =
    head.kind === 'request'
      ? [
          [head.method, FIELDS.method.colour],
          [head.target, FIELDS.target.colour],
          [head.version, 'plain'],
        ]
      : [
          [head.version, 'plain'],
          [head.status, FIELDS['status-code'].colour],
          [head.reason, 'plain'],
        ];
  const places = tokens.flatMap(([place, role]) => (place ? [{ start: place.start, end: place.end, role }] : []));
  return cut(bytes, head.startLine, places);
}

function headerPieces(header: HeaderLine, bytes: Uint8Array): Piece[] {
  const value = KEYS.includes(header.id) ? 'key' : FIELDS['header-value'].colour;
  return cut(bytes, textOf(header.lineRange, bytes), [
    { ...header.nameRange, role: FIELDS['header-name'].colour },
    { ...header.valueRange, role: value },
  ]);
}

/** A line without its line end. */
function textOf({ start, end }: ByteRange, bytes: Uint8Array): ByteRange {
  let last = end;
  if (last > start && bytes[last - 1] === 0x0a) last -= 1;
  if (last > start && bytes[last - 1] === 0x0d) last -= 1;
  return { start, end: last };
}

/** A range in pieces: the places with their roles, plain between them. */
function cut(bytes: Uint8Array, range: ByteRange, places: readonly (ByteRange & { role: ColourRole })[]): Piece[] {
  const pieces: Piece[] = [];
  let at = range.start;
  for (const { start, end, role } of places) {
    if (start < at || end > range.end || end <= start) continue;
    if (start > at) pieces.push({ text: latin1(bytes, at, start) });
    pieces.push({ text: latin1(bytes, start, end), role });
    at = end;
  }
  if (at < range.end) pieces.push({ text: latin1(bytes, at, range.end) });
  return pieces;
}

/** Lines in their states. Only the current one has its parts in colour. */
export function drawn(lines: readonly HeadLine[], stateOf: (line: HeadLine, index: number) => LineState): HttpLine[] {
  return lines.map((line, index) => {
    const state = stateOf(line, index);
    const known = isKnown(state) ? line.pieces : [];
    const pieces = state === 'current' ? known : known.map(({ text }) => ({ text }));
    return { id: line.id, pieces, state };
  });
}

/** Character of a byte, the two of a line end by their names. A dot where there is none to be seen. */
export function characterOf(byte: number): string {
  if (byte === 0x0d) return 'CR';
  if (byte === 0x0a) return 'LF';
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
}

export interface CellLook {
  readonly role?: ColourRole;
  readonly state?: NonNullable<ByteCell['state']>;
}

/**
 * Bytes `start` to `end` as cells, characters over hex, named by their offsets. No more than `most` of them: where there
 * are more, the middle is left out, because both ends of a line matter.
 */
export function byteCells(
  bytes: Uint8Array,
  { start, end }: ByteRange,
  look: (offset: number) => CellLook = () => ({}),
  most = 50,
): ByteCell[] {
  const cells: ByteCell[] = [];
  const tail = Math.min(10, Math.floor(most / 3));
  const cutAt = end - start > most ? start + most - tail - 1 : end;
  for (let at = start; at < end; at += 1) {
    if (at === cutAt) {
      cells.push({ id: `cut-${at}`, text: '…', caption: String(end - tail - at), state: 'faint' });
      at = end - tail;
    }
    const byte = bytes[at] ?? 0;
    cells.push({ id: `b${at}`, text: characterOf(byte), caption: hexByte(byte), ...look(at) });
  }
  return cells;
}

/** The lines with the byte at `offset` marked: that line is wrong, and in it this one character. */
export function withMark(lines: readonly HttpLine[], heads: readonly HeadLine[], offset: number): HttpLine[] {
  return lines.map((line) => {
    const head = heads.find(({ id }) => id === line.id);
    if (!head || offset < head.start || offset >= head.end) return line;
    const text = head.pieces.map((piece) => piece.text).join('');
    const at = offset - head.start;
    const before = text.slice(0, at);
    const marked = text.charAt(at) || 'CR';
    const pieces = [{ text: before }, { text: marked, state: 'wrong' as const }, { text: text.slice(at + 1) }];
    return { ...line, state: 'current', pieces: pieces.filter((piece) => piece.text !== '') };
  });
}

/** The role that each byte of a line has in its pieces; its line end is `length`, for it tells where the line is over. */
export function rolesOf(line: HeadLine): (offset: number) => CellLook {
  const ends: { end: number; role?: ColourRole }[] = [];
  let at = line.start;
  for (const { text, role } of line.pieces) {
    at += text.length;
    ends.push(role === undefined ? { end: at } : { end: at, role });
  }
  return (offset) => {
    if (offset >= at) return { role: 'length' };
    const role = ends.find(({ end }) => offset < end)?.role;
    return role === undefined ? {} : { role };
  };
}
