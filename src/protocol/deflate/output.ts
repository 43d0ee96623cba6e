import { MAX_LENGTH } from './huffman.ts';

/** The farthest back that a distance can reach (RFC 1951 §3.2.5). */
export const MAX_WINDOW = 32_768;
/** Room made at first: for the window, and for messages until something has to be moved. */
const FIRST_SIZE = 4 * MAX_WINDOW;

/**
 * Decoded bytes. The window is not kept beside them: each message is written behind those before it, and copied from
 * there, so nothing is moved as long as there is room.
 */
export class Output {
  bytes: Uint8Array = new Uint8Array(0);
  /** Known are the bytes from `base` up to `at`; those from `start` on are of this message. */
  base = 0;
  start = 0;
  at = 0;
  /** Up to here there is room for the longest copy, and the message is within its limit. */
  safe = 0;
  /** The longest distance in this message and the bit where it is written; 0 without one. */
  farthest = 0;
  farthestBit = 0;
  /** The most bytes of a message. */
  readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** Begins a message. */
  begin(): void {
    this.start = this.at;
    this.farthest = 0;
    this.farthestBit = 0;
    this.#limit();
  }

  /** Takes back what was written of this message. */
  rewind(): void {
    this.at = this.start;
  }

  /** Forgets what is there, but leaves it readable until the next message. */
  forget(): void {
    this.base = this.at;
  }

  /** Knows nothing but `known`, of which the end counts. */
  restore(known: Uint8Array): void {
    const window = known.subarray(-MAX_WINDOW);
    if (window.length + MAX_LENGTH > this.bytes.length) this.bytes = new Uint8Array(FIRST_SIZE);
    this.bytes.set(window);
    this.base = 0;
    this.at = window.length;
  }

  /** A copy of what can be copied from. */
  window(): Uint8Array {
    return this.bytes.slice(Math.max(this.base, this.at - MAX_WINDOW), this.at);
  }

  /** Makes room for the longest copy. False where the message is longer than its limit. */
  room(): boolean {
    if (this.at - this.start > this.most) return false;
    if (this.at + MAX_LENGTH > this.bytes.length) this.#move();
    this.#limit();
    return true;
  }

  /** Drops what is too far back, where that is half of all; else takes twice the room. */
  #move(): void {
    const from = Math.max(this.base, this.start - MAX_WINDOW);
    const count = this.at - from;
    if (from > 0 && 2 * from >= this.bytes.length) this.bytes.copyWithin(0, from, this.at);
    else {
      const most = MAX_WINDOW + this.most + 2 * MAX_LENGTH;
      const bytes = new Uint8Array(Math.min(most, Math.max(FIRST_SIZE, 2 * count + MAX_LENGTH)));
      bytes.set(this.bytes.subarray(from, this.at));
      this.bytes = bytes;
    }
    this.base = 0;
    this.start -= from;
    this.at = count;
  }

  #limit(): void {
    this.safe = Math.min(this.bytes.length - MAX_LENGTH, this.start + this.most);
  }
}
