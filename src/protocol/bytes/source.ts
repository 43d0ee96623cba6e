import type { SourceId, Span } from './span.ts';

/** How a source came to be. Only `wire` travelled; the rest one party computes. */
export type Derivation =
  | 'wire'
  | 'unmask'
  | 'unmask-frame'
  | 'unmask-hashed'
  | 'reassemble'
  | 'inflate'
  | 'pad'
  | 'concatenate'
  | 'hash';

/** A byte string with a name and an origin. Reading never copies more than was asked for. */
export interface Source {
  readonly id: SourceId;
  readonly how: Derivation;
  /** The spans it was computed from, in order; empty for the wire. */
  readonly from: readonly Span[];
  /** Bytes. */
  readonly length: number;
  /**
   * Bytes `start` (inclusive) to `end` (exclusive), cut to what exists. May share memory with the source: read only.
   */
  read(start: number, end: number): Uint8Array;
}

const NOTHING = new Uint8Array(0);

/** A source over bytes that are already in one piece. */
export function sourceOf(id: SourceId, bytes: Uint8Array, how: Derivation, from: readonly Span[] = []): Source {
  return {
    id,
    how,
    from,
    length: bytes.length,
    read: (start, end) => bytes.subarray(Math.max(0, start), Math.max(0, end)),
  };
}

/**
 * A growing byte string kept as the chunks it came in, by reference: first touch of fresh memory costs more than
 * everything else the decoder does, so nothing is joined up front.
 */
export class ChunkedSource implements Source {
  readonly how = 'wire' as const;
  readonly from: readonly Span[] = [];
  readonly id: SourceId;
  #chunks: Uint8Array[] = [];
  #starts: number[] = [];
  #length = 0;
  /** Where the last read began: reads cluster, so the next search starts there. */
  #last = 0;

  constructor(id: SourceId) {
    this.id = id;
  }

  get length(): number {
    return this.#length;
  }

  get chunks(): readonly Uint8Array[] {
    return this.#chunks;
  }

  /** Appends a chunk by reference. The caller must not change it afterwards. */
  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#starts.push(this.#length);
    this.#length += chunk.length;
  }

  /** The byte at `offset`, or -1 outside. */
  at(offset: number): number {
    if (offset < 0 || offset >= this.#length) return -1;
    const i = this.#find(offset);
    return this.#chunks[i]?.[offset - (this.#starts[i] ?? 0)] ?? -1;
  }

  read(start: number, end: number): Uint8Array {
    const from = Math.max(0, start);
    const to = Math.min(this.#length, end);
    if (from >= to) return NOTHING;
    let i = this.#find(from);
    const base = this.#starts[i] ?? 0;
    const chunk = this.#chunks[i] ?? NOTHING;
    if (to <= base + chunk.length) return chunk.subarray(from - base, to - base);
    const out = new Uint8Array(to - from);
    let at = 0;
    while (at < out.length) {
      const piece = this.#chunks[i] ?? NOTHING;
      const skip = from + at - (this.#starts[i] ?? 0);
      const part = piece.subarray(skip, skip + out.length - at);
      out.set(part, at);
      at += part.length;
      i += 1;
    }
    return out;
  }

  /** Index of the chunk that holds the byte at `offset`; 0 where there is none. */
  chunkOf(offset: number): number {
    return offset >= 0 && offset < this.#length ? this.#find(offset) : 0;
  }

  /** Offset of the first byte of a chunk. */
  chunkStart(index: number): number {
    return this.#starts[index] ?? 0;
  }

  /** Index of the chunk that holds `offset`, which must exist. */
  #find(offset: number): number {
    let low = 0;
    let high = this.#chunks.length - 1;
    const last = this.#last;
    if (offset >= (this.#starts[last] ?? Infinity)) {
      low = last;
      const next = this.#starts[last + 1];
      if (next === undefined || offset < next) return last;
    }
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    this.#last = low;
    return low;
  }
}
