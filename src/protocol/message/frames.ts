import type { FrameTable } from '../frame/table.ts';

/**
 * The data frames of the message that begins with frame `first`, in order, control frames between them left out. Ends
 * with FIN, with a new message that cut it off, or with the bytes.
 */
export function* messageFrames(table: FrameTable, first: number): Generator<number> {
  if (table.message(first) !== first) return;
  yield first;
  if (table.framing === 'hixie' || table.fin(first)) return;
  for (let i = first + 1; i < table.count; i += 1) {
    const message = table.message(i);
    if (message > first) return;
    if (message !== first) continue;
    yield i;
    if (table.fin(i)) return;
  }
}
