import { byteSpan } from '../../protocol/bytes/span.ts';
import type { Selection } from '../state/selection.ts';
import type { Framed } from './framed.ts';

/** One byte in the picture of masking. */
export interface TravelCell {
  readonly row: 'payload' | 'key' | 'wire';
  /** Column from 0: the bytes of the header first, then those of the payload. */
  readonly column: number;
  readonly byte: number;
  /** Index in the payload, or -1 for a byte of the header. */
  readonly index: number;
  readonly source: string;
  readonly offset: number;
}

/**
 * The payload, the key repeated under it, and the wire, one byte a column.
 * @param header how many bytes of the header have columns (its last ones)
 * @param shown how many bytes of the payload have columns
 */
export function travelRows(frame: Framed, header: number, shown: number): TravelCell[][] {
  const { bytes, payload, key, headerLength, wire, unmasked } = frame;
  const rows: [TravelCell[], TravelCell[], TravelCell[]] = [[], [], []];
  const skipped = headerLength - header;
  for (let offset = skipped; offset < headerLength; offset++) {
    rows[2].push({
      row: 'wire',
      column: offset - skipped,
      byte: bytes[offset] ?? 0,
      index: -1,
      source: wire.id,
      offset,
    });
  }
  for (let index = 0; index < Math.min(shown, payload.length); index++) {
    const place = { column: header + index, index };
    const plain = unmasked?.id ?? wire.id;
    rows[0].push({ row: 'payload', ...place, byte: payload[index] ?? 0, source: plain, offset: index });
    const keyOffset = headerLength - 4 + (index % 4);
    rows[1].push({ row: 'key', ...place, byte: key[index % 4] ?? 0, source: wire.id, offset: keyOffset });
    const offset = headerLength + index;
    rows[2].push({ row: 'wire', ...place, byte: bytes[offset] ?? 0, source: wire.id, offset });
  }
  return rows;
}

/** What looking at a cell selects. */
export function selectionOf(cell: TravelCell, path: string | null): Selection {
  return { path, span: byteSpan(cell.source, cell.offset, 1), view: 'bytes' };
}

/** The cell that a key leads to: left and right in its row, up and down in its column; null where there is none. */
export function moveInTravel(
  rows: readonly (readonly TravelCell[])[],
  from: TravelCell,
  key: string,
): TravelCell | null {
  const r = rows.findIndex((row) => row.includes(from));
  const row = rows[r] ?? [];
  const i = row.indexOf(from);
  const above = (step: number) => rows[r + step]?.find((cell) => cell.column === from.column) ?? null;
  switch (key) {
    case 'ArrowLeft':
      return row[i - 1] ?? null;
    case 'ArrowRight':
      return row[i + 1] ?? null;
    case 'ArrowUp':
      return above(-1);
    case 'ArrowDown':
      return above(1);
    case 'Home':
      return row[0] ?? null;
    case 'End':
      return row.at(-1) ?? null;
    default:
      return null;
  }
}
