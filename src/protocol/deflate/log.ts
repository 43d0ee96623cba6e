import type { InflateFault } from './fault.ts';

/**
 * Told of everything that is read, in order: this is how a trace sees what the decoder does. `bit` is where something
 * begins, counted as in fault.ts; entries are those of huffman.ts.
 */
export interface DecodeLog {
  /** What was told so far does not count: decoding begins (anew). */
  begin(): void;
  block(bit: number, final: boolean, type: number): void;
  /** `bit` is where LEN begins, behind the bits that are skipped. */
  stored(bit: number, length: number): void;
  /** How many lengths follow for each of the three codes. */
  counts(bit: number, literals: number, distances: number, lengths: number): void;
  /** A length of a code length code, in the order they are written. */
  order(bit: number, symbol: number, length: number): void;
  /** `length` for `count` symbols from `first` on, written as `symbol`. */
  lengths(bit: number, entry: number, first: number, count: number, length: number): void;
  literal(bit: number, entry: number): void;
  copy(bit: number, lengthEntry: number, distanceEntry: number, length: number, distance: number): void;
  end(bit: number, entry: number): void;
}

/** Why decoding goes no further: a fault, or more output than was asked for. */
export type Stop = InflateFault | 'limit';
