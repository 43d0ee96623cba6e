/**
 * MD5 (RFC 1321). One implementation for the fast hash and for the one that is watched: see README.md. Module state as
 * in sha1.ts, safe for the same reason.
 */

import { BLOCK_BYTES, tailView, wholeBlocks, writeTail } from './padding.ts';

const MD5_BYTES = 16;
export const MD5_ROUNDS = 64;
const MD5_REGISTERS = 4;

/** A, B, C, D before the first block (RFC 1321 §3.3, there written low byte first). */
export const MD5_INITIAL: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];

/** T[1]..T[64] of RFC 1321 §3.4: the integer part of 2^32 times abs(sin(i)), i in radians. Here counted from 0. */
export const MD5_CONSTANTS: readonly number[] = Array.from({ length: MD5_ROUNDS }, (_, i) =>
  Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))),
);

/** How far each of the four operations of a turn rotates, for each of the four rounds of sixteen (RFC 1321 §3.4). */
export const MD5_ROTATIONS: readonly (readonly number[])[] = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];

/** Which of the sixteen words operation `t` (0 to 63) takes (RFC 1321 §3.4). */
export function md5WordIndex(t: number): number {
  if (t < 16) return t;
  if (t < 32) return (5 * t + 1) & 15;
  if (t < 48) return (3 * t + 5) & 15;
  return (7 * t) & 15;
}

/** The chaining value. */
const H = new Int32Array(MD5_REGISTERS);
/** The registers A..D while a block is worked on. */
const R = new Int32Array(MD5_REGISTERS);
/** The block as words X[0]..X[15]. */
const X = new Int32Array(16);
const T = Int32Array.from(MD5_CONSTANTS, (word) => word | 0);

/** MD5 of `bytes`: 16 bytes. The message is not copied. */
export function md5(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(MD5_BYTES);
  md5Into(bytes, bytes.length, out);
  return out;
}

/** MD5 of `bytes[0, length)`, written to `out[0, 16)`. Allocates nothing for a message below 64 bytes. */
function md5Into(bytes: Uint8Array, length: number, out: Uint8Array): void {
  for (let i = 0; i < MD5_REGISTERS; i += 1) H[i] = MD5_INITIAL[i] as number;
  const whole = wholeBlocks(length);
  if (whole > 0) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, whole);
    for (let at = 0; at < whole; at += BLOCK_BYTES) compress(view, at);
  }
  const size = writeTail(bytes, length, true);
  for (let at = 0; at < size; at += BLOCK_BYTES) compress(tailView, at);
  for (let i = 0; i < MD5_REGISTERS; i += 1) {
    const word = H[i] as number;
    out[4 * i] = word;
    out[4 * i + 1] = word >>> 8;
    out[4 * i + 2] = word >>> 16;
    out[4 * i + 3] = word >>> 24;
  }
}

/** One block of 64 bytes into H (RFC 1321 §3.4). */
function compress(view: DataView, at: number): void {
  readWords(view, at);
  loadRegisters();
  operations(0, MD5_ROUNDS);
  foldRegisters();
}

/**
 * Works through the block at `view[at]` from the chaining value `chains[chainAt, chainAt + 4)`, and puts the next one
 * behind it. Where wanted, `schedule` receives X[0]..X[15], and `written` the word each operation computes; the other
 * registers keep theirs.
 */
export function recordMd5Block(
  view: DataView,
  at: number,
  chains: Uint32Array,
  chainAt: number,
  schedule: number[] | null,
  written: number[] | null,
): void {
  for (let i = 0; i < MD5_REGISTERS; i += 1) H[i] = chains[chainAt + i] as number;
  readWords(view, at);
  if (schedule !== null) for (let t = 0; t < 16; t += 1) schedule[t] = (X[t] as number) >>> 0;
  loadRegisters();
  if (written === null) operations(0, MD5_ROUNDS);
  else {
    for (let t = 0; t < MD5_ROUNDS; t += 4) {
      operations(t, t + 4);
      // Four operations write each register once: A, D, C, B.
      written[t] = (R[0] as number) >>> 0;
      written[t + 1] = (R[3] as number) >>> 0;
      written[t + 2] = (R[2] as number) >>> 0;
      written[t + 3] = (R[1] as number) >>> 0;
    }
  }
  foldRegisters();
  for (let i = 0; i < MD5_REGISTERS; i += 1) chains[chainAt + MD5_REGISTERS + i] = H[i] as number;
}

/** Sixteen words, low byte first. */
function readWords(view: DataView, at: number): void {
  for (let i = 0; i < 16; i += 1) X[i] = view.getInt32(at + 4 * i, true);
}

/** AA = A, … DD = D: the registers start as the chaining value, which is kept. */
function loadRegisters(): void {
  for (let i = 0; i < MD5_REGISTERS; i += 1) R[i] = H[i] as number;
}

/**
 * Operations `from` to `to` (both multiples of four): a = b + ((a + F(b,c,d) + X[k] + T[i]) <<< s), where the RFC's
 * [ABCD], [DABC], [CDAB], [BCDA] say which register plays a. Written out: see `rounds` in sha1.ts.
 */
function operations(from: number, to: number): void {
  let t = from;
  let a = R[0] as number;
  let b = R[1] as number;
  let c = R[2] as number;
  let d = R[3] as number;
  for (const end = Math.min(to, 16); t < end; t += 4) {
    a = (a + (d ^ (b & (c ^ d))) + (X[t] as number) + (T[t] as number)) | 0;
    a = (((a << 7) | (a >>> 25)) + b) | 0;
    d = (d + (c ^ (a & (b ^ c))) + (X[t + 1] as number) + (T[t + 1] as number)) | 0;
    d = (((d << 12) | (d >>> 20)) + a) | 0;
    c = (c + (b ^ (d & (a ^ b))) + (X[t + 2] as number) + (T[t + 2] as number)) | 0;
    c = (((c << 17) | (c >>> 15)) + d) | 0;
    b = (b + (a ^ (c & (d ^ a))) + (X[t + 3] as number) + (T[t + 3] as number)) | 0;
    b = (((b << 22) | (b >>> 10)) + c) | 0;
  }
  for (const end = Math.min(to, 32); t < end; t += 4) {
    a = (a + (c ^ (d & (b ^ c))) + (X[(5 * t + 1) & 15] as number) + (T[t] as number)) | 0;
    a = (((a << 5) | (a >>> 27)) + b) | 0;
    d = (d + (b ^ (c & (a ^ b))) + (X[(5 * t + 6) & 15] as number) + (T[t + 1] as number)) | 0;
    d = (((d << 9) | (d >>> 23)) + a) | 0;
    c = (c + (a ^ (b & (d ^ a))) + (X[(5 * t + 11) & 15] as number) + (T[t + 2] as number)) | 0;
    c = (((c << 14) | (c >>> 18)) + d) | 0;
    b = (b + (d ^ (a & (c ^ d))) + (X[(5 * t + 16) & 15] as number) + (T[t + 3] as number)) | 0;
    b = (((b << 20) | (b >>> 12)) + c) | 0;
  }
  for (const end = Math.min(to, 48); t < end; t += 4) {
    a = (a + (b ^ c ^ d) + (X[(3 * t + 5) & 15] as number) + (T[t] as number)) | 0;
    a = (((a << 4) | (a >>> 28)) + b) | 0;
    d = (d + (a ^ b ^ c) + (X[(3 * t + 8) & 15] as number) + (T[t + 1] as number)) | 0;
    d = (((d << 11) | (d >>> 21)) + a) | 0;
    c = (c + (d ^ a ^ b) + (X[(3 * t + 11) & 15] as number) + (T[t + 2] as number)) | 0;
    c = (((c << 16) | (c >>> 16)) + d) | 0;
    b = (b + (c ^ d ^ a) + (X[(3 * t + 14) & 15] as number) + (T[t + 3] as number)) | 0;
    b = (((b << 23) | (b >>> 9)) + c) | 0;
  }
  for (const end = Math.min(to, 64); t < end; t += 4) {
    a = (a + (c ^ (b | ~d)) + (X[(7 * t) & 15] as number) + (T[t] as number)) | 0;
    a = (((a << 6) | (a >>> 26)) + b) | 0;
    d = (d + (b ^ (a | ~c)) + (X[(7 * t + 7) & 15] as number) + (T[t + 1] as number)) | 0;
    d = (((d << 10) | (d >>> 22)) + a) | 0;
    c = (c + (a ^ (d | ~b)) + (X[(7 * t + 14) & 15] as number) + (T[t + 2] as number)) | 0;
    c = (((c << 15) | (c >>> 17)) + d) | 0;
    b = (b + (d ^ (c | ~a)) + (X[(7 * t + 21) & 15] as number) + (T[t + 3] as number)) | 0;
    b = (((b << 21) | (b >>> 11)) + c) | 0;
  }
  R[0] = a;
  R[1] = b;
  R[2] = c;
  R[3] = d;
}

/** A = A + AA, … D = D + DD. */
function foldRegisters(): void {
  for (let i = 0; i < MD5_REGISTERS; i += 1) H[i] = ((H[i] as number) + (R[i] as number)) | 0;
}
