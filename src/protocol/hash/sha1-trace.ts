import { allSteps, RecordedHash, type TraceableHash, wordTerm } from './recorder.ts';
import { recordSha1Block, SHA1_CONSTANTS, SHA1_INITIAL, SHA1_ROUNDS } from './sha1.ts';
import type { HashBlock, HashFunction, HashStep, HashTrace } from './trace.ts';

const FUNCTIONS: readonly HashFunction[] = ['Ch', 'Parity', 'Maj', 'Parity'];

const SHA1: TraceableHash = {
  algorithm: 'sha1',
  littleEndian: false,
  initial: SHA1_INITIAL,
  scheduleWords: SHA1_ROUNDS,
  rounds: SHA1_ROUNDS,
  sections: {
    'copy-message': 'RFC 3174 §4',
    'append-one-bit': 'RFC 3174 §4',
    'append-zeros': 'RFC 3174 §4',
    'append-length': 'RFC 3174 §4',
    'read-word': 'RFC 3174 §6.1',
    'expand-word': 'RFC 3174 §6.1',
    load: 'RFC 3174 §6.1',
    round: 'RFC 3174 §6.1',
    fold: 'RFC 3174 §6.1',
    'write-digest': 'RFC 3174 §6.1',
  },
  record: recordSha1Block,
  registers,
  expand: (block, t) => ({
    rotation: 1,
    terms: [3, 8, 14, 16].map((back) => wordTerm(block, t - back, `w[t-${back}]`)),
  }),
  round,
};

/** A is the word made last, B the one before it; C, D, E are older ones, each rotated left by 30 as it left B. */
function registers(block: HashBlock, t: number): readonly number[] {
  const older = [2, 3, 4].map((back) => rotl(made(block, t - back), 30));
  return [made(block, t), made(block, t - 1), ...older];
}

/** The word made by the `count`-th round; for 0 to -4 the words that would have made the chaining value. */
function made(block: HashBlock, count: number): number {
  if (count > 0) return block.written[count - 1] as number;
  const word = block.before[-count] as number;
  return count > -2 ? word : rotl(word, 2);
}

function round(block: HashBlock, t: number, before: readonly number[]): Partial<HashStep> {
  const [a, b, c, d, e] = before as readonly [number, number, number, number, number];
  const stage = Math.floor(t / 20);
  const fn = FUNCTIONS[stage] as HashFunction;
  const constant = SHA1_CONSTANTS[stage] as number;
  return {
    stage,
    fn,
    constant,
    rotation: 5,
    roles: [0, 1, 2, 3, 4],
    terms: [
      { name: 'rotl5-a', value: rotl(a, 5), from: [] },
      { name: 'f', value: mix(fn, b, c, d), from: [] },
      { name: 'e', value: e, from: [] },
      wordTerm(block, t, 'w'),
      { name: 'k', value: constant, from: [] },
    ],
  };
}

/** f(t;B,C,D) as RFC 3174 §5 writes it; `rounds` in sha1.ts has shorter equals of the first and third. */
function mix(fn: HashFunction, b: number, c: number, d: number): number {
  if (fn === 'Ch') return ((b & c) | (~b & d)) >>> 0;
  if (fn === 'Maj') return ((b & c) | (b & d) | (c & d)) >>> 0;
  return (b ^ c ^ d) >>> 0;
}

function rotl(x: number, places: number): number {
  return ((x << places) | (x >>> (32 - places))) >>> 0;
}

/** SHA-1 of `bytes`, to be walked through in any order. The bytes must not change while the trace is in use. */
export function traceSha1(bytes: Uint8Array): HashTrace {
  return new RecordedHash(SHA1, bytes);
}

/** SHA-1 step by step, start to end; returns the digest. */
export function* sha1Steps(bytes: Uint8Array): Generator<HashStep, Uint8Array> {
  return yield* allSteps(traceSha1(bytes));
}
