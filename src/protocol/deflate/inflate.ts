/**
 * Compressed messages of one direction, one after another (RFC 7692 §7.2.2). Never throws: see fault.ts.
 */

import { Decoder, MAX_WINDOW } from './decoder.ts';
import type { InflateFault } from './fault.ts';

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
    if (!this.#takeover) decoder.restart();
    decoder.message(payload, complete, null);
    const { capped, fault, farthest, farthestBit, start, at } = decoder;
    const bytes = decoder.out.subarray(start, at);
    if (!complete) decoder.at = start;
    else if (capped || fault !== null) decoder.forget();
    return { bytes, capped, fault, farthest, farthestBit };
  }

  /** A copy of the bytes that the next message may copy from, at most 32,768. */
  window(): Uint8Array {
    if (!this.#takeover) return new Uint8Array(0);
    const { out, base, at } = this.#decoder;
    return out.slice(Math.max(base, at - MAX_WINDOW), at);
  }

  /** Goes on as if `window` was what came before. */
  restore(window: Uint8Array): void {
    this.#decoder.restore(window);
  }
}
