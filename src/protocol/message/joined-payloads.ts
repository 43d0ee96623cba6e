import type { ChunkedSource } from '../bytes/source.ts';
import { forEachPayload, type PayloadVisitor, payloadOf } from '../frame/payload.ts';
import type { FrameTable } from '../frame/table.ts';

/** Memory that is kept from one message to the next. */
const SCRATCH = 2 ** 16;

export interface JoinedFrom {
  readonly table: FrameTable;
  readonly source: ChunkedSource;
  /** Ranges of the source that hold zeros for bytes nobody captured. */
  readonly lost: readonly { readonly offset: number; readonly length: number }[];
  /** Bytes of a message that are looked at. */
  readonly most: number;
}

/** The joined payload of a message that begins with frame `first`. */
export interface Gathered {
  readonly first: number;
  readonly last: number;
  readonly payload: Uint8Array;
  readonly complete: boolean;
  readonly lost: boolean;
  readonly long: boolean;
}

/** Payloads of whole messages, in clear and joined, one after another in one piece of recycled memory. */
export class JoinedPayloads {
  readonly #from: JoinedFrom;
  #scratch = new Uint8Array(0);
  #filled = 0;
  #room = 0;

  constructor(from: JoinedFrom) {
    this.#from = from;
  }

  /** Whether these bytes lie in the recycled memory, and so last only until the next `gather`. */
  holds({ buffer }: Uint8Array): boolean {
    return buffer === this.#scratch.buffer;
  }

  /** The frame that holds byte `byte` of the joined payload. The tail that is put back belongs to the last one. */
  frameOf(first: number, last: number, byte: number): { frame: number; position: number } {
    const { table } = this.#from;
    let rest = byte;
    for (let i = first; i <= last; i += 1) {
      if (table.message(i) !== first) continue;
      const length = table.presentPayloadLength(i);
      if (rest < length) return { frame: i, position: rest };
      rest -= length;
    }
    return { frame: last, position: table.presentPayloadLength(last) };
  }

  /** The payload of a message up to frame `upTo`, in clear and joined; copied only where it must be. */
  gather(first: number, upTo = Infinity): Gathered {
    const { table, source, most } = this.#from;
    const single = table.fin(first) || upTo === first;
    let last = first;
    let length = table.presentPayloadLength(first);
    for (let i = first + 1; !single && i < table.count && i <= upTo; i += 1) {
      const message = table.message(i);
      if (message > first) break;
      if (message !== first) continue;
      last = i;
      length += table.presentPayloadLength(i);
      if (table.fin(i)) break;
    }
    const complete = table.fin(last) && table.status(last) === 'complete';
    const present = this.#beforeLoss(first, last, length);
    const lost = present < length;
    const long = present > most;
    const wanted = Math.min(present, most);
    const payload =
      first === last && !table.masked(first)
        ? payloadOf(table, first, source, wanted)
        : this.#join(first, last, wanted);
    return { first, last, payload, complete: complete && !lost, lost, long };
  }

  #join(first: number, last: number, length: number): Uint8Array {
    const { table, source } = this.#from;
    // What an unusually long message needed is given back.
    const size = Math.max(SCRATCH, length);
    if (this.#scratch.length < length || this.#scratch.length > 16 * size) this.#scratch = new Uint8Array(size);
    this.#filled = 0;
    this.#room = length;
    for (let i = first; i <= last && this.#filled < length; i += 1) {
      if (table.message(i) === first) forEachPayload(table, source, this.#put, i, i + 1);
    }
    return this.#scratch.subarray(0, length);
  }

  readonly #put: PayloadVisitor = (_, bytes, start, end) => {
    const stop = Math.min(end, start + this.#room - this.#filled);
    this.#scratch.set(bytes.subarray(start, stop), this.#filled);
    this.#filled += stop - start;
    return this.#filled < this.#room;
  };

  /** Payload bytes in front of the first that nobody captured. */
  #beforeLoss(first: number, last: number, length: number): number {
    const { table, lost } = this.#from;
    if (lost.length === 0) return length;
    let before = 0;
    for (let i = first; i <= last; i += 1) {
      if (table.message(i) !== first) continue;
      const start = table.payloadOffset(i);
      const end = start + table.presentPayloadLength(i);
      const gap = lost.find((one) => one.offset < end && one.offset + one.length > start);
      if (gap) return before + Math.max(0, gap.offset - start);
      before += end - start;
    }
    return length;
  }
}
