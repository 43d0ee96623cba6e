/**
 * Masking (RFC 6455 section 5.3): out[i] = in[i] XOR key[i mod 4], i counted from the first payload byte of the frame.
 * The same operation masks and unmasks. Inputs are never modified: results go to other memory.
 */

/** Below this many bytes the call to `set` and the second pass cost more than a plain byte loop. */
const SHORT = 64;

/** The four key bytes as one unsigned word, first byte lowest, so that a little-endian word XORs four bytes at once. */
export function keyWord(key: Uint8Array): number {
  return ((key[0] ?? 0) | ((key[1] ?? 0) << 8) | ((key[2] ?? 0) << 16) | ((key[3] ?? 0) << 24)) >>> 0;
}

/** The key as it stands at payload position `position`: key byte `position mod 4` becomes the first. */
export function turnKey(word: number, position: number): number {
  const bits = (position % 4) * 8;
  return bits === 0 ? word >>> 0 : ((word >>> bits) | (word << (32 - bits))) >>> 0;
}

/** True where a word in memory has its first byte lowest; nearly everywhere. */
const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Memory that unmasked bytes are put into, used over and over so that it stays in the cache. */
export class MaskScratch {
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly #words: Uint32Array;
  readonly #view: DataView;

  /** `size` in bytes, a multiple of four. */
  constructor(size: number) {
    const buffer = new ArrayBuffer(size);
    this.size = size;
    this.bytes = new Uint8Array(buffer);
    this.#words = new Uint32Array(buffer);
    this.#view = new DataView(buffer);
  }

  /**
   * Puts `input[start, end)` XOR key at the beginning of `bytes`. `key` is the key word turned to the position of
   * `input[start]`. At most `size` bytes.
   */
  unmask(input: Uint8Array, start: number, end: number, key: number): void {
    const length = end - start;
    if (length < SHORT) xorBytes(this.bytes, 0, input, start, length, key);
    else xorWords(this.bytes, this.#words, input, start, length, key);
  }

  /**
   * The same for a few bytes at `start` of `input`, without the cost of setting out. Returns all of them ORed together,
   * four to a word: whoever wants to know whether all are ASCII need not look at them again.
   */
  unmaskTiny(input: DataView, start: number, length: number, key: number): number {
    const view = this.#view;
    const whole = length & ~3;
    let seen = 0;
    let o = 0;
    for (; o < whole; o += 4) {
      const word = input.getInt32(start + o, true) ^ key;
      view.setInt32(o, word, true);
      seen |= word;
    }
    for (let bits = 0; o < length; o += 1, bits += 8) {
      const byte = input.getUint8(start + o) ^ ((key >>> bits) & 0xff);
      view.setUint8(o, byte);
      seen |= byte;
    }
    return seen;
  }
}

/**
 * A copy of `input` with the key applied. `key` is the key word of the frame, `position` the payload position of
 * `input[0]` (only its value modulo 4 matters, so it can be carried across pieces).
 */
export function unmask(input: Uint8Array, key: number, position = 0): Uint8Array {
  const turned = turnKey(key, position);
  const { length } = input;
  const buffer = new ArrayBuffer((length + 3) & ~3);
  const out = new Uint8Array(buffer);
  if (length < SHORT) xorBytes(out, 0, input, 0, length, turned);
  else xorWords(out, new Uint32Array(buffer), input, 0, length, turned);
  return out.subarray(0, length);
}

function xorBytes(out: Uint8Array, at: number, input: Uint8Array, start: number, length: number, key: number): void {
  const k0 = key & 0xff;
  const k1 = (key >>> 8) & 0xff;
  const k2 = (key >>> 16) & 0xff;
  const k3 = key >>> 24;
  const whole = at + (length & ~3);
  let o = at;
  let i = start;
  for (; o < whole; o += 4, i += 4) {
    out[o] = (input[i] as number) ^ k0;
    out[o + 1] = (input[i + 1] as number) ^ k1;
    out[o + 2] = (input[i + 2] as number) ^ k2;
    out[o + 3] = (input[i + 3] as number) ^ k3;
  }
  const rest = length & 3;
  if (rest > 0) out[o] = (input[i] as number) ^ k0;
  if (rest > 1) out[o + 1] = (input[i + 1] as number) ^ k1;
  if (rest > 2) out[o + 2] = (input[i + 2] as number) ^ k2;
}

/** `words` must view the memory of `out`. Four words a turn: the loop then costs less than the copy before it. */
function xorWords(
  out: Uint8Array,
  words: Uint32Array,
  input: Uint8Array,
  start: number,
  length: number,
  key: number,
): void {
  out.set(start === 0 && length === input.length ? input : input.subarray(start, start + length));
  const word = LITTLE_ENDIAN ? key : swap(key);
  const turns = (length >>> 2) & ~3;
  let w = 0;
  for (; w < turns; w += 4) {
    words[w] = (words[w] as number) ^ word;
    words[w + 1] = (words[w + 1] as number) ^ word;
    words[w + 2] = (words[w + 2] as number) ^ word;
    words[w + 3] = (words[w + 3] as number) ^ word;
  }
  const done = w * 4;
  xorBytes(out, done, out, done, length - done, key);
}

function swap(word: number): number {
  return ((word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)) >>> 0;
}
