import { addHixieDigit } from './hixie-length.ts';
import type { FrameSink, Scanner } from './sink.ts';
import { type FrameTable, frameFlags, STATUS } from './table.ts';

/** Ends a sentinel frame. It never occurs in UTF-8, which is why text can be ended by it. */
const TERMINATOR = 0xff;

type Place = 'type' | 'length' | 'counted' | 'sentinel';

/**
 * Cuts the bytes of one direction into frames of hixie-75 and hixie-76 (draft-hixie-76 section 4.2): a type byte with
 * bit 7 clear, then data up to FF; or one with bit 7 set, then a length, then that many bytes.
 */
export class HixieScanner implements Scanner {
  readonly #table: FrameTable;
  readonly #sink: FrameSink;
  #offset: number;
  #place: Place = 'type';
  #row = -1;
  #wanted = false;
  #type = 0;
  /** Header bytes so far. */
  #header = 0;
  /** Declared length, or payload bytes so far of a sentinel frame. */
  #length = 0;
  #left = 0;

  constructor(table: FrameTable, sink: FrameSink, start: number) {
    this.#table = table;
    this.#sink = sink;
    this.#offset = start;
    table.readUpTo(start);
  }

  push(chunk: Uint8Array): void {
    const { length } = chunk;
    if (length === 0) return;
    this.#table.readUpTo(this.#offset + length);
    let p = 0;
    while (p < length) {
      if (this.#place === 'type') p = this.#readType(chunk, p);
      else if (this.#place === 'sentinel') p = this.#readSentinel(chunk, p);
      else if (this.#place === 'length') p = this.#readLength(chunk, p);
      else p = this.#skip(length, p);
    }
    this.#offset += length;
  }

  #readType(chunk: Uint8Array, p: number): number {
    const type = chunk[p] as number;
    const issues = this.#sink.foresee(type, -1);
    this.#type = type;
    this.#header = 1;
    this.#length = 0;
    if (type < 0x80) {
      this.#row = this.#table.add(this.#offset + p, 0, frameFlags(type, 0, 1, STATUS.terminator), issues);
      this.#wanted = this.#sink.begin(this.#row, type, 0);
      this.#place = 'sentinel';
    } else {
      this.#row = this.#table.add(this.#offset + p, 0, frameFlags(type, 0, 0, STATUS.header), issues);
      this.#table.setWideHeader(this.#row, 2);
      this.#place = 'length';
    }
    return p + 1;
  }

  #readSentinel(chunk: Uint8Array, p: number): number {
    const found = chunk.indexOf(TERMINATOR, p);
    const end = found < 0 ? chunk.length : found;
    this.#length += end - p;
    if (this.#wanted && end > p) this.#sink.payload(this.#row, chunk, p, end, false);
    if (found < 0) {
      this.#table.setPayload(this.#row, this.#length, STATUS.terminator);
      return end;
    }
    this.#table.setPayload(this.#row, this.#length, STATUS.complete);
    if (this.#wanted) this.#sink.end(this.#row);
    this.#place = 'type';
    return end + 1;
  }

  #readLength(chunk: Uint8Array, from: number): number {
    for (let p = from; p < chunk.length; p += 1) {
      const byte = chunk[p] as number;
      this.#header += 1;
      this.#length = addHixieDigit(this.#length, byte);
      if (byte >= 0x80) continue;
      this.#table.setWideHeader(this.#row, this.#header);
      this.#table.setPayload(this.#row, this.#length, this.#length === 0 ? STATUS.complete : STATUS.payload);
      this.#sink.begin(this.#row, this.#type, this.#length);
      this.#left = this.#length;
      this.#place = this.#left === 0 ? 'type' : 'counted';
      return p + 1;
    }
    // One more length byte is still to come.
    this.#table.setWideHeader(this.#row, this.#header + 1);
    return chunk.length;
  }

  /** Counted payload is read and dropped (section 4.2). */
  #skip(available: number, p: number): number {
    const count = Math.min(this.#left, available - p);
    this.#left -= count;
    if (this.#left === 0) {
      this.#table.complete(this.#row);
      this.#place = 'type';
    }
    return p + count;
  }
}
