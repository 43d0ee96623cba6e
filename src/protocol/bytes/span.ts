/**
 * Names for places in byte strings. Everything the engine says about bytes, it says with these.
 */

/** Who sent the bytes. Each direction is one wire source. */
export type Direction = 'client-to-server' | 'server-to-client';

export const DIRECTIONS: readonly Direction[] = ['client-to-server', 'server-to-client'];

export function opposite(direction: Direction): Direction {
  return direction === 'client-to-server' ? 'server-to-client' : 'client-to-server';
}

/**
 * Identity of a byte string. A wire source is named by its direction; a derived source by the path of what made it,
 * for example `client-to-server/frame/3/unmasked` or `server-to-client/message/2/joined`.
 */
export type SourceId = string;

/** Half-open range of bits, counted from the top bit (0x80) of byte 0 of a source. */
export interface Span {
  readonly source: SourceId;
  /** First bit. */
  readonly start: number;
  /** One past the last bit. */
  readonly end: number;
}

/** Span of whole bytes: `offset` and `length` in bytes. */
export function byteSpan(source: SourceId, offset: number, length: number): Span {
  return { source, start: offset * 8, end: (offset + length) * 8 };
}

/** Span of `count` bits from bit `bit` (0 = 0x80) of the byte at `offset`. */
export function bitSpan(source: SourceId, offset: number, bit: number, count: number): Span {
  return { source, start: offset * 8 + bit, end: offset * 8 + bit + count };
}

/** Index of the byte that holds the first bit of the span. */
export function firstByte(span: Span): number {
  return Math.floor(span.start / 8);
}

/** One past the index of the byte that holds the last bit of the span. */
export function endByte(span: Span): number {
  return Math.ceil(span.end / 8);
}
