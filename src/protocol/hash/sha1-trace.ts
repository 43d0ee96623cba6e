import { allSteps, RecordedHash } from './recorder.ts';
import { recordSha1Block, SHA1_CONSTANTS, SHA1_INITIAL, SHA1_ROUNDS } from './sha1.ts';
import { stepOf, type TraceableHash, valuesOf } from './steps.ts';
import type {
  ExpandWordStep,
  HashBlock,
  HashTrace,
  RegisterName,
  RegisterTerm,
  Sha1Function,
  Sha1Round,
  Sha1Step,
  Stage,
} from './trace.ts';
import { chainSource, roundsSource, scheduleSource } from './trace.ts';
import { addWords, rotl, wordSpan, wordTerm } from './words.ts';

const FUNCTIONS: readonly Sha1Function[] = ['Ch', 'Parity', 'Maj', 'Parity'];

const SHA1: TraceableHash<ExpandWordStep | Sha1Round> = {
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
  expand,
  round,
};

function registers(block: HashBlock, t: number): Sha1Round['registers'] {
  return [held('a', block, t), held('b', block, t), held('c', block, t), held('d', block, t), held('e', block, t)];
}

/** A is the word made last, B the one before it; C, D, E are older ones, each rotated left by 30 as it left B. */
function held<Name extends RegisterName>(name: Name, block: HashBlock, t: number): RegisterTerm<Name> {
  const register = 'abcde'.indexOf(name);
  const made = t - 1 - register;
  const origin = made < 0 ? ({ kind: 'chain', index: -1 - made } as const) : ({ kind: 'round', index: made } as const);
  const [words, source] =
    origin.kind === 'chain' ? [block.before, chainSource(block.index)] : [block.written, roundsSource(block.index)];
  // H2, H3 and H4 never were in B.
  const places = register > 1 && made > -3 ? 30 : 0;
  const word = words[origin.index] as number;
  return { name, value: rotl(word, places), from: [wordSpan(source, origin.index)], origin, rotl: places };
}

function expand(index: number, block: HashBlock, t: number): ExpandWordStep {
  const earlier = <Name extends string>(name: Name, back: number) =>
    wordTerm(name, block.schedule, scheduleSource(block.index), t - back);
  const terms = [earlier('w[t-3]', 3), earlier('w[t-8]', 8), earlier('w[t-14]', 14), earlier('w[t-16]', 16)] as const;
  return {
    ...stepOf(SHA1, index, 'expand-word', block.before),
    phase: 'expand',
    algorithm: 'sha1',
    block: block.index,
    t,
    terms,
    xor: terms.reduce((all, { value }) => (all ^ value) >>> 0, 0),
    rotation: 1,
    word: block.schedule[t] as number,
    span: wordSpan(scheduleSource(block.index), t),
  };
}

function round(index: number, block: HashBlock, t: number): Sha1Round {
  const before = registers(block, t);
  const [a, b, c, d, e] = before;
  const stage = Math.floor(t / 20) as Stage;
  const fn = FUNCTIONS[stage] as Sha1Function;
  const mixed = mix(fn, b.value, c.value, d.value);
  const terms = [
    { name: 'rotl5', value: rotl(a.value, 5), from: a.from },
    { name: 'f', value: mixed, from: [...b.from, ...c.from, ...d.from] },
    e,
    wordTerm('w', block.schedule, scheduleSource(block.index), t),
    { name: 'k', value: SHA1_CONSTANTS[stage] as number, from: [] },
  ] as const;
  return {
    ...stepOf(SHA1, index, 'round', valuesOf(before), valuesOf(registers(block, t + 1))),
    phase: 'rounds',
    algorithm: 'sha1',
    block: block.index,
    round: t,
    stage,
    registers: before,
    fn,
    terms,
    temp: addWords(...terms.map(({ value }) => value)),
    rotl30: rotl(b.value, 30),
    span: wordSpan(roundsSource(block.index), t),
  };
}

/** f(t;B,C,D) as RFC 3174 §5 writes it; `rounds` in sha1.ts has shorter equals of the first and third. */
function mix(fn: Sha1Function, b: number, c: number, d: number): number {
  if (fn === 'Ch') return ((b & c) | (~b & d)) >>> 0;
  if (fn === 'Maj') return ((b & c) | (b & d) | (c & d)) >>> 0;
  return (b ^ c ^ d) >>> 0;
}

/** SHA-1 of `bytes`, to be walked through in any order. The bytes must not change while the trace is in use. */
export function traceSha1(bytes: Uint8Array): HashTrace<Sha1Step> {
  return new RecordedHash(SHA1, bytes);
}

/** SHA-1 step by step, start to end; returns the digest. */
export function* sha1Steps(bytes: Uint8Array): Generator<Sha1Step, Uint8Array> {
  return yield* allSteps(traceSha1(bytes));
}
