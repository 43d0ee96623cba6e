/**
 * Compressed messages of one direction, one after another (RFC 7692 §7.2.2). Never throws: see fault.ts.
 */

import { Decoder } from './decoder.ts';
import type { InflateFault } from './fault.ts';

const NOTHING = new Uint8Array(0);

export interface InflaterOptions {
  /** 8 to 15, as agreed for this direction. Only for judging: what is known farther back can be copied all the same. */
  readonly windowBits: number;
  /** Whether a message may copy from the messages before it. */
  readonly takeover: boolean;
  /** Bytes of one message after which inflating stops. */
  readonly maxOutput: number;
}

export interface Inflated {
  /** Up to a fault or the limit. Read only, and valid until the next call. */
  readonly bytes: Uint8Array;
  /** There was more than `maxOutput`. */
  readonly capped: boolean;
  readonly fault: InflateFault | null;
  /**
   * False where the message is whole, but ends with a block, and not with the beginning of an empty one that the tail
   * would complete (RFC 7692 §7.2.1): no byte at all, a tail that was not cut off, a last block and nothing behind it.
   * zlib lets it pass, and is then out of step for the next message.
   */
  readonly flushed: boolean;
  /** The longest distance that was copied from, 0 without a copy, and the bit of the payload where it is written. */
  readonly farthest: number;
  readonly farthestBit: number;
}

/**
 * Inflates the messages of one direction in order. A message that did not come out whole leaves a window that nobody
 * knows: what is copied from before it is then too far back, just as for somebody who joins midway. So what comes out is
 * never wrong, only missing.
 */
export class Inflater {
  readonly #takeover: boolean;
  readonly #decoder: Decoder;

  constructor({ windowBits, takeover, maxOutput }: InflaterOptions) {
    this.#takeover = takeover;
    this.#decoder = new Decoder(windowBits, maxOutput);
  }

  /**
   * Inflates the payload of one message: of all its frames, unmasked, as it travelled. The tail `00 00 ff ff` is put back
   * here. With `complete` false the rest of the message is missing: what can be inflated is, its end is no fault, and the
   * window stays as it was, so that the message can be given again when there is more of it.
   */
  message(payload: Uint8Array, complete = true): Inflated {
    const decoder = this.#decoder;
    const { output } = decoder;
    if (!this.#takeover) output.restore(NOTHING);
    decoder.message(payload, complete, null);
    const { capped, fault, flushed } = decoder;
    const { farthest, farthestBit } = output;
    const bytes = output.bytes.subarray(output.start, output.at);
    if (!complete) output.rewind();
    else if (capped || fault !== null) output.forget();
    return { bytes, capped, fault, flushed, farthest, farthestBit };
  }

  /** A copy of the bytes that the next message may copy from, at most 32,768. */
  window(): Uint8Array {
    return this.#takeover ? this.#decoder.output.window() : NOTHING;
  }

  /** Goes on as if `window` was what came before. */
  restore(window: Uint8Array): void {
    this.#decoder.output.restore(window);
  }
}
