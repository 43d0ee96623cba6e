/** Numbers as rows of bits. Bit 0 is the most significant one, as in the figures of the RFCs. */

/** `strong` outlined · `faint` beside the point · `wrapped` goes, or went, round the end · `hidden` asked, “?”. */
export type BitMark = 'strong' | 'faint' | 'wrapped' | 'hidden';

export type BitMarks = readonly (BitMark | undefined)[] | ((bit: number) => BitMark | undefined);

/** The bits of an unsigned number, most significant first. A number for up to 32 bits, a bigint for any. */
export function bitsOf(value: number | bigint, width: number): number[] {
  const word = BigInt.asUintN(width, typeof value === 'bigint' ? value : BigInt(Math.trunc(value)));
  return Array.from({ length: width }, (_, bit) => Number((word >> BigInt(width - 1 - bit)) & 1n));
}

/** Groups of `size` from the left. */
export function groupsOf<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let i = 0; i < items.length; i += size) groups.push(items.slice(i, i + size));
  return groups;
}

/** Hex digits of some bits; as many as the bits fill. */
export function hexOf(bits: readonly number[]): string {
  const word = bits.reduce((sum, bit) => sum * 2n + BigInt(bit), 0n);
  return word.toString(16).padStart(Math.ceil(bits.length / 4), '0');
}

/** A row of bits as it is read out: in fours, so that it can be followed. */
export function spokenBits(bits: readonly (number | string)[]): string {
  return groupsOf(bits, 4)
    .map((four) => four.join(''))
    .join(' ');
}

export function markOf(marks: BitMarks | undefined, bit: number): BitMark | undefined {
  return typeof marks === 'function' ? marks(bit) : marks?.[bit];
}

/** Where bit `bit` of a word rotated left by `by` stood before. */
export function rotatedFrom(bit: number, by: number, width: number): number {
  return (((bit + by) % width) + width) % width;
}

/** In the word to be rotated left by `by`: the bits that will go round the end. */
export function leavesRound(by: number): (bit: number) => BitMark | undefined {
  return (bit) => (bit < by ? 'wrapped' : undefined);
}

/** In the word that was rotated left by `by`: the bits that came round. */
export function cameRound(by: number, width: number): (bit: number) => BitMark | undefined {
  return (bit) => (bit >= width - by ? 'wrapped' : undefined);
}
