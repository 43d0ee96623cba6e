import { MAX_LENGTH, MIN_LENGTH } from './huffman.ts';

const HASH_BITS = 15;
/** Earlier places looked at before the longest match so far is taken. */
const MOST_TRIES = 128;
/** Only a match below this length is worth comparing with one that begins a byte later. */
const LAZY_BELOW = 16;
/** A copy of three bytes from farther away costs more than the bytes. */
const NEAR = 4096;

/** A literal byte, or `length << 16 | distance`. */
export type Token = number;

/** Bytes that a token makes. */
export function tokenLength(token: Token): number {
  return token >>> 16 || 1;
}

/**
 * Finds what has been there before. All places that begin with the same three bytes are in one chain, the latest first.
 *
 * Place 0 means none, so nothing is copied from the first byte of all. zlib has the same habit: it is why the second
 * `Hello` of RFC 7692 §7.2.3.2 is an `H` and a copy of four.
 */
export class Matcher {
  #bytes: Uint8Array = new Uint8Array(0);
  readonly #window: number;
  readonly #heads = new Int32Array(1 << HASH_BITS);
  #earlier = new Int32Array(0);
  /** Bytes that are there, and places that are in chains. */
  #end = 0;
  #chained = 0;

  constructor(window: number) {
    this.#window = window;
  }

  forget(): void {
    this.#end = 0;
    this.#chained = 0;
    this.#heads.fill(0);
  }

  /** Literals and copies that make `message`, which is put behind what is there. */
  *tokens(message: Uint8Array): Generator<Token> {
    if (this.#end + message.length > this.#bytes.length) this.#move(message.length);
    let at = this.#end;
    this.#bytes.set(message, at);
    this.#end += message.length;
    let match = this.#find(at);
    while (at < this.#end) {
      const length = match >>> 16;
      const next = length < LAZY_BELOW ? this.#find(at + 1) : 0;
      if (length === 0 || next >>> 16 > length) {
        yield this.#bytes[at] as number;
        at += 1;
        match = next;
      } else {
        yield match;
        at += length;
        match = this.#find(at);
      }
    }
  }

  /** The longest match of what begins at `at`, the nearest of equals; 0 without one. */
  #find(at: number): Token {
    this.#chain(at);
    const bytes = this.#bytes;
    const most = Math.min(MAX_LENGTH, this.#end - at);
    if (most < MIN_LENGTH) return 0;
    let found = 0;
    let longest = MIN_LENGTH - 1;
    let place = this.#heads[this.#hash(at)] as number;
    for (let tries = MOST_TRIES; tries > 0 && place > 0 && at - place <= this.#window; tries -= 1) {
      let length = 0;
      while (length < most && bytes[place + length] === bytes[at + length]) length += 1;
      if (length > longest && (length > MIN_LENGTH || at - place <= NEAR)) {
        longest = length;
        found = (length << 16) | (at - place);
        if (length === most) break;
      }
      place = this.#earlier[place] as number;
    }
    return found;
  }

  /** Puts the places before `to` into their chains, as far as three bytes are there. */
  #chain(to: number): void {
    while (this.#chained < to && this.#chained + MIN_LENGTH <= this.#end) {
      const hash = this.#hash(this.#chained);
      this.#earlier[this.#chained] = this.#heads[hash] as number;
      this.#heads[hash] = this.#chained;
      this.#chained += 1;
    }
  }

  #hash(at: number): number {
    const bytes = this.#bytes;
    const word = ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
    return Math.imul(word, 0x9e3779b1) >>> (32 - HASH_BITS);
  }

  /** Keeps the window, with room for `length` bytes and more behind it, and chains it anew. */
  #move(length: number): void {
    const kept = this.#bytes.slice(Math.max(0, this.#end - this.#window), this.#end);
    const size = Math.max(this.#bytes.length, 4 * this.#window, 2 * (kept.length + length));
    if (size > this.#bytes.length) {
      this.#bytes = new Uint8Array(size);
      this.#earlier = new Int32Array(size);
    }
    this.#bytes.set(kept);
    this.forget();
    this.#end = kept.length;
    this.#chain(this.#end);
  }
}
