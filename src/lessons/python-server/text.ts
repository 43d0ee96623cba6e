/** Text as Python reads it: over the borders of frames, and in Python's words where it is none. */

import { concat } from '../../protocol/bytes/join.ts';
import { type Utf8FaultKind, validateUtf8 } from '../../protocol/bytes/utf8.ts';

/** `reason` of a `UnicodeDecodeError`. */
export const REASONS: Readonly<Record<Utf8FaultKind, string>> = {
  'invalid-start-byte': 'invalid start byte',
  'invalid-continuation-byte': 'invalid continuation byte',
  'truncated-sequence': 'unexpected end of data',
};

/** Bytes of an unfinished character that are kept, or why these bytes are no text. */
export type Decoded = { readonly pending: Uint8Array } | { readonly reason: string };

/**
 * The incremental decoder: `bytes` come after `pending`. One thing it sees a byte later than it could: half of a UTF-16
 * pair, `ed a0` to `ed bf`, at the very end of what has come.
 */
export function decodeMore(pending: Uint8Array, bytes: Uint8Array, final: boolean): Decoded {
  const all = concat([pending, bytes]);
  const fault = validateUtf8(all);
  if (fault === null) return { pending: new Uint8Array() };
  const { kind, index, sequenceStart } = fault;
  const atEnd = index === all.length - 1 && index === sequenceStart + 1;
  const halfPair = atEnd && all[sequenceStart] === 0xed && ((all[index] as number) & 0xc0) === 0x80;
  if (!final && (kind === 'truncated-sequence' || halfPair)) return { pending: all.slice(sequenceStart) };
  return { reason: REASONS[kind] };
}
