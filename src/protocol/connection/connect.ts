import type { Direction } from '../bytes/span.ts';
import type { Gap, Segment } from '../text/reading.ts';
import { Connection } from './connection.ts';
import type { Assumptions } from './model.ts';

/** Decodes streams whose senders are known; `segments` gives the order across them where the capture tells. */
export function connect(
  streams: readonly { readonly direction: Direction; readonly bytes: Uint8Array; readonly gaps?: readonly Gap[] }[],
  segments: readonly Segment[] = [],
  assumptions: Assumptions = {},
): Connection {
  const ordered = segments.length > 0;
  const connection = new Connection(assumptions, ordered);
  const pushed = streams.map(() => 0);
  for (const { stream, offset, length } of segments) {
    const { direction, bytes } = streams[stream] ?? {};
    // From where the last segment ended: what is missing between two is pushed along, as the zeros that stand for it.
    if (direction && bytes) connection.push(direction, bytes.subarray(pushed[stream] ?? 0, offset + length));
    pushed[stream] = offset + length;
  }
  for (const [i, { direction, bytes }] of streams.entries()) {
    const rest = bytes.subarray(pushed[i] ?? 0);
    if (rest.length > 0) connection.push(direction, rest);
  }
  for (const { direction, gaps = [] } of streams) connection.missing(direction, gaps);
  connection.end();
  return connection;
}
