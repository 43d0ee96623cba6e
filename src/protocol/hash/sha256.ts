/**
 * SHA-256 (FIPS 180-4). No handshake uses it; an accept made with it by mistake must be recognised. Short rather than
 * fast.
 */

import { BLOCK_BYTES, tailView, wholeBlocks, writeTail } from './padding.ts';

const PRIMES = firstPrimes(64);
/** The first 32 bits of the fractional parts of roots of primes (§4.2.2 and §5.3.3); doubles have enough of them. */
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32);
const K = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
const INITIAL = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

/** SHA-256 of `bytes`: 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const state = Uint32Array.from(INITIAL);
  const whole = wholeBlocks(bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < whole; at += BLOCK_BYTES) compress(state, view, at);
  const size = writeTail(bytes, bytes.length, false);
  for (let at = 0; at < size; at += BLOCK_BYTES) compress(state, tailView, at);
  const out = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => {
    out.setUint32(4 * i, word);
  });
  return new Uint8Array(out.buffer);
}

/** §6.2.2. */
function compress(state: Uint32Array, view: DataView, at: number): void {
  const w = new Int32Array(64);
  const word = (t: number): number => w[t] as number;
  for (let t = 0; t < 16; t += 1) w[t] = view.getInt32(at + 4 * t);
  for (let t = 16; t < 64; t += 1) {
    const s0 = turn(word(t - 15), 7) ^ turn(word(t - 15), 18) ^ (word(t - 15) >>> 3);
    const s1 = turn(word(t - 2), 17) ^ turn(word(t - 2), 19) ^ (word(t - 2) >>> 10);
    w[t] = s1 + word(t - 7) + s0 + word(t - 16);
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let t = 0; t < 64; t += 1) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (K[t] as number) + word(t)) | 0;
    const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((register, i) => {
    state[i] = (state[i] as number) + register;
  });
}

/** Rotates right. */
function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}
