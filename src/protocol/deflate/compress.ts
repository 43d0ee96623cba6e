/** Messages compressed (RFC 7692 §7.2.1). Made to be read: it finds most of what zlib finds. */

import { BitWriter } from './bit-writer.ts';
import { writeBlock, writeHeader } from './block-writer.ts';
import { Matcher, type Token, tokenLength } from './matcher.ts';
import type { BlockType } from './trace.ts';

/** Symbols of a block, as in zlib: what comes later may have other frequencies, and deserves codes of its own. */
const MOST_TOKENS = 16_384;

export interface DeflaterOptions {
  /** 8 to 15: no copy reaches farther back than 2 to that power. */
  readonly windowBits: number;
  /** Whether a message may copy from the messages before it. */
  readonly takeover: boolean;
}

/** Compresses the messages of one direction in order. */
export class Deflater {
  readonly #takeover: boolean;
  readonly #matcher: Matcher;

  constructor({ windowBits, takeover }: DeflaterOptions) {
    this.#takeover = takeover;
    this.#matcher = new Matcher(2 ** windowBits);
  }

  /**
   * The payload of one message, before it is cut into frames and masked. It ends as a flush does, with an empty stored
   * block, whose length `00 00 ff ff` is cut off. `form` is the form of all other blocks; without it, each takes what is
   * shortest, and an empty message has none (RFC 7692 §7.2.3.6).
   */
  message(bytes: Uint8Array, form?: BlockType): Uint8Array {
    const writer = new BitWriter();
    if (!this.#takeover) this.#matcher.forget();
    let at = 0;
    let tokens: Token[] = [];
    const block = () => {
      const end = tokens.reduce((sum, token) => sum + tokenLength(token), at);
      writeBlock(writer, tokens, bytes.subarray(at, end), form);
      at = end;
      tokens = [];
    };
    for (const token of this.#matcher.tokens(bytes)) {
      tokens.push(token);
      if (tokens.length === MOST_TOKENS) block();
    }
    if (tokens.length > 0 || (form !== undefined && bytes.length === 0)) block();
    writeHeader(writer, 'stored');
    writer.align();
    return writer.finish();
  }
}
