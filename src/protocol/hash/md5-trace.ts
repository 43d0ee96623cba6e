import { MD5_CONSTANTS, MD5_INITIAL, MD5_ROTATIONS, MD5_ROUNDS, md5WordIndex, recordMd5Block } from './md5.ts';
import { allSteps, RecordedHash, type TraceableHash, wordTerm } from './recorder.ts';
import type { HashBlock, HashFunction, HashStep, HashTrace } from './trace.ts';

const FUNCTIONS: readonly HashFunction[] = ['F', 'G', 'H', 'I'];

const MD5: TraceableHash = {
  algorithm: 'md5',
  littleEndian: true,
  initial: MD5_INITIAL,
  scheduleWords: 16,
  rounds: MD5_ROUNDS,
  sections: {
    'copy-message': 'RFC 1321 §3.1',
    'append-one-bit': 'RFC 1321 §3.1',
    'append-zeros': 'RFC 1321 §3.1',
    'append-length': 'RFC 1321 §3.2',
    'read-word': 'RFC 1321 §3.4',
    'expand-word': 'RFC 1321 §3.4',
    load: 'RFC 1321 §3.4',
    round: 'RFC 1321 §3.4',
    fold: 'RFC 1321 §3.4',
    'write-digest': 'RFC 1321 §3.5',
  },
  record: recordMd5Block,
  registers,
  // MD5 has sixteen words and makes no more of them.
  expand: () => ({}),
  round,
};

/** Operation i writes one register, A D C B in turn; the other three keep what they had. */
function registers(block: HashBlock, t: number): readonly number[] {
  return block.before.map((initial, register) => {
    const last = t - 1 - ((t - 1 + register) & 3);
    return last < 0 ? initial : (block.written[last] as number);
  });
}

function round(block: HashBlock, t: number, before: readonly number[]): Partial<HashStep> {
  const roles = [0, 1, 2, 3].map((role) => (role - t) & 3);
  const [a, b, c, d] = roles.map((register) => before[register]) as [number, number, number, number];
  const stage = t >> 4;
  const fn = FUNCTIONS[stage] as HashFunction;
  const constant = MD5_CONSTANTS[t] as number;
  const rotation = MD5_ROTATIONS[stage]?.[t & 3] as number;
  const mixed = mix(fn, b, c, d);
  const word = wordTerm(block, md5WordIndex(t), 'x');
  const sum = (a + mixed + word.value + constant) >>> 0;
  const rotated = ((sum << rotation) | (sum >>> (32 - rotation))) >>> 0;
  return {
    stage,
    fn,
    constant,
    rotation,
    roles,
    terms: [
      { name: 'a', value: a, from: [] },
      { name: 'f', value: mixed, from: [] },
      word,
      { name: 't', value: constant, from: [] },
      { name: 'sum', value: sum, from: [] },
      { name: 'rotated', value: rotated, from: [] },
      { name: 'b', value: b, from: [] },
    ],
  };
}

/** The four functions as RFC 1321 §3.4 writes them; `operations` in md5.ts has shorter equals of the first two. */
function mix(fn: HashFunction, x: number, y: number, z: number): number {
  if (fn === 'F') return ((x & y) | (~x & z)) >>> 0;
  if (fn === 'G') return ((x & z) | (y & ~z)) >>> 0;
  if (fn === 'H') return (x ^ y ^ z) >>> 0;
  return (y ^ (x | ~z)) >>> 0;
}

/** MD5 of `bytes`, to be walked through in any order. The bytes must not change while the trace is in use. */
export function traceMd5(bytes: Uint8Array): HashTrace {
  return new RecordedHash(MD5, bytes);
}

/** MD5 step by step, start to end; returns the digest. */
export function* md5Steps(bytes: Uint8Array): Generator<HashStep, Uint8Array> {
  return yield* allSteps(traceMd5(bytes));
}
