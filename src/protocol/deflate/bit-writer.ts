/** Bits written in the order of RFC 1951 §3.1.1: the first one of a byte is 0x01. */
export class BitWriter {
  #bytes = new Uint8Array(256);
  #length = 0;
  /** Bits of the byte that is being filled, and how many. */
  #hold = 0;
  #count = 0;

  /** The low `count` bits of `value`, at most 16, the lowest first. */
  write(value: number, count: number): void {
    this.#hold |= value << this.#count;
    this.#count += count;
    while (this.#count >= 8) this.#flush();
  }

  /** A Huffman code, which begins with its highest bit. */
  writeCode(code: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit -= 1) this.write((code >>> bit) & 1, 1);
  }

  /** Zeros up to the next byte. */
  align(): void {
    if (this.#count > 0) this.write(0, 8 - this.#count);
  }

  /** Whole bytes; only where a byte begins. */
  append(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Everything in whole bytes, in memory of its own. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #flush(): void {
    this.#room(1);
    this.#bytes[this.#length] = this.#hold;
    this.#length += 1;
    this.#hold >>>= 8;
    this.#count -= 8;
  }

  #room(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const bytes = new Uint8Array(2 * (this.#length + count));
    bytes.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = bytes;
  }
}
