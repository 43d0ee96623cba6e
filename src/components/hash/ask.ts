import type { Ask } from '../lesson/lesson.ts';
import { ofNumber } from '../lesson/value.ts';

/** A question for one bit of what a round's function gives. */
export interface BitQuestion {
  /** 0 is the most significant bit. */
  readonly column: number;
  /** The bit of any word in that column. */
  readonly bitOf: (word: number) => number;
  readonly ask: Ask;
}

/** Asks at the first place that `telling` marks or, where it marks none, at the first of all. */
export function askBitOf(result: number, telling: number): BitQuestion {
  const column = telling === 0 ? 0 : Math.clz32(telling);
  const bitOf = (word: number) => (word >>> (31 - column)) & 1;
  const options = [0, 1].map((value) => {
    const right = value === bitOf(result);
    return { id: right ? 'right' : 'wrong', value: ofNumber(value), right };
  });
  return { column, bitOf, ask: { kind: 'choice', options } };
}
