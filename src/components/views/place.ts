import { DIRECTIONS, endByte, firstByte, type SourceId, type Span } from '../../protocol/bytes/span.ts';

/** A span as people say it. Bytes are offsets in the source; bits count from the left of their byte, 0 to 7. */
export type Place =
  | { readonly kind: 'bit'; readonly bit: number; readonly byte: number }
  | { readonly kind: 'bits'; readonly first: number; readonly last: number; readonly byte: number }
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'bytes'; readonly first: number; readonly last: number };

export function placeOf(span: Span): Place {
  const first = firstByte(span);
  const last = Math.max(first, endByte(span) - 1);
  if (first < last) return { kind: 'bytes', first, last };
  const from = span.start - first * 8;
  const bits = span.end - span.start;
  if (bits === 1) return { kind: 'bit', bit: from, byte: first };
  if (bits > 0 && bits < 8) return { kind: 'bits', first: from, last: from + bits - 1, byte: first };
  return { kind: 'byte', byte: first };
}

const DERIVED = ['unmasked', 'unmasked-frame', 'joined', 'inflated'] as const;

export type SourceName = (typeof DIRECTIONS)[number] | (typeof DERIVED)[number] | 'other';

/** Key of the words for a source: its direction, or what was done to it, which ends its id. */
export function sourceName(id: SourceId): SourceName {
  const all: readonly string[] = [...DIRECTIONS, ...DERIVED];
  const last = id.slice(id.lastIndexOf('/') + 1);
  return all.includes(last) ? (last as SourceName) : 'other';
}
