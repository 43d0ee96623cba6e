import { MD5_CONSTANTS, MD5_INITIAL, MD5_ROTATIONS, MD5_ROUNDS, md5WordIndex, recordMd5Block } from './md5.ts';
import { allSteps, RecordedHash } from './recorder.ts';
import { stepOf, type TraceableHash, valuesOf } from './steps.ts';
import type {
  HashBlock,
  HashTrace,
  Md5Function,
  Md5Round,
  Md5Step,
  RegisterName,
  RegisterTerm,
  Stage,
} from './trace.ts';
import { chainSource, roundsSource, scheduleSource } from './trace.ts';
import { addWords, rotl, wordSpan, wordTerm } from './words.ts';

const FUNCTIONS: readonly Md5Function[] = ['F', 'G', 'H', 'I'];

const MD5: TraceableHash<Md5Round> = {
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
  expand: null,
  round,
};

type Four<Item> = readonly [Item, Item, Item, Item];

function registers(block: HashBlock, t: number): Four<RegisterTerm> {
  return [held('a', block, t, 0), held('b', block, t, 1), held('c', block, t, 2), held('d', block, t, 3)];
}

/**
 * What register A, B, C or D (0 to 3) holds before operation `t`, named as asked. An operation writes one of them, A D C
 * B in turn; the other three keep what they had.
 */
function held<Name extends RegisterName>(
  name: Name,
  block: HashBlock,
  t: number,
  register: number,
): RegisterTerm<Name> {
  const last = t - 1 - ((t - 1 + register) & 3);
  if (last < 0) {
    const from = [wordSpan(chainSource(block.index), register)];
    return { name, value: block.before[register] as number, from, origin: { kind: 'chain', index: register }, rotl: 0 };
  }
  const from = [wordSpan(roundsSource(block.index), last)];
  return { name, value: block.written[last] as number, from, origin: { kind: 'round', index: last }, rotl: 0 };
}

function round(index: number, block: HashBlock, t: number): Md5Round {
  const roles = [-t & 3, (1 - t) & 3, (2 - t) & 3, (3 - t) & 3] as const;
  const a = held('a', block, t, roles[0]);
  const b = held('b', block, t, roles[1]);
  const c = held('c', block, t, roles[2]);
  const d = held('d', block, t, roles[3]);
  const stage = (t >> 4) as Stage;
  const fn = FUNCTIONS[stage] as Md5Function;
  const mixed = mix(fn, b.value, c.value, d.value);
  const k = md5WordIndex(t);
  const s = MD5_ROTATIONS[stage]?.[t & 3] as number;
  const terms = [
    a,
    { name: 'f', value: mixed, from: [...b.from, ...c.from, ...d.from] },
    wordTerm('x', block.schedule, scheduleSource(block.index), k),
    { name: 't', value: MD5_CONSTANTS[t] as number, from: [] },
  ] as const;
  const sum = addWords(...terms.map(({ value }) => value));
  const rotated = rotl(sum.value, s);
  return {
    ...stepOf(MD5, index, 'round', valuesOf(registers(block, t)), valuesOf(registers(block, t + 1))),
    phase: 'rounds',
    algorithm: 'md5',
    block: block.index,
    round: t,
    stage,
    roles,
    registers: [a, b, c, d],
    fn,
    k,
    s,
    terms,
    sum,
    rotated,
    result: addWords(b.value, rotated),
    span: wordSpan(roundsSource(block.index), t),
  };
}

/** The four functions as RFC 1321 §3.4 writes them; `operations` in md5.ts has shorter equals of the first two. */
function mix(fn: Md5Function, x: number, y: number, z: number): number {
  if (fn === 'F') return ((x & y) | (~x & z)) >>> 0;
  if (fn === 'G') return ((x & z) | (y & ~z)) >>> 0;
  if (fn === 'H') return (x ^ y ^ z) >>> 0;
  return (y ^ (x | ~z)) >>> 0;
}

/** MD5 of `bytes`, to be walked through in any order. The bytes must not change while the trace is in use. */
export function traceMd5(bytes: Uint8Array): HashTrace<Md5Step> {
  return new RecordedHash(MD5, bytes);
}

/** MD5 step by step, start to end; returns the digest. */
export function* md5Steps(bytes: Uint8Array): Generator<Md5Step, Uint8Array> {
  return yield* allSteps(traceMd5(bytes));
}
