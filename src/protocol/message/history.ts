import { equalBytes } from '../bytes/join.ts';
import type { InflateFault } from '../deflate/fault.ts';
import { Inflater } from '../deflate/inflate.ts';
import type { DirectionDeflate } from '../handshake/extensions.ts';

/** Why text that a message refers to is not known. */
export type Gone = 'before-capture' | 'after-fault' | 'bytes-lost' | 'limit';

/** What came of inflating one message. The bytes are valid until the history is asked for anything else. */
export interface Inflation {
  /** What is not known is 0. */
  readonly bytes: Uint8Array;
  /** The same with what is not known as 255; null where everything is known. */
  readonly twin: Uint8Array | null;
  readonly gone: Gone | null;
  readonly capped: boolean;
  readonly fault: InflateFault | null;
  /** The longest distance, and the bit of the payload where it is written; 0 without one. */
  readonly farthest: number;
  readonly farthestBit: number;
}

/** A place in a stream of messages to go on from. */
export interface SavedHistory {
  readonly window: Uint8Array;
  readonly twin: Uint8Array | null;
  readonly gone: Gone | null;
}

/** The farthest back that DEFLATE can reach (RFC 1951 §3.2.5). */
const WINDOW = 32_768;
const ZEROS = new Uint8Array(WINDOW);
const ONES = new Uint8Array(WINDOW).fill(0xff);

/**
 * Inflates the messages of one direction, which may refer to those before them (RFC 7692 §7.1.1), and knows what it does
 * not know. DEFLATE reads lengths and distances from the payload alone, never from what they copy. So where the window is
 * not known, two inflaters run, one over zeros and one over ones: they write the same number of bytes, and the bytes in
 * which they differ are those that nobody can know. Once no such byte is in the window, one inflater is enough again.
 */
export class HistoryInflater {
  readonly #options: ConstructorParameters<typeof Inflater>[0];
  readonly #first: Inflater;
  #twin: Inflater | null = null;
  #gone: Gone | null = null;
  #forget: Gone | null = null;
  /** Bytes written since the twin was last seen to be of use. */
  #written = 0;

  /** `maxOutput`: bytes of one message. */
  constructor({ windowBits, noContextTakeover }: DirectionDeflate, maxOutput: number) {
    this.#options = { windowBits, takeover: !noContextTakeover, maxOutput };
    this.#first = new Inflater(this.#options);
  }

  /** From the next message on nothing is known of what was sent before. */
  forget(why: Gone): void {
    // Where every message stands for itself there is nothing to know.
    if (this.#options.takeover) this.#forget = why;
  }

  /** A message that is not complete leaves the history as it was. */
  message(payload: Uint8Array, complete: boolean): Inflation {
    this.#apply();
    const { bytes, capped, fault, farthest, farthestBit } = this.#first.message(payload, complete);
    if (this.#twin === null) return { bytes, twin: null, gone: null, capped, fault, farthest, farthestBit };
    const twin = this.#twin.message(payload, complete).bytes;
    const gone = this.#gone;
    this.#written += bytes.length;
    return { bytes, twin, gone, capped, fault, farthest, farthestBit };
  }

  save(): SavedHistory {
    this.#apply();
    return { window: this.#first.window(), twin: this.#twin?.window() ?? null, gone: this.#gone };
  }

  restore({ window, twin, gone }: SavedHistory): void {
    this.#forget = null;
    this.#gone = gone;
    this.#written = 0;
    this.#first.restore(window);
    if (twin === null) this.#twin = null;
    else {
      this.#twin ??= new Inflater(this.#options);
      this.#twin.restore(twin);
    }
  }

  /** Put off to the moment before the next message: what came of the last one lies in the same memory. */
  #apply(): void {
    if (this.#forget !== null) {
      this.restore({ window: ZEROS, twin: ONES, gone: this.#forget });
    } else if (this.#twin !== null && this.#written >= WINDOW) {
      this.#written = 0;
      if (equalBytes(this.#first.window(), this.#twin.window())) this.#twin = null;
    }
  }
}
