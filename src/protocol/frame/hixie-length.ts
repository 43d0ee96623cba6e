/** The length of a length-prefixed hixie frame: base 128, big-endian, bit 7 = more follow (draft-hixie-76 section 4.2). */

/** What a length that needs more than 64 bits is cut to; no stream will ever hold so many bytes. */
export const HIXIE_LENGTH_CAP = 1n << 64n;
const CAP_NUMBER = Number(HIXIE_LENGTH_CAP);

/** The length after one more length byte; exact below 2^53, never above 2^64. */
export function addHixieDigit(length: number, byte: number): number {
  const next = length * 128 + (byte & 0x7f);
  return Math.min(next, CAP_NUMBER);
}

/** The exact length that these bytes say, or the cap. However many zeros it is padded with, they only cost a look. */
export function exactHixieLength(bytes: Uint8Array): bigint {
  let length = 0n;
  const first = bytes.findIndex((byte) => (byte & 0x7f) !== 0);
  for (const byte of first < 0 ? [] : bytes.subarray(first)) {
    length = length * 128n + BigInt(byte & 0x7f);
    if (length >= HIXIE_LENGTH_CAP) return HIXIE_LENGTH_CAP;
  }
  return length;
}

/** The shortest length bytes of a number. */
export function encodeHixieLength(length: number | bigint): Uint8Array {
  const groups: number[] = [];
  let rest = BigInt(length);
  do {
    groups.unshift(Number(rest & 0x7fn) | (groups.length > 0 ? 0x80 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Uint8Array.from(groups);
}
