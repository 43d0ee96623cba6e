import { DIRECTIONS } from '../../protocol/bytes/span.ts';
import type { ConnectionView } from '../../protocol/connection/model.ts';

/**
 * The lines beside the list that join the fragments of a message (RFC 6455 section 5.4). One byte a row: two bits for
 * what the row is to a message, one each for which direction has a message open that only passes by.
 */
export const RAIL = { none: 0, first: 1, middle: 2, last: 3, passesClient: 4, passesServer: 8 } as const;

/** Lines are an aid for reading: beyond this many rows they are left out rather than waited for. */
const MAX_ROWS = 200_000;

export type Rails = Uint8Array | null;

const known = new WeakMap<ConnectionView, { rails: Rails }>();

export function railsOf(connection: ConnectionView): Rails {
  let entry = known.get(connection);
  if (!entry) {
    entry = { rails: build(connection) };
    known.set(connection, entry);
  }
  return entry.rails;
}

function build(connection: ConnectionView): Rails {
  const tables = DIRECTIONS.map((direction) => connection.directions[direction].frames);
  const fragmented = tables.some((table) => {
    for (let i = 0; i < table.count && i < MAX_ROWS; i += 1)
      if (table.message(i) >= 0 && table.message(i) !== i) return true;
    return false;
  });
  if (!fragmented || connection.partCount > MAX_ROWS) return null;

  const rails = new Uint8Array(connection.partCount);
  /** Per direction: the last frame of the message that is open at this row, or -1. */
  const until = [-1, -1];
  for (let row = 0; row < rails.length; row += 1) {
    const part = connection.part(row);
    const side = DIRECTIONS.indexOf(part.direction);
    const table = tables[side];
    let own: number = RAIL.none;
    if (part.kind === 'frame' && table && table.message(part.frame) >= 0) {
      const first = table.message(part.frame);
      if (first === part.frame) {
        const last = lastOf(table, first);
        if (last > first) {
          own = RAIL.first;
          until[side] = last;
        }
      } else {
        own = part.frame === until[side] ? RAIL.last : RAIL.middle;
      }
    }
    let code = own;
    DIRECTIONS.forEach((_, other) => {
      const passes = (until[other] ?? -1) >= 0 && !(other === side && own !== RAIL.none);
      if (passes) code |= other === 0 ? RAIL.passesClient : RAIL.passesServer;
    });
    if (own === RAIL.last) until[side] = -1;
    rails[row] = code;
  }
  return rails;
}

/** Last frame present of the message that begins at `first`. */
function lastOf(table: { count: number; message(i: number): number }, first: number): number {
  let last = first;
  // Only control frames and other data in error can stand between; a run of those is short.
  for (let i = first + 1; i < table.count; i += 1) {
    const of = table.message(i);
    if (of === first) last = i;
    else if (of >= 0) break;
  }
  return last;
}
