/** Made-up streams for tests: sound, faulty and broken ones, the same for the same seed. */

import { encodeFrame, encodeHixieFrame } from '../../../src/protocol/frame/encode.ts';

export type Random = () => number;

/** Numbers in [0, 1) from a seed (mulberry32, public domain). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const below = (random: Random, limit: number): number => Math.floor(random() * limit);

function pick<T>(random: Random, values: readonly T[]): T {
  return values[below(random, values.length)] as T;
}

function noise(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => below(random, 256));
}

const TEXTS = ['', 'a', 'Hello', 'grüß', '你好', '👋🏽', '\u0000', 'x'.repeat(126), 'é'.repeat(40)].map((text) =>
  new TextEncoder().encode(text),
);
const BAD_TEXTS = ['ff', '61c0', 'e28261', 'eda080', 'f4908080', 'e282', 'c3', 'f09f98'].map((hex) =>
  Uint8Array.from(Buffer.from(hex, 'hex')),
);
const CLOSE_CODES = [
  1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1011, 1012, 1014, 1015, 999, 0, 2000, 3000, 4999, 5000, 65535,
];

function closeBody(random: Random): Uint8Array {
  if (random() < 0.3) return noise(random, below(random, 3) === 0 ? 1 : 0);
  const code = pick(random, CLOSE_CODES);
  const reason = random() < 0.2 ? pick(random, BAD_TEXTS) : pick(random, TEXTS).subarray(0, 4);
  return Uint8Array.of(code >> 8, code & 255, ...reason);
}

/** Frames of one direction: mostly sound, now and then with a fault of any kind. */
export function frameStream(random: Random, fromClient: boolean, faults: number): Uint8Array {
  const parts: Uint8Array[] = [];
  const fault = (): boolean => random() < faults;
  let open = false;
  for (let left = 1 + below(random, 6); left > 0; left -= 1) {
    let opcode: number = pick(random, open ? [0, 0, 0, 9, 10] : [1, 1, 1, 2, 2, 9, 10, 8]);
    if (fault()) opcode = below(random, 16);
    let fin: boolean = opcode >= 8 || random() < 0.6;
    if (fault()) fin = !fin;
    const text = fault() ? pick(random, BAD_TEXTS) : pick(random, TEXTS);
    const payload = opcode === 8 ? closeBody(random) : opcode === 2 ? noise(random, below(random, 20)) : text;
    const masked = fault() ? !fromClient : fromClient;
    parts.push(
      encodeFrame({
        fin,
        rsv1: fault(),
        rsv2: fault(),
        rsv3: fault(),
        opcode,
        maskingKey: masked ? noise(random, 4) : null,
        payload,
        ...(fault() ? { lengthForm: pick(random, [16, 64] as const) } : {}),
        ...(fault() && fault() ? { declaredLength: pick(random, [2n ** 63n - 1n, 2n ** 63n, 2n ** 53n, 200n]) } : {}),
      }),
    );
    if (opcode < 3) open = !fin;
  }
  return Uint8Array.from(Buffer.concat(parts));
}

/** hixie frames; text mostly. */
export function hixieStream(random: Random): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let left = 1 + below(random, 6); left > 0; left -= 1) {
    const type = random() < 0.7 ? 0 : pick(random, [0x05, 0x7f, 0x80, 0x90, 0xff, 0xff]);
    const text = random() < 0.2 ? pick(random, BAD_TEXTS).filter((byte) => byte !== 0xff) : pick(random, TEXTS);
    const payload = type > 0x7f && random() < 0.6 ? new Uint8Array(0) : text;
    parts.push(encodeHixieFrame({ type, payload }));
  }
  return Uint8Array.from(Buffer.concat(parts));
}

/** A few bytes changed, left out, put in, or cut off. */
export function mutated(random: Random, bytes: Uint8Array): Uint8Array {
  const out = [...bytes];
  for (let left = 1 + below(random, 3); left > 0 && out.length > 0; left -= 1) {
    const at = below(random, out.length);
    const how = below(random, 4);
    if (how === 0) out[at] = (out[at] as number) ^ (1 << below(random, 8));
    else if (how === 1) out.splice(at, 1 + below(random, 4));
    else if (how === 2) out.splice(at, 0, ...noise(random, 1 + below(random, 4)));
    else out.length = at;
  }
  return Uint8Array.from(out);
}

/** Anything: noise, sound frames, faulty frames, mutated frames. */
export function anyStream(random: Random, fromClient: boolean): Uint8Array {
  const kind = below(random, 8);
  if (kind === 0) return noise(random, below(random, 64));
  if (kind === 1) return mutated(random, hixieStream(random));
  if (kind === 2) return hixieStream(random);
  const stream = frameStream(random, fromClient, kind < 5 ? 0.02 : 0.15);
  return kind % 2 === 0 ? stream : mutated(random, stream);
}

/** Sizes of pieces to cut a stream into. */
export function pieces(random: Random, length: number): number[] {
  const sizes: number[] = [];
  for (let at = 0; at < length; ) {
    const size = 1 + below(random, random() < 0.5 ? 3 : 40);
    sizes.push(size);
    at += size;
  }
  return sizes;
}
