/**
 * SHA-1 (RFC 3174). One implementation for the fast hash and for the one that is watched: see README.md.
 *
 * The registers and the schedule live in typed arrays of this module, so nothing is allocated per message. That is safe
 * because every exported function runs to its end, calls nobody's code, and leaves nothing behind that the next relies
 * on.
 */

import { BLOCK_BYTES, tailView, wholeBlocks, writeTail } from './padding.ts';

export const SHA1_BYTES = 20;
export const SHA1_ROUNDS = 80;
const SHA1_REGISTERS = 5;

/** H0 to H4 before the first block (RFC 3174 §6.1). */
export const SHA1_INITIAL: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];

/** K(t), one for each twenty rounds (RFC 3174 §5). */
export const SHA1_CONSTANTS: readonly number[] = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

// Written once more, because only literals compile to immediate operands; signed, to stay in 32-bit integers.
const K0 = 0x5a827999;
const K1 = 0x6ed9eba1;
const K2 = 0x8f1bbcdc | 0;
const K3 = 0xca62c1d6 | 0;

/** The chaining value H0..H4. */
const H = new Int32Array(SHA1_REGISTERS);
/** The registers A..E while a block is worked on. */
const R = new Int32Array(SHA1_REGISTERS);
/** The schedule W(0)..W(79). */
const W = new Int32Array(SHA1_ROUNDS);

/** SHA-1 of `bytes`: 20 bytes. The message is not copied. */
export function sha1(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(SHA1_BYTES);
  sha1Into(bytes, bytes.length, out);
  return out;
}

/** SHA-1 of `bytes[0, length)`, written to `out[0, 20)`. Allocates nothing for a message below 64 bytes. */
export function sha1Into(bytes: Uint8Array, length: number, out: Uint8Array): void {
  for (let i = 0; i < SHA1_REGISTERS; i += 1) H[i] = SHA1_INITIAL[i] as number;
  const whole = wholeBlocks(length);
  if (whole > 0) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, whole);
    for (let at = 0; at < whole; at += BLOCK_BYTES) compress(view, at);
  }
  const size = writeTail(bytes, length, false);
  for (let at = 0; at < size; at += BLOCK_BYTES) compress(tailView, at);
  for (let i = 0; i < SHA1_REGISTERS; i += 1) {
    const word = H[i] as number;
    out[4 * i] = word >>> 24;
    out[4 * i + 1] = word >>> 16;
    out[4 * i + 2] = word >>> 8;
    out[4 * i + 3] = word;
  }
}

/** One block of 64 bytes into H (RFC 3174 §6.1). */
function compress(view: DataView, at: number): void {
  readWords(view, at);
  expandWords();
  loadRegisters();
  rounds(0, SHA1_ROUNDS);
  foldRegisters();
}

/**
 * Works through the block at `view[at]` from the chaining value `chains[chainAt, chainAt + 5)`, and puts the next one
 * behind it. Where wanted, `schedule` receives W(0)..W(79), and `written` the word each round computes (TEMP, the new A):
 * the other registers are earlier ones of these, moved on and rotated.
 */
export function recordSha1Block(
  view: DataView,
  at: number,
  chains: Uint32Array,
  chainAt: number,
  schedule: number[] | null,
  written: number[] | null,
): void {
  for (let i = 0; i < SHA1_REGISTERS; i += 1) H[i] = chains[chainAt + i] as number;
  readWords(view, at);
  expandWords();
  if (schedule !== null) for (let t = 0; t < SHA1_ROUNDS; t += 1) schedule[t] = (W[t] as number) >>> 0;
  loadRegisters();
  if (written === null) rounds(0, SHA1_ROUNDS);
  else {
    for (let t = 0; t < SHA1_ROUNDS; t += 5) {
      rounds(t, t + 5);
      // The five words of five rounds; the first three have been rotated left by 30 since.
      written[t] = rotl2(R[4] as number);
      written[t + 1] = rotl2(R[3] as number);
      written[t + 2] = rotl2(R[2] as number);
      written[t + 3] = (R[1] as number) >>> 0;
      written[t + 4] = (R[0] as number) >>> 0;
    }
  }
  foldRegisters();
  for (let i = 0; i < SHA1_REGISTERS; i += 1) chains[chainAt + SHA1_REGISTERS + i] = H[i] as number;
}

/** (a) Sixteen big-endian words. */
function readWords(view: DataView, at: number): void {
  for (let t = 0; t < 16; t += 1) W[t] = view.getInt32(at + 4 * t);
}

/**
 * (b) W(t) = S^1(W(t-3) XOR W(t-8) XOR W(t-14) XOR W(t-16)). The last sixteen words are held in variables, sixteen
 * words a turn, which is faster than reading four of them back for each.
 */
function expandWords(): void {
  let w0 = W[0] as number;
  let w1 = W[1] as number;
  let w2 = W[2] as number;
  let w3 = W[3] as number;
  let w4 = W[4] as number;
  let w5 = W[5] as number;
  let w6 = W[6] as number;
  let w7 = W[7] as number;
  let w8 = W[8] as number;
  let w9 = W[9] as number;
  let w10 = W[10] as number;
  let w11 = W[11] as number;
  let w12 = W[12] as number;
  let w13 = W[13] as number;
  let w14 = W[14] as number;
  let w15 = W[15] as number;
  for (let t = 16; t < SHA1_ROUNDS; t += 16) {
    W[t] = w0 = rotl1(w13 ^ w8 ^ w2 ^ w0);
    W[t + 1] = w1 = rotl1(w14 ^ w9 ^ w3 ^ w1);
    W[t + 2] = w2 = rotl1(w15 ^ w10 ^ w4 ^ w2);
    W[t + 3] = w3 = rotl1(w0 ^ w11 ^ w5 ^ w3);
    W[t + 4] = w4 = rotl1(w1 ^ w12 ^ w6 ^ w4);
    W[t + 5] = w5 = rotl1(w2 ^ w13 ^ w7 ^ w5);
    W[t + 6] = w6 = rotl1(w3 ^ w14 ^ w8 ^ w6);
    W[t + 7] = w7 = rotl1(w4 ^ w15 ^ w9 ^ w7);
    W[t + 8] = w8 = rotl1(w5 ^ w0 ^ w10 ^ w8);
    W[t + 9] = w9 = rotl1(w6 ^ w1 ^ w11 ^ w9);
    W[t + 10] = w10 = rotl1(w7 ^ w2 ^ w12 ^ w10);
    W[t + 11] = w11 = rotl1(w8 ^ w3 ^ w13 ^ w11);
    W[t + 12] = w12 = rotl1(w9 ^ w4 ^ w14 ^ w12);
    W[t + 13] = w13 = rotl1(w10 ^ w5 ^ w15 ^ w13);
    W[t + 14] = w14 = rotl1(w11 ^ w6 ^ w0 ^ w14);
    W[t + 15] = w15 = rotl1(w12 ^ w7 ^ w1 ^ w15);
  }
}

/** (c) A = H0, … E = H4. */
function loadRegisters(): void {
  for (let i = 0; i < SHA1_REGISTERS; i += 1) R[i] = H[i] as number;
}

/**
 * (d) Rounds `from` to `to` (both multiples of five): TEMP = S^5(A) + f(t;B,C,D) + E + W(t) + K(t), then the registers
 * move on by one. Five rounds bring every name back to its place, so here the names move instead of the values.
 * Written out, since V8 stops inlining long before eighty calls: three times the speed of the same with functions.
 */
function rounds(from: number, to: number): void {
  let t = from;
  let a = R[0] as number;
  let b = R[1] as number;
  let c = R[2] as number;
  let d = R[3] as number;
  let e = R[4] as number;
  for (const end = Math.min(to, 20); t < end; t += 5) {
    e = (((a << 5) | (a >>> 27)) + (d ^ (b & (c ^ d))) + e + (W[t] as number) + K0) | 0;
    b = (b << 30) | (b >>> 2);
    d = (((e << 5) | (e >>> 27)) + (c ^ (a & (b ^ c))) + d + (W[t + 1] as number) + K0) | 0;
    a = (a << 30) | (a >>> 2);
    c = (((d << 5) | (d >>> 27)) + (b ^ (e & (a ^ b))) + c + (W[t + 2] as number) + K0) | 0;
    e = (e << 30) | (e >>> 2);
    b = (((c << 5) | (c >>> 27)) + (a ^ (d & (e ^ a))) + b + (W[t + 3] as number) + K0) | 0;
    d = (d << 30) | (d >>> 2);
    a = (((b << 5) | (b >>> 27)) + (e ^ (c & (d ^ e))) + a + (W[t + 4] as number) + K0) | 0;
    c = (c << 30) | (c >>> 2);
  }
  for (const end = Math.min(to, 40); t < end; t += 5) {
    e = (((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + (W[t] as number) + K1) | 0;
    b = (b << 30) | (b >>> 2);
    d = (((e << 5) | (e >>> 27)) + (a ^ b ^ c) + d + (W[t + 1] as number) + K1) | 0;
    a = (a << 30) | (a >>> 2);
    c = (((d << 5) | (d >>> 27)) + (e ^ a ^ b) + c + (W[t + 2] as number) + K1) | 0;
    e = (e << 30) | (e >>> 2);
    b = (((c << 5) | (c >>> 27)) + (d ^ e ^ a) + b + (W[t + 3] as number) + K1) | 0;
    d = (d << 30) | (d >>> 2);
    a = (((b << 5) | (b >>> 27)) + (c ^ d ^ e) + a + (W[t + 4] as number) + K1) | 0;
    c = (c << 30) | (c >>> 2);
  }
  for (const end = Math.min(to, 60); t < end; t += 5) {
    e = (((a << 5) | (a >>> 27)) + ((b & c) | (d & (b | c))) + e + (W[t] as number) + K2) | 0;
    b = (b << 30) | (b >>> 2);
    d = (((e << 5) | (e >>> 27)) + ((a & b) | (c & (a | b))) + d + (W[t + 1] as number) + K2) | 0;
    a = (a << 30) | (a >>> 2);
    c = (((d << 5) | (d >>> 27)) + ((e & a) | (b & (e | a))) + c + (W[t + 2] as number) + K2) | 0;
    e = (e << 30) | (e >>> 2);
    b = (((c << 5) | (c >>> 27)) + ((d & e) | (a & (d | e))) + b + (W[t + 3] as number) + K2) | 0;
    d = (d << 30) | (d >>> 2);
    a = (((b << 5) | (b >>> 27)) + ((c & d) | (e & (c | d))) + a + (W[t + 4] as number) + K2) | 0;
    c = (c << 30) | (c >>> 2);
  }
  for (const end = Math.min(to, 80); t < end; t += 5) {
    e = (((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + (W[t] as number) + K3) | 0;
    b = (b << 30) | (b >>> 2);
    d = (((e << 5) | (e >>> 27)) + (a ^ b ^ c) + d + (W[t + 1] as number) + K3) | 0;
    a = (a << 30) | (a >>> 2);
    c = (((d << 5) | (d >>> 27)) + (e ^ a ^ b) + c + (W[t + 2] as number) + K3) | 0;
    e = (e << 30) | (e >>> 2);
    b = (((c << 5) | (c >>> 27)) + (d ^ e ^ a) + b + (W[t + 3] as number) + K3) | 0;
    d = (d << 30) | (d >>> 2);
    a = (((b << 5) | (b >>> 27)) + (c ^ d ^ e) + a + (W[t + 4] as number) + K3) | 0;
    c = (c << 30) | (c >>> 2);
  }
  R[0] = a;
  R[1] = b;
  R[2] = c;
  R[3] = d;
  R[4] = e;
}

/** (e) H0 = H0 + A, … H4 = H4 + E. */
function foldRegisters(): void {
  for (let i = 0; i < SHA1_REGISTERS; i += 1) H[i] = ((H[i] as number) + (R[i] as number)) | 0;
}

function rotl1(x: number): number {
  return (x << 1) | (x >>> 31);
}

function rotl2(x: number): number {
  return ((x << 2) | (x >>> 30)) >>> 0;
}
