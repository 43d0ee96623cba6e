/**
 * What both hashes put after a message: one bit, zeros up to 8 bytes before the end of a block, the length in bits as
 * 64 bits (RFC 3174 §4, RFC 1321 §3.1 and §3.2). They differ only in the byte order of the length.
 */

export const BLOCK_BYTES = 64;
const LENGTH_BYTES = 8;

// Shared by both hashes, which use it before anything else can run. 128 bytes: a rest of up to 63 and the padding.
const tail = new Uint8Array(2 * BLOCK_BYTES);
export const tailView = new DataView(tail.buffer);

/** Blocks that a message of `length` bytes and its padding take: there is room for the one bit and the length (§4). */
export function paddedBlocks(length: number): number {
  return Math.ceil((length + 1 + LENGTH_BYTES) / BLOCK_BYTES);
}

/** Bytes of a message that lie in blocks of their own. */
export function wholeBlocks(length: number): number {
  return length - (length % BLOCK_BYTES);
}

/**
 * Writes the end of `bytes[0, length)` that fills no block, and the padding, into `tailView`. Returns its size: one
 * block or two. Valid until the next call.
 */
export function writeTail(bytes: Uint8Array, length: number, littleEndian: boolean): number {
  const first = wholeBlocks(length);
  const rest = length - first;
  const size = paddedBlocks(rest) * BLOCK_BYTES;
  for (let i = 0; i < rest; i += 1) tail[i] = bytes[first + i] as number;
  tail[rest] = 0x80;
  tail.fill(0, rest + 1, size);
  const low = (length << 3) >>> 0;
  const high = Math.floor(length / 2 ** 29);
  tailView.setUint32(size - 8, littleEndian ? low : high, littleEndian);
  tailView.setUint32(size - 4, littleEndian ? high : low, littleEndian);
  return size;
}
