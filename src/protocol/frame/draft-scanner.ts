import type { Dialect } from '../model/drafts.ts';
import { isControl, todaysOpcode } from '../model/opcodes.ts';
import { unmaskDraft } from './draft-frames.ts';
import { extendedLengthBytes, lengthFormOf, minimalForm, readBigEndian } from './length.ts';
import { cutLengthIssues, lengthBits, ruleBit } from './rule-bits.ts';
import { firstByteIssues } from './scanner.ts';
import type { FrameSink, Scanner } from './sink.ts';
import { type FrameTable, frameFlags, STATUS } from './table.ts';

/** The largest header with what stands in front of it: a key, two bytes, a 64-bit length. */
const MAX_HEADER = 14;
/** Bytes unmasked at a time. */
const PIECE = 16384;

export interface DraftScannerOptions {
  readonly table: FrameTable;
  readonly sink: FrameSink;
  readonly dialect: Dialect;
  /** Wire offset of the first byte that will be pushed. */
  readonly start: number;
  /** What is XORed over the frame behind these first bytes; null where nothing is. */
  readonly padOf: (first: Uint8Array) => Uint8Array | null;
}

/**
 * Cuts the bytes of one direction into frames of hybi-01 to -06. What it tells table and sink is said in the bits of today:
 * FIN for MORE, today's opcodes, MASK where the frame is masked. Goes on after a violation, as the scanner of today's frames.
 */
export class DraftScanner implements Scanner {
  readonly #table: FrameTable;
  readonly #sink: FrameSink;
  readonly #padOf: DraftScannerOptions['padOf'];
  readonly #prefix: number;
  /** XORed with the first byte: MORE is the opposite of FIN. */
  readonly #flip: number;
  readonly #first: Uint32Array;
  readonly #bit;

  #offset: number;
  /** The header so far, behind what stands in front of it: in clear. */
  readonly #head = new Uint8Array(MAX_HEADER);
  #has = 0;
  /** The row of a header that the bytes ended inside of, or -1. */
  #headRow = -1;
  #pad: Uint8Array | null = null;
  /** The frame whose payload is being read, or -1. */
  #row = -1;
  #left = 0;
  #wanted = false;
  /** Bytes of the frame in front of the next one, header included. */
  #position = 0;
  #lastKey = 0;
  #sawRepeat = false;

  constructor({ table, sink, dialect, start, padOf }: DraftScannerOptions) {
    this.#table = table;
    this.#sink = sink;
    this.#padOf = padOf;
    this.#prefix = table.prefix;
    this.#flip = dialect.framing === 'hybi-01' ? 0x80 : 0;
    this.#first = firstByteIssues(dialect, false);
    this.#bit = {
      ...lengthBits(dialect),
      // In hybi-04 a nonce of zeros makes no key of zeros.
      keyZero: dialect.framing === 'hybi-05' ? ruleBit('masking-key-zero', dialect) : 0,
      keyRepeated: ruleBit('masking-key-repeated', dialect),
    };
    this.#offset = start;
    table.readUpTo(start);
  }

  push(chunk: Uint8Array): void {
    const { length } = chunk;
    if (length === 0) return;
    this.#table.readUpTo(this.#offset + length);
    let p = 0;
    while (p < length) p = this.#row < 0 ? this.#readHeader(chunk, p) : this.#readPayload(chunk, p);
    this.#offset += length;
    if (this.#has > 0) this.#listPartialHeader();
  }

  /** Collects a header byte by byte. Returns where it stopped. */
  #readHeader(chunk: Uint8Array, from: number): number {
    const prefix = this.#prefix;
    const head = this.#head;
    for (let p = from; p < chunk.length; p += 1) {
      const inside = this.#has - prefix;
      if (inside === 0) this.#pad = prefix > 0 ? this.#padOf(head.slice(0, prefix)) : null;
      const pad = this.#pad;
      head[this.#has] = (chunk[p] as number) ^ (inside < 0 || pad === null ? 0 : (pad[inside % pad.length] as number));
      this.#has += 1;
      if (this.#has < prefix + 2 || this.#has < this.#headerLength()) continue;
      this.#begin(this.#offset + p + 1 - this.#has);
      return p + 1;
    }
    return chunk.length;
  }

  /** Bytes up to the payload, as the two bytes demand that are there. */
  #headerLength(): number {
    return this.#prefix + 2 + extendedLengthBytes(lengthFormOf(this.#head[this.#prefix + 1] as number));
  }

  #byte0(): number {
    const byte = (this.#head[this.#prefix] as number) ^ this.#flip;
    return (byte & 0xf0) | todaysOpcode(byte);
  }

  #byte1(): number {
    return (this.#prefix > 0 ? 0x80 : 0) | ((this.#head[this.#prefix + 1] as number) & 0x7f);
  }

  /** The header is whole. */
  #begin(offset: number): void {
    const byte0 = this.#byte0();
    const byte1 = this.#byte1();
    const header = this.#has;
    const exact = this.#exactLength();
    const length = Number(exact);
    const issues = (this.#first[byte0] as number) | this.#lengthIssues(byte0, exact) | this.#keyIssues();
    const flags = frameFlags(byte0, byte1, header, length === 0 ? STATUS.complete : STATUS.payload);
    const row = this.#headRow < 0 ? this.#table.add(offset, length, flags, issues) : this.#headRow;
    if (this.#headRow >= 0) this.#table.replace(row, length, flags, issues);
    this.#has = 0;
    this.#headRow = -1;
    this.#wanted = this.#sink.begin(row, byte0, length);
    if (length === 0) {
      if (this.#wanted) this.#sink.end(row);
      return;
    }
    this.#row = row;
    this.#left = length;
    this.#position = header - this.#prefix;
  }

  #exactLength(): bigint {
    const seven = (this.#head[this.#prefix + 1] as number) & 0x7f;
    const end = this.#headerLength();
    return seven < 126 ? BigInt(seven) : readBigEndian(this.#head.subarray(this.#prefix + 2, end));
  }

  #lengthIssues(byte0: number, length: bigint): number {
    const form = lengthFormOf(this.#byte1());
    let issues = 0;
    if (form > minimalForm(length)) issues |= this.#bit.notMinimal;
    if (length >= 1n << 63n) issues |= this.#bit.topBit;
    if (length > 125n && isControl(byte0)) issues |= this.#bit.tooLong;
    return issues;
  }

  #keyIssues(): number {
    if (this.#prefix === 0) return 0;
    const key = Number(readBigEndian(this.#head.subarray(0, this.#prefix)));
    let issues = key === 0 ? this.#bit.keyZero : 0;
    if (key !== 0 && key === this.#lastKey && !this.#sawRepeat) {
      this.#sawRepeat = true;
      issues |= this.#bit.keyRepeated;
    }
    this.#lastKey = key;
    return issues;
  }

  #readPayload(chunk: Uint8Array, p: number): number {
    const row = this.#row;
    const end = p + Math.min(this.#left, chunk.length - p);
    for (let at = p; this.#wanted && at < end; at += PIECE) {
      const wire = chunk.subarray(at, Math.min(end, at + PIECE));
      const pad = this.#pad;
      const clear = this.#prefix === 0 || pad === null ? wire : unmaskDraft(wire, pad, this.#position + at - p);
      this.#sink.payload(row, clear, 0, clear.length, false);
    }
    this.#position += end - p;
    this.#left -= end - p;
    if (this.#left === 0) {
      this.#row = -1;
      this.#table.complete(row);
      if (this.#wanted) this.#sink.end(row);
    }
    return end;
  }

  /** Lists a frame of which only a part of the header is there, with what that part proves. */
  #listPartialHeader(): void {
    const has = this.#has - this.#prefix;
    const byte0 = has > 0 ? this.#byte0() : 0;
    const byte1 = has > 1 ? this.#byte1() : this.#prefix > 0 ? 0x80 : 0;
    const size = has > 1 ? this.#headerLength() : this.#prefix + 2;
    const seven = byte1 & 0x7f;
    const known = has > 1 && seven < 126;
    let issues = 0;
    if (has > 0) issues |= (this.#first[byte0] as number) | this.#sink.foresee(byte0, known ? seven : -1);
    if (seven > 125) {
      const extended = this.#head.subarray(this.#prefix + 2, this.#has);
      issues |= cutLengthIssues(byte0, seven === 127, extended, this.#bit);
    }
    const flags = frameFlags(byte0, byte1, size, STATUS.header);
    const length = known ? seven : 0;
    if (this.#headRow < 0) this.#headRow = this.#table.add(this.#offset - this.#has, length, flags, issues);
    else this.#table.replace(this.#headRow, length, flags, issues);
  }
}
