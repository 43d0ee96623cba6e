import type { ChunkedSource, Source } from '../bytes/source.ts';
import { bitSpan, byteSpan, type Span } from '../bytes/span.ts';
import { keyWord, MaskScratch, turnKey, unmask } from './mask.ts';
import { type FrameTable, framePath } from './table.ts';

/** Bytes of a payload that are copied for showing; a span tells the rest. */
export const EXCERPT = 65536;

/** Where the four bytes of the key stand, in masked frames. In hybi-04 they are the nonce that the key is derived from. */
export function keyOffset(table: FrameTable, i: number): number {
  return table.prefix > 0 ? table.offset(i) : table.payloadOffset(i) - 4;
}

/** The four bytes of the key, or null where there is no key or not the whole of it. */
export function maskingKey(table: FrameTable, i: number, source: Source): Uint8Array | null {
  if (!table.masked(i) || (table.status(i) === 'header' && table.prefix === 0)) return null;
  const start = keyOffset(table, i);
  const key = source.read(start, Math.min(start + 4, table.presentEnd(i)));
  return key.length < 4 ? null : key;
}

/** Payload bytes `[from, from + max)` that are present, unmasked. May share memory with the source: read only. */
export function payloadOf(table: FrameTable, i: number, source: Source, max = EXCERPT, from = 0): Uint8Array {
  const start = table.payloadOffset(i) + from;
  const end = Math.max(start, Math.min(start + max, table.payloadOffset(i) + table.presentPayloadLength(i)));
  if (table.layout !== null) {
    const header = table.offset(i) + table.prefix;
    return table.layout.clear(source, table.offset(i), start - header, end - header);
  }
  const wire = source.read(start, end);
  const key = maskingKey(table, i, source);
  return key === null ? wire : unmask(wire, keyWord(key), from);
}

/**
 * What of a masked frame there was before masking: its payload, or where the header is masked as well all of it. Null where
 * nothing was masked. Nothing is copied until read.
 */
export function unmaskedSource(table: FrameTable, i: number, source: Source): Source | null {
  if (table.layout !== null) return table.layout.unmasked(table, i, source);
  const key = maskingKey(table, i, source);
  if (key === null) return null;
  const word = keyWord(key);
  const offset = table.payloadOffset(i);
  const length = table.presentPayloadLength(i);
  return {
    id: unmaskedId(table, i),
    how: 'unmask',
    from: [byteSpan(source.id, offset - 4, 4), byteSpan(source.id, offset, length)],
    length,
    read: (start, end) => {
      const from = Math.max(0, start);
      const to = Math.max(from, Math.min(length, end));
      return unmask(source.read(offset + from, offset + to), word, from);
    },
  };
}

export function unmaskedId(table: FrameTable, i: number): string {
  return `${framePath(table, i)}/${table.prefix > 0 ? 'unmasked-frame' : 'unmasked'}`;
}

/** Payload bytes in clear: of a masked frame they lie in the source that was made by unmasking it. */
export function clearSpan(
  table: FrameTable,
  i: number,
  source: Source,
  position = 0,
  length = table.presentPayloadLength(i),
): Span {
  if (!table.masked(i)) return byteSpan(source.id, table.payloadOffset(i) + position, length);
  const header = table.prefix > 0 ? table.headerLength(i) - table.prefix : 0;
  return byteSpan(unmaskedId(table, i), header + position, length);
}

/** `count` bits from bit `bit` of header byte `byte`, in clear. */
export function headerSpan(
  table: FrameTable,
  i: number,
  source: Source,
  byte: number,
  bit: number,
  count: number,
): Span {
  if (table.prefix > 0) return bitSpan(unmaskedId(table, i), byte, bit, count);
  return bitSpan(source.id, table.offset(i) + byte, bit, count);
}

/**
 * `bytes[start, end)` are payload bytes of `frame` from payload position `position` on, unmasked. The memory is used
 * again after the call. Returns whether to go on.
 */
export type PayloadVisitor = (
  frame: number,
  bytes: Uint8Array,
  start: number,
  end: number,
  position: number,
) => boolean;

/** Small enough to stay in the cache, and a multiple of four so that the key stays as it is from piece to piece. */
const SCRATCH = 16384;
/** One for all calls: a visitor is done with it when it returns, and must not begin a walk of its own. */
const scratch = new MaskScratch(SCRATCH);

/** The payload of frames `[from, to)`, in order and unmasked, through one piece of recycled memory. */
export function forEachPayload(
  table: FrameTable,
  source: ChunkedSource,
  visit: PayloadVisitor,
  from = 0,
  to = table.count,
): void {
  if (table.layout !== null && table.prefix > 0) {
    table.layout.visit(table, source, visit, from, to);
    return;
  }
  const { chunks } = source;
  let c = from < to ? source.chunkOf(table.offset(from)) : 0;
  let chunk = chunks[c] as Uint8Array;
  let base = source.chunkStart(c);

  const at = (offset: number): void => {
    while (offset >= base + chunk.length && c + 1 < chunks.length) {
      base += chunk.length;
      c += 1;
      chunk = chunks[c] as Uint8Array;
    }
  };

  for (let i = from; i < to; i += 1) {
    const length = table.presentPayloadLength(i);
    if (length === 0) continue;
    const payload = table.payloadOffset(i);
    let key = 0;
    const masked = table.masked(i);
    if (masked) {
      at(payload - 4);
      const k = payload - 4 - base;
      key = k + 4 <= chunk.length ? wordAt(chunk, k) : keyWord(source.read(payload - 4, payload));
    }
    for (let done = 0; done < length; ) {
      at(payload + done);
      const p = payload + done - base;
      const count = Math.min(length - done, chunk.length - p, masked ? SCRATCH : Infinity);
      if (masked) {
        scratch.unmask(chunk, p, p + count, turnKey(key, done));
        if (!visit(i, scratch.bytes, 0, count, done)) return;
      } else if (!visit(i, chunk, p, p + count, done)) return;
      done += count;
    }
  }
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}
