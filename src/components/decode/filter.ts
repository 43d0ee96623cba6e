import type { ConnectionView } from '../../protocol/connection/model.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';

/** What the list can be narrowed to. Each test reads only the columns of the frame tables. */
export const FILTERS = [
  'all',
  'problems',
  'handshake',
  'text',
  'binary',
  'continuation',
  'close',
  'ping',
  'pong',
] as const;
export type Filter = (typeof FILTERS)[number];

const BY_OPCODE = new Set<Filter>(['text', 'binary', 'continuation', 'close', 'ping', 'pong']);

/** Rows that pass, in order; null for all of them. */
export function rowsOf(connection: ConnectionView, filter: Filter): Uint32Array | null {
  if (filter === 'all') return null;
  const rows = new Uint32Array(connection.partCount);
  const withIssues = filter === 'problems' ? new Set(connection.issues().list.map((issue) => issue.part)) : null;
  let count = 0;
  for (let row = 0; row < connection.partCount; row += 1) {
    const part = connection.part(row);
    const { frames } = connection.directions[part.direction];
    let passes = false;
    if (filter === 'handshake') passes = part.kind === 'request' || part.kind === 'response';
    else if (withIssues)
      passes = part.kind === 'frame' ? frames.issueBits(part.frame) !== 0 : withIssues.has(part.path);
    else if (part.kind === 'frame') {
      if (frames.framing !== 'hixie') {
        passes = BY_OPCODE.has(filter) && frames.opcode(part.frame) === OPCODE[filter as keyof typeof OPCODE];
      } else passes = filter === 'text' && frames.form(part.frame) === 'sentinel';
    }
    if (passes) {
      rows[count] = row;
      count += 1;
    }
  }
  return rows.slice(0, count);
}
