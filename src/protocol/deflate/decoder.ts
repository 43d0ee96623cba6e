/**
 * DEFLATE, decoded (RFC 1951 §3.2). The only code that does so: for messages at full speed, and for the trace, which
 * hands over a log. Bits are counted as in fault.ts.
 *
 * What has been decoded is the window: bytes are written behind those of the messages before, in one array, and copied
 * from there. Nothing is moved as long as there is room.
 */

import type { CodeName, InflateFault } from './fault.ts';
import {
  BAD,
  CODE_LENGTH_ENTRIES,
  CODE_LENGTH_ORDER,
  CODE_LENGTH_ROOT,
  CODE_LENGTH_SYMBOLS,
  COPY,
  type CodeProblem,
  DISTANCE_ENTRIES,
  DISTANCE_ROOT,
  DISTANCE_SYMBOLS,
  DISTANCE_TABLE,
  END,
  END_OF_BLOCK,
  FIXED_DISTANCE_TABLE,
  FIXED_LITERAL_TABLE,
  fillTable,
  LITERAL_ENTRIES,
  LITERAL_ROOT,
  LITERAL_SYMBOLS,
  LITERAL_TABLE,
  LONG,
  MAX_LENGTH,
  REPEATS,
  type Table,
} from './huffman.ts';

/** Called for everything read, in order. `bit` is where it begins; entries are those of huffman.ts. */
export interface DecodeLog {
  /** What was told so far does not count: decoding starts again. */
  begin(): void;
  block(bit: number, final: boolean, type: number): void;
  /** `bit` is where LEN begins, behind the bits that are skipped. */
  stored(bit: number, length: number): void;
  /** How many lengths follow for each of the three codes. */
  counts(bit: number, literals: number, distances: number, lengths: number): void;
  /** The lengths of code length codes, as they are written. */
  order(bit: number, lengths: readonly number[]): void;
  /** A code length, for `count` symbols from `first` on, with which `symbol`. */
  codeLength(bit: number, entry: number, symbol: number, first: number, count: number, length: number): void;
  literal(bit: number, entry: number, at: number): void;
  copy(bit: number, lengthEntry: number, distanceEntry: number, at: number, length: number, distance: number): void;
  /** End of block. Where the block was the last, what follows begins on the next byte. */
  end(bit: number, entry: number): void;
}

/** The farthest back that DEFLATE can reach. */
export const MAX_WINDOW = 32_768;
/** Bytes made room for at first: the window, and messages behind it until something has to be moved. */
const FIRST_SIZE = 4 * MAX_WINDOW;
/** What a sender cuts off, and a receiver puts back: the length of an empty stored block (RFC 7692 §7.2.1, §7.2.2). */
export const TAIL: Uint8Array = Uint8Array.of(0x00, 0x00, 0xff, 0xff);
const NOTHING = new Uint8Array(0);
/** Zeros behind the input, so that bits can be fetched before it is known how many are needed. */
const SPARE = 16;

/** Scratch of whoever decodes; decoding calls nobody who decodes. */
let input = new Uint8Array(1 << 16);
const literalTable = new Int32Array(LITERAL_TABLE);
const distanceTable = new Int32Array(DISTANCE_TABLE);
const lengthTable = new Int32Array(1 << CODE_LENGTH_ROOT);
const lengthLengths = new Uint8Array(CODE_LENGTH_SYMBOLS);
const lengths = new Uint8Array(LITERAL_SYMBOLS + DISTANCE_SYMBOLS);

export class Decoder {
  /** Decoded bytes: `base` to `at` are known, those from `start` on belong to this message. */
  out: Uint8Array = new Uint8Array(0);
  base = 0;
  start = 0;
  at = 0;
  fault: InflateFault | null = null;
  capped = false;
  /** The longest distance of this message, and where its copy begins in the payload; 0 without one. */
  farthest = 0;
  farthestBit = 0;

  readonly #window: number;
  readonly #most: number;
  #log: DecodeLog | null = null;
  /** Bits fetched and not yet used, the next one lowest; how many; the next byte to fetch; one past the last byte. */
  #hold = 0;
  #bits = 0;
  #next = 0;
  #end = 0;
  /** Up to here there is room for the longest copy, and the message is within its limit. */
  #safe = 0;

  constructor(windowBits: number, most: number) {
    this.#window = 2 ** windowBits;
    this.#most = most;
  }

  /**
   * Decodes a message behind what is known. `complete`: the tail is put back, and a message that ends inside a block is a
   * fault. If not, decoding just ends where the payload does.
   */
  message(payload: Uint8Array, complete: boolean, log: DecodeLog | null): void {
    this.start = this.at;
    this.#run(payload, complete ? TAIL : NOTHING, log);
    if (this.fault !== null && this.#bit() > payload.length * 8) {
      // The tail was read as part of something. Without it only what the sender has written comes out.
      if (complete) {
        this.at = this.start;
        this.#run(payload, NOTHING, log);
      }
      const values = { length: this.at - this.start };
      this.fault = complete ? { kind: 'truncated', bit: payload.length * 8, values } : null;
    }
    if (this.at - this.start > this.#most) {
      this.capped = true;
      this.fault = null;
      this.at = this.start + this.#most;
    }
  }

  /** Forgets the bytes before those to come. */
  forget(): void {
    this.base = this.at;
  }

  /** Forgets everything, and writes over it. */
  restart(): void {
    this.base = 0;
    this.at = 0;
  }

  /** Knows nothing but `bytes`. */
  restore(bytes: Uint8Array): void {
    const known = bytes.subarray(-MAX_WINDOW);
    this.out = new Uint8Array(known.length + FIRST_SIZE);
    this.out.set(known);
    this.base = 0;
    this.at = known.length;
  }

  #run(payload: Uint8Array, tail: Uint8Array, log: DecodeLog | null): void {
    const end = payload.length + tail.length;
    if (input.length < end + SPARE) input = new Uint8Array(2 * end + SPARE);
    input.set(payload);
    input.set(tail, payload.length);
    input.fill(0, end, end + SPARE);
    this.#end = end;
    this.#next = 0;
    this.#hold = 0;
    this.#bits = 0;
    this.#log = log;
    this.fault = null;
    this.capped = false;
    this.farthest = 0;
    this.farthestBit = 0;
    this.#limit();
    log?.begin();
    while (this.#bit() < end * 8 && this.#block());
  }

  /** Bits used so far. */
  #bit(): number {
    return this.#next * 8 - this.#bits;
  }

  /** The next `count` bits, at most 16, the first one lowest. Behind the end they are 0: see `#over`. */
  #take(count: number): number {
    this.#need(count);
    const value = this.#hold & ((1 << count) - 1);
    this.#hold >>>= count;
    this.#bits -= count;
    return value;
  }

  #need(count: number): void {
    if (this.#bits >= count) return;
    this.#hold |= ((input[this.#next] as number) | ((input[this.#next + 1] as number) << 8)) << this.#bits;
    this.#next += 2;
    this.#bits += 16;
  }

  /** Whether more has been used than there is; then the message is cut off. */
  #over(): boolean {
    if (this.#next <= this.#end || this.#bit() <= this.#end * 8) return false;
    return !this.#fail({ kind: 'truncated', bit: this.#end * 8, values: { length: this.at - this.start } });
  }

  /** Always false: there is nothing to go on with. */
  #fail(fault: InflateFault): false {
    this.fault = fault;
    return false;
  }

  /** To the next border of bytes. Whole bytes that were fetched are given back. */
  #align(): void {
    this.#next -= this.#bits >> 3;
    this.#hold = 0;
    this.#bits = 0;
  }

  /** One block; false where decoding ends for good (RFC 1951 §3.2.3). */
  #block(): boolean {
    const bit = this.#bit();
    const final = this.#take(1) === 1;
    const type = this.#take(2);
    if (this.#over()) return false;
    if (type === 3) return this.#fail({ kind: 'block-type', bit, values: { type } });
    this.#log?.block(bit, final, type);
    if (type === 0) return this.#stored();
    if (!(type === 1 ? this.#symbols(FIXED_LITERAL_TABLE, FIXED_DISTANCE_TABLE) : this.#dynamic())) return false;
    // What follows a last block begins anew, on a byte of its own (RFC 7692 §7.2.3.4).
    if (final) this.#align();
    return true;
  }

  /** Bytes as they are (RFC 1951 §3.2.4). */
  #stored(): boolean {
    this.#align();
    const bit = this.#next * 8;
    const length = this.#take(16);
    const check = this.#take(16);
    if (this.#over()) return false;
    if (length !== (check ^ 0xffff)) return this.#fail({ kind: 'stored-length', bit, values: { length, check } });
    this.#log?.stored(bit, length);
    this.#align();
    let left = Math.min(length, this.#end - this.#next);
    const missing = length - left;
    while (left > 0) {
      if (!this.#room()) return false;
      const count = Math.min(left, this.out.length - this.at);
      this.out.set(input.subarray(this.#next, this.#next + count), this.at);
      this.at += count;
      this.#next += count;
      left -= count;
    }
    this.#next += missing;
    return !this.#over();
  }

  /** A block that brings its codes along (RFC 1951 §3.2.7). */
  #dynamic(): boolean {
    const bit = this.#bit();
    const literals = this.#take(5) + END_OF_BLOCK + 1;
    const distances = this.#take(5) + 1;
    const count = this.#take(4) + 4;
    if (this.#over()) return false;
    this.#log?.counts(bit, literals, distances, count);
    if (literals > LITERAL_SYMBOLS) {
      return this.#fail({
        kind: 'symbol-count',
        bit,
        values: { code: 'literals', count: literals, most: LITERAL_SYMBOLS },
      });
    }
    if (distances > DISTANCE_SYMBOLS) {
      const values = { code: 'distances', count: distances, most: DISTANCE_SYMBOLS } as const;
      return this.#fail({ kind: 'symbol-count', bit: bit + 5, values });
    }
    const orderBit = this.#bit();
    lengthLengths.fill(0);
    for (let i = 0; i < count; i += 1) lengthLengths[CODE_LENGTH_ORDER[i] as number] = this.#take(3);
    if (this.#over()) return false;
    this.#log?.order(
      orderBit,
      CODE_LENGTH_ORDER.slice(0, count).map((symbol) => lengthLengths[symbol] as number),
    );
    const bits = fillTable(
      lengthTable,
      lengthLengths,
      0,
      CODE_LENGTH_SYMBOLS,
      CODE_LENGTH_ENTRIES,
      CODE_LENGTH_ROOT,
      true,
    );
    if (typeof bits === 'string') return this.#noCode(orderBit, 'code-lengths', bits);
    const lengthsBit = this.#bit();
    if (!this.#readLengths(literals + distances, (1 << bits) - 1)) return false;
    if (lengths[END_OF_BLOCK] === 0) return this.#noCode(lengthsBit, 'literals', 'no-end-of-block');
    const literalBits = fillTable(literalTable, lengths, 0, literals, LITERAL_ENTRIES, LITERAL_ROOT);
    if (typeof literalBits === 'string') return this.#noCode(lengthsBit, 'literals', literalBits);
    const distanceBits = fillTable(distanceTable, lengths, literals, distances, DISTANCE_ENTRIES, DISTANCE_ROOT);
    if (typeof distanceBits === 'string') return this.#noCode(lengthsBit, 'distances', distanceBits);
    return this.#symbols({ entries: literalTable, bits: literalBits }, { entries: distanceTable, bits: distanceBits });
  }

  #noCode(bit: number, code: CodeName, problem: CodeProblem | 'no-end-of-block'): false {
    return this.#fail({ kind: 'code-lengths', bit, values: { code, problem } });
  }

  /** `total` code lengths, those for literals and for distances in one row: repeats may run from one into the other. */
  #readLengths(total: number, mask: number): boolean {
    let at = 0;
    while (at < total) {
      const bit = this.#bit();
      this.#need(CODE_LENGTH_ROOT);
      const entry = lengthTable[this.#hold & mask] as number;
      this.#take(entry & 15);
      const symbol = entry >>> 16;
      const repeat = REPEATS[symbol - 16];
      const count = repeat === undefined ? 1 : repeat.base + this.#take(repeat.extra);
      if (this.#over()) return false;
      if (at + count > total || (symbol === 16 && at === 0)) {
        return this.#fail({ kind: 'repeat', bit, values: { repeats: count, at, count: total } });
      }
      let length = symbol;
      if (repeat !== undefined) length = symbol === 16 ? (lengths[at - 1] as number) : 0;
      this.#log?.codeLength(bit, entry, symbol, at, count, length);
      lengths.fill(length, at, at + count);
      at += count;
    }
    return true;
  }

  /**
   * The symbols of a block, up to its end (RFC 1951 §3.2.3). What the loop needs is in variables: fields would be written
   * back at every turn.
   */
  #symbols(literalCode: Table, distanceCode: Table): boolean {
    const { entries: literals, bits: literalBits } = literalCode;
    const { entries: distances, bits: distanceBits } = distanceCode;
    const bytes = input;
    const end = this.#end;
    const log = this.#log;
    const literalMask = (1 << literalBits) - 1;
    const distanceMask = (1 << distanceBits) - 1;
    let out = this.out;
    let base = this.base;
    let at = this.at;
    let safe = this.#safe;
    let hold = this.#hold;
    let bits = this.#bits;
    let next = this.#next;
    let going = false;
    for (;;) {
      if (at > safe) {
        this.at = at;
        if (!this.#room()) break;
        ({ out, base, at } = this);
        safe = this.#safe;
      }
      if (bits < 15) {
        hold |= ((bytes[next] as number) | ((bytes[next + 1] as number) << 8)) << bits;
        next += 2;
        bits += 16;
      }
      let entry = literals[hold & literalMask] as number;
      if ((entry & LONG) !== 0) {
        entry = literals[(entry >>> 16) + ((hold >>> literalBits) & ((1 << (entry & 15)) - 1))] as number;
      }
      hold >>>= entry & 15;
      bits -= entry & 15;
      if (next > end && next * 8 - bits > end * 8) break;
      if ((entry & (COPY | END | BAD)) === 0) {
        if (log !== null) log.literal(next * 8 - bits - (entry & 15), entry, at);
        out[at] = entry >>> 16;
        at += 1;
        continue;
      }
      const begin = next * 8 - bits - (entry & 15);
      if ((entry & COPY) === 0) {
        going = (entry & END) !== 0;
        if (!going) this.#fail({ kind: 'bad-code', bit: begin, values: { code: 'literals' } });
        else if (log !== null) log.end(begin, entry);
        break;
      }
      const lengthEntry = entry;
      let extra = (entry >>> 4) & 15;
      if (bits < extra) {
        hold |= ((bytes[next] as number) | ((bytes[next + 1] as number) << 8)) << bits;
        next += 2;
        bits += 16;
      }
      const length = (entry >>> 16) + (hold & ((1 << extra) - 1));
      hold >>>= extra;
      bits -= extra;
      if (bits < 15) {
        hold |= ((bytes[next] as number) | ((bytes[next + 1] as number) << 8)) << bits;
        next += 2;
        bits += 16;
      }
      const distanceBegin = next * 8 - bits;
      entry = distances[hold & distanceMask] as number;
      if ((entry & LONG) !== 0) {
        entry = distances[(entry >>> 16) + ((hold >>> distanceBits) & ((1 << (entry & 15)) - 1))] as number;
      }
      hold >>>= entry & 15;
      bits -= entry & 15;
      extra = (entry >>> 4) & 15;
      if (bits < extra) {
        hold |= ((bytes[next] as number) | ((bytes[next + 1] as number) << 8)) << bits;
        next += 2;
        bits += 16;
      }
      const distance = (entry >>> 16) + (hold & ((1 << extra) - 1));
      hold >>>= extra;
      bits -= extra;
      if (next > end && next * 8 - bits > end * 8) break;
      if ((entry & BAD) !== 0) {
        this.#fail({ kind: 'bad-code', bit: distanceBegin, values: { code: 'distances' } });
        break;
      }
      if (distance > at - base) {
        this.#tooFar(distanceBegin, distance, at - base);
        break;
      }
      if (distance > this.farthest) {
        this.farthest = distance;
        this.farthestBit = distanceBegin;
      }
      if (log !== null) log.copy(begin, lengthEntry, entry, at, length, distance);
      // A copy may read what it has just written: that is how runs are made.
      const stop = at + length;
      for (let from = at - distance; at < stop; from += 1, at += 1) out[at] = out[from] as number;
    }
    this.at = at;
    this.#hold = hold;
    this.#bits = bits;
    this.#next = next;
    return !this.#over() && going;
  }

  #tooFar(bit: number, distance: number, known: number): void {
    const window = this.#window;
    if (distance <= window) this.#fail({ kind: 'distance-too-far', bit, values: { distance, known } });
    else this.#fail({ kind: 'distance-beyond-window', bit, values: { distance, known, window } });
  }

  /** Makes room for the longest copy. False where the message is longer than its limit. */
  #room(): boolean {
    if (this.at - this.start > this.#most) return false;
    if (this.at + MAX_LENGTH > this.out.length) {
      const kept = Math.max(this.base, this.start - MAX_WINDOW);
      const count = this.at - kept;
      if (2 * kept >= this.out.length && kept > 0) this.out.copyWithin(0, kept, this.at);
      else {
        const most = MAX_WINDOW + this.#most + 2 * MAX_LENGTH;
        const out = new Uint8Array(Math.min(most, Math.max(FIRST_SIZE, 2 * count + MAX_LENGTH)));
        out.set(this.out.subarray(kept, this.at));
        this.out = out;
      }
      this.base = 0;
      this.start -= kept;
      this.at = count;
    }
    this.#limit();
    return true;
  }

  #limit(): void {
    this.#safe = Math.min(this.out.length - MAX_LENGTH, this.start + this.#most);
  }
}
