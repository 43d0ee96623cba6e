/** The best code for given frequencies, and how its lengths are written (RFC 1951 §3.2.7). */

import { CODE_LENGTH_SYMBOLS, REPEAT_LAST, REPEATS } from './huffman.ts';

/**
 * Lengths, at most `most` bits, of the codes that make the whole shortest; 0 for what does not occur. There are at least
 * two codes, as zlib does it: then every code is complete, and every reader takes it.
 *
 * Package-merge (Larmore and Hirschberg, 1990): a symbol's length is how often it is among the cheapest `2n - 2` items of
 * the last list, where each list holds the symbols and the pairs of the list before.
 */
export function codeLengths(frequencies: ArrayLike<number>, most: number): Uint8Array {
  const lengths = new Uint8Array(frequencies.length);
  const used: number[] = [];
  for (let symbol = 0; symbol < frequencies.length; symbol += 1)
    if ((frequencies[symbol] as number) > 0) used.push(symbol);
  for (let symbol = 0; used.length < 2; symbol += 1) if (!used.includes(symbol)) used.push(symbol);
  const weight = (symbol: number) => frequencies[symbol] as number;
  used.sort((a, b) => weight(a) - weight(b) || a - b);

  const lists: (readonly Item[])[] = [];
  let list: readonly Item[] = [];
  for (let level = 0; level < most; level += 1) {
    list = merge(used.map(weight), list);
    lists.push(list);
  }
  let take = 2 * used.length - 2;
  for (const items of lists.reverse()) {
    let symbols = 0;
    for (let i = 0; i < take; i += 1) if (items[i]?.symbol === true) symbols += 1;
    for (const symbol of used.slice(0, symbols)) lengths[symbol] = (lengths[symbol] as number) + 1;
    take = 2 * (take - symbols);
  }
  return lengths;
}

interface Item {
  readonly weight: number;
  /** A symbol, or a pair of items of the list before. */
  readonly symbol: boolean;
}

/** Symbols, and items two by two, cheapest first. Both come sorted. */
function merge(weights: readonly number[], items: readonly Item[]): readonly Item[] {
  const merged: Item[] = [];
  let at = 0;
  for (let i = 0; i + 1 < items.length; i += 2) {
    const pair = (items[i] as Item).weight + (items[i + 1] as Item).weight;
    while (at < weights.length && (weights[at] as number) <= pair) {
      merged.push({ weight: weights[at] as number, symbol: true });
      at += 1;
    }
    merged.push({ weight: pair, symbol: false });
  }
  for (const weight of weights.slice(at)) merged.push({ weight, symbol: true });
  return merged;
}

/** A code length symbol, and the value of its extra bits. */
export interface LengthSymbol {
  readonly symbol: number;
  readonly extra: number;
  readonly extraBits: number;
}

/** Code lengths with their repetitions shortened. */
export function shortened(lengths: Uint8Array): readonly LengthSymbol[] {
  const symbols: LengthSymbol[] = [];
  let at = 0;
  while (at < lengths.length) {
    const length = lengths[at] as number;
    let same = 1;
    while (lengths[at + same] === length) same += 1;
    // A length is written once before it can be repeated; 0 need not be.
    if (length > 0) {
      symbols.push({ symbol: length, extra: 0, extraBits: 0 });
      at += 1;
      same -= 1;
    }
    for (let symbol = CODE_LENGTH_SYMBOLS - 1; same > 0; ) {
      const { base, extra } = REPEATS[symbol - REPEAT_LAST] ?? { base: 1, extra: 0 };
      const count = Math.min(same, base + 2 ** extra - 1);
      if (symbol < REPEAT_LAST) symbols.push({ symbol: length, extra: 0, extraBits: 0 });
      else if (count < base || (symbol === REPEAT_LAST) !== length > 0) {
        symbol -= 1;
        continue;
      } else symbols.push({ symbol, extra: count - base, extraBits: extra });
      at += count;
      same -= count;
    }
  }
  return symbols;
}
