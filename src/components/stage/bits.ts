/** Numbers as rows of bits. Bit 0 is the most significant one, as in the figures of the RFCs. */

/** The bits of an unsigned number, most significant first. A number for up to 32 bits, a bigint for any. */
export function bitsOf(value: number | bigint, width: number): number[] {
  const word = BigInt.asUintN(width, typeof value === 'bigint' ? value : BigInt(Math.trunc(value)));
  return Array.from({ length: width }, (_, bit) => Number((word >> BigInt(width - 1 - bit)) & 1n));
}

/** Groups of `size` from the left. */
function groupsOf<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let i = 0; i < items.length; i += size) groups.push(items.slice(i, i + size));
  return groups;
}

/** A row of bits as it is read out: in fours, so that it can be followed. */
export function spokenBits(bits: readonly (number | string)[]): string {
  return groupsOf(bits, 4)
    .map((four) => four.join(''))
    .join(' ');
}
