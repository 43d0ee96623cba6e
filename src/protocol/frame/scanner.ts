import type { Dialect } from '../model/drafts.ts';
import { isControl, opcodeName } from '../model/opcodes.ts';
import { headerSize, lengthFormOf } from './length.ts';
import { MaskScratch, turnKey } from './mask.ts';
import { cutLengthIssues, type LengthBits, lengthBits, ruleBit } from './rule-bits.ts';
import type { FrameSink, Scanner } from './sink.ts';
import { type FrameTable, frameFlags, STATUS } from './table.ts';

/** The largest header: two bytes, a 64-bit length and a key. */
const MAX_HEADER = 14;
/** Bytes unmasked at a time: small enough to stay in the first cache. */
const SCRATCH = 16384;
/** One for all scanners: a sink is done with it when its `payload` returns. */
const scratch = new MaskScratch(SCRATCH);
/** A payload up to here is unmasked and judged in one go. */
const TINY = 64;
/** The top bit of each of four bytes. */
const NOT_ASCII = 0x80808080;

export interface ScannerOptions {
  readonly table: FrameTable;
  readonly sink: FrameSink;
  readonly dialect: Dialect;
  /** Wire offset of the first byte that will be pushed. */
  readonly start: number;
  /** RSV1 on the first frame of a data message is the extension's (RFC 7692 section 6). */
  readonly permessageDeflate: boolean;
}

/**
 * Cuts the bytes of one direction into frames of versions 7, 8 and 13 (RFC 6455 section 5.2): headers, keys, and the
 * rules that a header breaks by itself. Goes on after a violation: whatever can be cut out is listed.
 */
export class FrameScanner implements Scanner {
  readonly #table: FrameTable;
  readonly #sink: FrameSink;
  /** Issue bits of each first byte, and of each second byte. */
  readonly #first: Uint32Array;
  readonly #second: Uint32Array;
  readonly #lengthBits: LengthBits;
  readonly #keyZero: number;
  readonly #keyRepeated: number;

  #offset: number;
  /** A header cut by the end of a chunk: what there is of it, and its row. */
  readonly #head = new Uint8Array(MAX_HEADER);
  readonly #headView = new DataView(this.#head.buffer);
  #headHas = 0;
  #headRow = -1;
  /** The frame whose payload was cut by the end of a chunk, or -1. */
  #row = -1;
  #left = 0;
  #wanted = false;
  #masked = false;
  /** Its key, turned to the next payload byte. */
  #key = 0;
  /** 0 says nothing: it is a rule of its own. */
  #lastKey = 0;
  #sawRepeat = false;

  constructor({ table, sink, dialect, start, permessageDeflate }: ScannerOptions) {
    this.#table = table;
    this.#sink = sink;
    this.#offset = start;
    this.#first = firstByteIssues(dialect, permessageDeflate);
    this.#second = secondByteIssues(dialect, table.direction === 'client-to-server');
    this.#lengthBits = lengthBits(dialect);
    this.#keyZero = ruleBit('masking-key-zero', dialect);
    this.#keyRepeated = ruleBit('masking-key-repeated', dialect);
    table.readUpTo(start);
  }

  push(chunk: Uint8Array): void {
    const { length } = chunk;
    if (length === 0) return;
    this.#table.readUpTo(this.#offset + length);
    let p = 0;
    while (p < length) {
      if (this.#row >= 0) p = this.#goOn(chunk, p);
      else if (this.#headHas === 0 && length - p >= MAX_HEADER) p = this.#frames(chunk, p);
      else p = this.#gatherHeader(chunk, p);
    }
    this.#offset += length;
    if (this.#headHas > 0) this.#listPartialHeader();
  }

  /** Frames whose longest possible header lies in the chunk. Returns where it stopped. */
  #frames(chunk: Uint8Array, from: number): number {
    const base = this.#offset;
    const last = chunk.length - MAX_HEADER;
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
    let p = from;
    while (p <= last && this.#row < 0) p = this.#frame(chunk, view, p, base + p, -1);
    return p;
  }

  /**
   * One frame whose whole header is at `p`; its row is appended, or `row` replaced. Returns where the frame or, if the
   * chunk ends first, the chunk ends.
   */
  #frame(chunk: Uint8Array, view: DataView, at: number, offset: number, row: number): number {
    const byte0 = chunk[at] as number;
    const byte1 = chunk[at + 1] as number;
    let issues = (this.#first[byte0] as number) | (this.#second[byte1] as number);
    let size = 2;
    // Kept a small integer for the engine's sake; what does not fit one cannot lie in a chunk either.
    let length = byte1 & 0x7f;
    let huge = 0;
    if (length > 125) {
      const wide = length === 127;
      const high = wide ? view.getUint32(at + 2) : 0;
      const low = wide ? view.getUint32(at + 6) : view.getUint16(at + 2);
      size = wide ? 10 : 4;
      issues |= this.#lengthIssues(byte0, wide, high, low);
      length = low & 0x7fffffff;
      if (high !== 0 || low !== length) huge = high * 0x100000000 + low;
    }
    let key = 0;
    if (byte1 > 127) {
      key = view.getInt32(at + size, true);
      size += 4;
      if (key === 0) issues |= this.#keyZero;
      else if (key === this.#lastKey && !this.#sawRepeat) {
        this.#sawRepeat = true;
        issues |= this.#keyRepeated;
      }
      this.#lastKey = key;
    }

    const p = at + size;
    if (huge !== 0 || length > chunk.length - p || row >= 0) {
      const flags = frameFlags(byte0, byte1, size, STATUS.payload);
      this.#open(row, offset, huge || length, flags, issues, key);
      return this.#goOn(chunk, p);
    }
    const index = this.#table.add(offset, length, frameFlags(byte0, byte1, size, STATUS.complete), issues);
    if (this.#sink.begin(index, byte0, length)) {
      if (length > 0 && length <= TINY && byte1 > 127) {
        const seen = scratch.unmaskTiny(view, p, length, key);
        this.#sink.payload(index, scratch.bytes, 0, length, (seen & NOT_ASCII) === 0);
      } else if (length > 0) this.#deliver(index, chunk, p, length, byte1 > 127, key);
      this.#sink.end(index);
    }
    return p + length;
  }

  /** Rules about an extended length, given as its upper and lower 32 bits. */
  #lengthIssues(byte0: number, wide: boolean, high: number, low: number): number {
    let issues = 0;
    if (high === 0 && low < (wide ? 65536 : 126)) issues |= this.#lengthBits.notMinimal;
    if (high > 0x7fffffff) issues |= this.#lengthBits.topBit;
    if ((high !== 0 || low > 125) && isControl(byte0)) issues |= this.#lengthBits.tooLong;
    return issues;
  }

  /** Begins a frame whose payload may not all be here; `row` is the row it has already, or -1. */
  #open(row: number, offset: number, length: number, flags: number, issues: number, key: number): void {
    const index = row < 0 ? this.#table.add(offset, length, flags, issues) : row;
    if (row >= 0) this.#table.replace(row, length, flags, issues);
    this.#row = index;
    this.#left = length;
    this.#wanted = this.#sink.begin(index, flags & 0xff, length);
    this.#masked = this.#table.masked(index);
    this.#key = key;
  }

  /** Payload of a frame that an earlier chunk, or the piece just before, began. */
  #goOn(chunk: Uint8Array, p: number): number {
    const row = this.#row;
    const count = Math.min(this.#left, chunk.length - p);
    if (this.#wanted && count > 0) {
      this.#deliver(row, chunk, p, count, this.#masked, this.#key);
      if (this.#masked) this.#key = turnKey(this.#key, count);
    }
    this.#left -= count;
    if (this.#left === 0) {
      this.#row = -1;
      this.#table.complete(row);
      if (this.#wanted) this.#sink.end(row);
    }
    return p + count;
  }

  /** Hands payload to the sink, unmasked. */
  #deliver(row: number, chunk: Uint8Array, p: number, count: number, masked: boolean, key: number): void {
    if (!masked) {
      this.#sink.payload(row, chunk, p, p + count, false);
      return;
    }
    if (count <= SCRATCH) {
      scratch.unmask(chunk, p, p + count, key);
      this.#sink.payload(row, scratch.bytes, 0, count, false);
      return;
    }
    // The scratch holds a multiple of four bytes, so the key stays as it is from piece to piece.
    for (let done = 0; done < count; done += SCRATCH) {
      const piece = Math.min(SCRATCH, count - done);
      scratch.unmask(chunk, p + done, p + done + piece, key);
      this.#sink.payload(row, scratch.bytes, 0, piece, false);
    }
  }

  /** Near the end of a chunk: collects a header byte by byte. */
  #gatherHeader(chunk: Uint8Array, from: number): number {
    const head = this.#head;
    const start = this.#offset + from - this.#headHas;
    let p = from;
    while (p < chunk.length) {
      head[this.#headHas] = chunk[p] as number;
      this.#headHas += 1;
      p += 1;
      if (this.#headHas < 2 || this.#headHas < headerSizeOf(head[1] as number)) continue;
      const size = this.#headHas;
      const row = this.#headRow;
      this.#headHas = 0;
      this.#headRow = -1;
      // The payload is not in `head`, so the frame stays open (or ends at once, when it is empty).
      this.#frame(head.subarray(0, size), this.#headView, 0, start, row);
      return p;
    }
    return p;
  }

  /** Lists a frame of which only a part of the header is there, with what that part proves. */
  #listPartialHeader(): void {
    const has = this.#headHas;
    const byte0 = this.#head[0] as number;
    const byte1 = has > 1 ? (this.#head[1] as number) : 0;
    const size = has > 1 ? headerSizeOf(byte1) : 2;
    let issues = (this.#first[byte0] as number) | (has > 1 ? (this.#second[byte1] as number) : 0);
    let length = has > 1 ? byte1 & 0x7f : -1;
    if (length > 125) {
      const wide = length === 127;
      const high = wide ? this.#headView.getUint32(2) : 0;
      const low = wide ? this.#headView.getUint32(6) : this.#headView.getUint16(2);
      const cut = has < (wide ? 10 : 4);
      length = cut ? -1 : high * 0x100000000 + low;
      if (cut) issues |= cutLengthIssues(byte0, wide, this.#head.subarray(2, has), this.#lengthBits);
      else issues |= this.#lengthIssues(byte0, wide, high, low);
    }
    issues |= this.#sink.foresee(byte0, length);
    length = Math.max(0, length);
    const flags = frameFlags(byte0, byte1, size, STATUS.header);
    if (this.#headRow < 0) this.#headRow = this.#table.add(this.#offset - has, length, flags, issues);
    else this.#table.replace(this.#headRow, length, flags, issues);
  }
}

function headerSizeOf(byte1: number): number {
  return headerSize(lengthFormOf(byte1), byte1 > 127);
}

/** Which rules the first byte breaks by itself, for each of its 256 values. */
export function firstByteIssues(dialect: Dialect, permessageDeflate: boolean): Uint32Array {
  return remembered(`${dialect.id} first ${permessageDeflate}`, (bits) => {
    const reservedBits = ruleBit('rsv-nonzero', dialect);
    const onControl = ruleBit('rsv1-on-control', dialect);
    const onContinuation = ruleBit('rsv1-on-continuation', dialect);
    const reservedOpcode = ruleBit('reserved-opcode', dialect);
    const fragmented = ruleBit('control-fragmented', dialect);
    for (let byte = 0; byte < 256; byte += 1) {
      const opcode = byte & 0x0f;
      const name = opcodeName(opcode);
      let issues = 0;
      if ((byte & 0x30) !== 0) issues |= reservedBits;
      if ((byte & 0x40) !== 0) {
        if (!permessageDeflate) issues |= reservedBits;
        else if (isControl(opcode)) issues |= onControl;
        else if (name === 'continuation') issues |= onContinuation;
        else if (name === 'reserved-data') issues |= reservedBits;
      }
      if (name === 'reserved-data' || name === 'reserved-control') issues |= reservedOpcode;
      if (isControl(opcode) && byte < 128) issues |= fragmented;
      bits[byte] = issues;
    }
  });
}

/** "a client MUST mask all frames", "a server MUST NOT mask any" (section 5.1). */
function secondByteIssues(dialect: Dialect, fromClient: boolean): Uint32Array {
  return remembered(`${dialect.id} second ${fromClient}`, (bits) => {
    if (fromClient) bits.fill(ruleBit('unmasked-client-frame', dialect), 0, 128);
    else bits.fill(ruleBit('masked-server-frame', dialect), 128, 256);
  });
}

const tables = new Map<string, Uint32Array>();

/** The issue bits of all 256 bytes; worked out once, for they depend on nothing that a stream says. */
function remembered(key: string, fill: (bits: Uint32Array) => void): Uint32Array {
  const known = tables.get(key);
  if (known) return known;
  const bits = new Uint32Array(256);
  fill(bits);
  tables.set(key, bits);
  return bits;
}
