/** Text over the borders of frames, as Python's incremental decoder takes it. */

import { concat } from '../../protocol/bytes/join.ts';
import { validateUtf8 } from '../../protocol/bytes/utf8.ts';

/**
 * Bytes of an unfinished character after more bytes have come; null where they are no text. One thing Python sees a byte
 * later than it could: half of a UTF-16 pair, `ed a0` to `ed bf`, at the very end of what has come.
 */
export function decodeMore(pending: Uint8Array, bytes: Uint8Array, final: boolean): Uint8Array | null {
  const all = concat([pending, bytes]);
  const fault = validateUtf8(all);
  if (fault === null) return new Uint8Array();
  const { kind, index, sequenceStart } = fault;
  if (final) return null;
  const halfPair = index === all.length - 1 && index === sequenceStart + 1 && all[sequenceStart] === 0xed;
  const later = halfPair && ((all[index] as number) & 0xc0) === 0x80;
  return kind === 'truncated-sequence' || later ? all.slice(sequenceStart) : null;
}
