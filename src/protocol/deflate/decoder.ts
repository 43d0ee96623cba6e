/**
 * DEFLATE, decoded (RFC 1951 §3.2). The only code that does so: for messages at full speed, and for the trace, which
 * hands over a log.
 */

import { BitReader } from './bits.ts';
import type { CodeName, InflateFault } from './fault.ts';
import {
  CODE_LENGTH_ENTRIES,
  CODE_LENGTH_ORDER,
  CODE_LENGTH_ROOT,
  CODE_LENGTH_SYMBOLS,
  type CodeProblem,
  DISTANCE_ENTRIES,
  DISTANCE_ROOT,
  DISTANCE_SYMBOLS,
  DISTANCE_TABLE,
  END_OF_BLOCK,
  FIXED_DISTANCE_TABLE,
  FIXED_LITERAL_TABLE,
  fillTable,
  LITERAL_ENTRIES,
  LITERAL_ROOT,
  LITERAL_SYMBOLS,
  LITERAL_TABLE,
  REPEAT_LAST,
  REPEATS,
} from './huffman.ts';
import type { DecodeLog, Stop } from './log.ts';
import { Output } from './output.ts';
import { decodeSymbols } from './symbols.ts';

/** What a sender cuts off, and a receiver puts back: the length of an empty stored block (RFC 7692 §7.2.1, §7.2.2). */
export const TAIL: Uint8Array = Uint8Array.of(0x00, 0x00, 0xff, 0xff);
const NOTHING = new Uint8Array(0);

/** Scratch of whoever decodes: decoding is over before anybody else can begin. */
const reader = new BitReader();
const literalTable = new Int32Array(LITERAL_TABLE);
const distanceTable = new Int32Array(DISTANCE_TABLE);
const lengthTable = new Int32Array(1 << CODE_LENGTH_ROOT);
const lengthLengths = new Uint8Array(CODE_LENGTH_SYMBOLS);
const lengths = new Uint8Array(LITERAL_SYMBOLS + DISTANCE_SYMBOLS);

export class Decoder {
  readonly output: Output;
  fault: InflateFault | null = null;
  capped = false;
  /** See `Inflated`. */
  flushed = true;
  readonly #window: number;
  #log: DecodeLog | null = null;

  constructor(windowBits: number, most: number) {
    this.#window = 2 ** windowBits;
    this.output = new Output(most);
  }

  /**
   * Decodes a message behind what is known. `complete`: the tail is put back, and a message that ends inside a block is a
   * fault. If not, decoding just ends where the payload does.
   */
  message(payload: Uint8Array, complete: boolean, log: DecodeLog | null): void {
    const { output } = this;
    this.#log = log;
    let stop = this.#decode(payload, complete ? TAIL : NOTHING);
    this.flushed = true;
    if (stop !== null && stop !== 'limit' && reader.used > payload.length * 8) {
      // The tail was read as part of something. Without it only what the sender wrote comes out.
      if (complete) {
        output.rewind();
        stop = this.#decode(payload, NOTHING);
        this.flushed = stop !== null;
      } else stop = null;
    }
    this.capped = output.at - output.start > output.most;
    if (this.capped) output.at = output.start + output.most;
    this.fault = this.capped || stop === 'limit' ? null : stop;
    this.#log = null;
    reader.close();
  }

  /** Block after block, until the input ends on a border of bytes or something stops it. */
  #decode(payload: Uint8Array, tail: Uint8Array): Stop | null {
    reader.open(payload, tail);
    this.output.begin();
    this.#log?.begin();
    while (reader.used < reader.end * 8) {
      const stop = this.#block() ?? (reader.over ? this.#cutOff() : null);
      if (stop !== null) return stop;
    }
    return null;
  }

  #cutOff(): InflateFault {
    return { kind: 'truncated', bit: reader.end * 8, values: { length: this.output.at - this.output.start } };
  }

  /** One block (RFC 1951 §3.2.3). */
  #block(): Stop | null {
    const bit = reader.used;
    const final = reader.take(1) === 1;
    const type = reader.take(2);
    if (reader.over) return null;
    if (type === 3) return { kind: 'block-type', bit, values: { type } };
    this.#log?.block(bit, final, type);
    if (type === 0) return this.#stored();
    const stop =
      type === 1
        ? decodeSymbols(reader, this.output, FIXED_LITERAL_TABLE, FIXED_DISTANCE_TABLE, this.#window, this.#log)
        : this.#dynamic();
    // What follows a last block begins anew, with a byte of its own (RFC 7692 §7.2.3.4).
    if (final && stop === null && !reader.over) reader.align();
    return stop;
  }

  /** Bytes as they are (RFC 1951 §3.2.4). */
  #stored(): Stop | null {
    reader.align();
    const bit = reader.used;
    const length = reader.take(16);
    const check = reader.take(16);
    if (reader.over) return null;
    if (length !== (check ^ 0xffff)) return { kind: 'stored-length', bit, values: { length, check } };
    this.#log?.stored(bit, length);
    reader.align();
    const { output } = this;
    let left = Math.min(length, reader.end - reader.next);
    const missing = length - left;
    while (left > 0) {
      if (!output.room()) return 'limit';
      const count = Math.min(left, output.bytes.length - output.at);
      output.bytes.set(reader.bytes.subarray(reader.next, reader.next + count), output.at);
      output.at += count;
      reader.next += count;
      left -= count;
    }
    reader.next += missing;
    return null;
  }

  /** A block that brings its codes along (RFC 1951 §3.2.7). */
  #dynamic(): Stop | null {
    const bit = reader.used;
    const literals = reader.take(5) + END_OF_BLOCK + 1;
    const distances = reader.take(5) + 1;
    const count = reader.take(4) + 4;
    if (reader.over) return null;
    if (literals > LITERAL_SYMBOLS) return tooMany(bit, 'literals', literals, LITERAL_SYMBOLS);
    if (distances > DISTANCE_SYMBOLS) return tooMany(bit + 5, 'distances', distances, DISTANCE_SYMBOLS);
    this.#log?.counts(bit, literals, distances, count);
    const orderBit = reader.used;
    lengthLengths.fill(0);
    for (let i = 0; i < count; i += 1) {
      const symbol = CODE_LENGTH_ORDER[i] as number;
      const length = reader.take(3);
      if (reader.over) return null;
      lengthLengths[symbol] = length;
      this.#log?.order(orderBit + 3 * i, symbol, length);
    }
    const root = CODE_LENGTH_ROOT;
    const bits = fillTable(lengthTable, lengthLengths, 0, CODE_LENGTH_SYMBOLS, CODE_LENGTH_ENTRIES, root, true);
    if (typeof bits === 'string') return noCode(orderBit, 'code-lengths', bits);

    const lengthsBit = reader.used;
    const stop = this.#lengths(literals + distances, (1 << bits) - 1);
    if (stop !== null || reader.over) return stop;
    if (lengths[END_OF_BLOCK] === 0) return noCode(lengthsBit, 'literals', 'no-end-of-block');
    const literalBits = fillTable(literalTable, lengths, 0, literals, LITERAL_ENTRIES, LITERAL_ROOT);
    if (typeof literalBits === 'string') return noCode(lengthsBit, 'literals', literalBits);
    const distanceBits = fillTable(distanceTable, lengths, literals, distances, DISTANCE_ENTRIES, DISTANCE_ROOT);
    if (typeof distanceBits === 'string') return noCode(lengthsBit, 'distances', distanceBits);
    const literalCode = { entries: literalTable, bits: literalBits };
    const distanceCode = { entries: distanceTable, bits: distanceBits };
    return decodeSymbols(reader, this.output, literalCode, distanceCode, this.#window, this.#log);
  }

  /** `total` code lengths, those of literals and of distances in one row: a repeat may run from one into the other. */
  #lengths(total: number, mask: number): Stop | null {
    let at = 0;
    while (at < total) {
      const bit = reader.used;
      reader.need(CODE_LENGTH_ROOT);
      const entry = lengthTable[reader.hold & mask] as number;
      reader.take(entry & 15);
      const symbol = entry >>> 16;
      const repeat = REPEATS[symbol - REPEAT_LAST];
      const count = repeat === undefined ? 1 : repeat.base + reader.take(repeat.extra);
      if (reader.over) return null;
      if (at + count > total || (symbol === REPEAT_LAST && at === 0)) {
        return { kind: 'repeat', bit, values: { repeats: count, at, count: total } };
      }
      let length = symbol;
      if (repeat !== undefined) length = symbol === REPEAT_LAST ? (lengths[at - 1] as number) : 0;
      this.#log?.lengths(bit, entry, at, count, length);
      lengths.fill(length, at, at + count);
      at += count;
    }
    return null;
  }
}

function tooMany(bit: number, code: CodeName, count: number, most: number): InflateFault {
  return { kind: 'symbol-count', bit, values: { code, count, most } };
}

function noCode(bit: number, code: CodeName, problem: CodeProblem | 'no-end-of-block'): InflateFault {
  return { kind: 'code-lengths', bit, values: { code, problem } };
}
