/**
 * The bits of one message, in the order of RFC 1951 §3.1.1. Behind the last one there are zeros, so that bits may be
 * fetched before it is known how many are needed; who has read, asks `over`.
 */
export class BitReader {
  /** Where bytes are fetched from: a copy, which is cheap, and needs no question at every byte whether there is one. */
  bytes: Uint8Array = new Uint8Array(0);
  /** One past the last byte, and the next one to fetch. */
  end = 0;
  next = 0;
  /** Bits fetched and not yet used, the next one lowest, and how many. Below 31, so the number is never negative. */
  hold = 0;
  count = 0;

  /** Begins with `payload` and what follows it. */
  open(payload: Uint8Array, tail: Uint8Array): void {
    const end = payload.length + tail.length;
    if (this.bytes.length < end + SPARE) this.bytes = new Uint8Array(Math.max(FIRST_SIZE, 2 * end));
    this.bytes.set(payload);
    this.bytes.set(tail, payload.length);
    this.bytes.fill(0, end, end + SPARE);
    this.end = end;
    this.next = 0;
    this.hold = 0;
    this.count = 0;
  }

  /** Gives back memory that only a large message needed. */
  close(): void {
    if (this.bytes.length > KEPT_SIZE) this.bytes = new Uint8Array(0);
  }

  /** Bits used so far. */
  get used(): number {
    return this.next * 8 - this.count;
  }

  /** Whether more was used than there is. */
  get over(): boolean {
    return this.next > this.end && this.used > this.end * 8;
  }

  /** Fetches until there are at least `count`, at most 15 where some are left. */
  need(count: number): void {
    if (this.count >= count) return;
    this.hold |= ((this.bytes[this.next] as number) | ((this.bytes[this.next + 1] as number) << 8)) << this.count;
    this.next += 2;
    this.count += 16;
  }

  /** The next `count` bits, at most 16, as a number: the first one lowest. */
  take(count: number): number {
    this.need(count);
    const value = this.hold & ((1 << count) - 1);
    this.hold >>>= count;
    this.count -= count;
    return value;
  }

  /** On to the next border of bytes. Whole bytes that were fetched are given back. */
  align(): void {
    this.next -= this.count >> 3;
    this.hold = 0;
    this.count = 0;
  }
}

const SPARE = 16;
const FIRST_SIZE = 1 << 16;
const KEPT_SIZE = 1 << 20;
