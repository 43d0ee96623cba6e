/** The length of a message that was not inflated. */
export const NOT_INFLATED = -1;

/** The first frame of every compressed message, in order, and how long it is when inflated: two numbers a message. */
export class InflatedLengths {
  #firsts = new Int32Array(16);
  #lengths = new Float64Array(16);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** One more message, not inflated yet. */
  add(first: number): void {
    if (this.#count === this.#firsts.length) {
      const firsts = new Int32Array(2 * this.#count);
      const lengths = new Float64Array(2 * this.#count);
      firsts.set(this.#firsts);
      lengths.set(this.#lengths);
      this.#firsts = firsts;
      this.#lengths = lengths;
    }
    this.#firsts[this.#count] = first;
    this.#lengths[this.#count] = NOT_INFLATED;
    this.#count += 1;
  }

  set(index: number, length: number): void {
    this.#lengths[index] = length;
  }

  at(index: number): number {
    return this.#lengths[index] as number;
  }

  firstOf(index: number): number {
    return this.#firsts[index] as number;
  }

  /** Index of the message that begins with frame `first`, or -1. */
  indexOf(first: number): number {
    let low = 0;
    let high = this.#count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#firsts[middle] as number) < first) low = middle + 1;
      else high = middle;
    }
    return this.#firsts[low] === first && low < this.#count ? low : -1;
  }
}
