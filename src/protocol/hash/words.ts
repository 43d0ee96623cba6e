/** Words of 32 bits: unsigned, four bytes each in sources. */

import type { SourceId, Span } from '../bytes/span.ts';
import { byteSpan } from '../bytes/span.ts';
import type { Term } from '../bytes/trace.ts';
import type { ChainName, WordSum } from './trace.ts';
import { chainSource } from './trace.ts';

const CHAIN_NAMES: readonly ChainName[] = ['h0', 'h1', 'h2', 'h3', 'h4'];

/** Rotated left. */
export function rotl(word: number, places: number): number {
  return ((word << places) | (word >>> (32 - places))) >>> 0;
}

/** Exact below 2^21 words: doubles hold it. */
export function addWords(...words: readonly number[]): WordSum {
  const sum = words.reduce((all, word) => all + word, 0);
  return { value: sum >>> 0, carry: Math.floor(sum / 2 ** 32) };
}

/** Byte `i` (0 to 3) of a word as it is written. */
export function wordByte(word: number, i: number, littleEndian: boolean): number {
  return (word >>> byteShift(i, littleEndian)) & 0xff;
}

export function byteShift(i: number, littleEndian: boolean): 0 | 8 | 16 | 24 {
  return (8 * (littleEndian ? i & 3 : 3 - (i & 3))) as 0 | 8 | 16 | 24;
}

/** `words` one after the other as bytes. */
export function wordBytes(words: ArrayLike<number>, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(4 * words.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = wordByte(words[i >> 2] as number, i, littleEndian);
  return bytes;
}

/** Where word `index` of a source lies. */
export function wordSpan(source: SourceId, index: number): Span {
  return byteSpan(source, 4 * index, 4);
}

/** Word `index` of a source as a term. */
export function wordTerm<Name extends string>(
  name: Name,
  words: readonly number[],
  source: SourceId,
  index: number,
): Term<Name> {
  return { name, value: words[index] as number, from: [wordSpan(source, index)] };
}

/** The chaining value before `block` as terms: h0, h1, … */
export function chainTerms(chain: readonly number[], block: number): readonly Term<ChainName>[] {
  return chain.map((_, i) => wordTerm(CHAIN_NAMES[i] as ChainName, chain, chainSource(block), i));
}
