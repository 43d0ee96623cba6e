/** Messages and options to compress them with, by chance that repeats. */

const WORDS = 'the quick brown fox {"id": 1, "type":"update"} 漢字 🎉 0123 aaaa'.split(' ');

export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 to below 1. */
  next(): number {
    this.#state = (Math.imul(this.#state, 1_103_515_245) + 12_345) >>> 0;
    return (this.#state >>> 8) / 2 ** 24;
  }

  /** A whole number, `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(of: number): boolean {
    return this.next() < of;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.whole(0, items.length - 1)] as Item;
  }

  bytes(length: number, below = 256): Uint8Array {
    return Uint8Array.from({ length }, () => this.whole(0, below - 1));
  }

  /** A copy with a bit turned over, most often near the front, or cut off, or both. */
  spoil(bytes: Uint8Array): Uint8Array {
    const copy = bytes.slice();
    if (copy.length > 0 && this.chance(0.7)) {
      const at = Math.floor(this.next() ** 2 * copy.length);
      copy[at] = (copy[at] as number) ^ (1 << this.whole(0, 7));
    }
    return this.chance(0.3) ? copy.subarray(0, this.whole(0, copy.length)) : copy;
  }
}

/** Levels 0 to 9, all strategies, window bits 9 to 15, memory levels. */
export function pickOptions(random: Random) {
  return {
    level: random.whole(0, 9),
    // Default, filtered, Huffman only, runs only, fixed codes.
    strategy: random.whole(0, 4),
    windowBits: random.whole(9, 15),
    memLevel: random.whole(1, 9),
  };
}

/** One to six messages: noise, runs, few different bytes, words. */
export function randomMessages(random: Random): Uint8Array[] {
  return Array.from({ length: random.whole(1, 6) }, () => randomMessage(random));
}

function randomMessage(random: Random): Uint8Array {
  const size = Math.floor(random.next() ** 3 * 3000);
  const kind = random.next();
  if (kind < 0.2) return random.bytes(size);
  if (kind < 0.3) return new Uint8Array(size * 20).fill(random.whole(0, 255));
  if (kind < 0.35) return random.bytes(size, 4);
  let text = '';
  while (text.length < size * 2) text += `${random.pick(WORDS)} `;
  return new TextEncoder().encode(text);
}
