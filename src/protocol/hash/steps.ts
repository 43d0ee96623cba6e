/** Draws the steps from recorded words: those that both hashes have alike. */

import { byteSpan } from '../bytes/span.ts';
import { BLOCK_BYTES } from './padding.ts';
import type {
  ByteName,
  ByteOrder,
  ByteTerm,
  CommonStep,
  FoldStep,
  HashAlgorithm,
  HashBlock,
  HashStep,
  HashStepKind,
  PadStep,
  ReadWordStep,
  RegisterTerm,
  WriteDigestStep,
} from './trace.ts';
import { chainSource, DIGEST_SOURCE, MESSAGE_SOURCE, PADDED_SOURCE, scheduleSource } from './trace.ts';
import { addWords, byteShift, chainTerms, wordByte, wordBytes, wordSpan } from './words.ts';

/** What differs between the two hashes; `Own` are the steps that only one of them has. */
export interface TraceableHash<Own extends HashStep = HashStep> {
  readonly algorithm: HashAlgorithm;
  readonly littleEndian: boolean;
  readonly initial: readonly number[];
  readonly scheduleWords: number;
  readonly rounds: number;
  readonly sections: Readonly<Record<HashStepKind, string>>;
  /** See `recordSha1Block`. */
  readonly record: (
    view: DataView,
    at: number,
    chains: Uint32Array,
    chainAt: number,
    schedule: number[] | null,
    written: number[] | null,
  ) => void;
  /** What the registers hold before round `t`, 0 to `rounds` inclusive, in their order. */
  registers(block: HashBlock, t: number): readonly RegisterTerm[];
  /** The step that makes word `t`, 16 or more; null where there are sixteen. */
  readonly expand: ((index: number, block: HashBlock, t: number) => Own) | null;
  round(index: number, block: HashBlock, t: number): Own;
}

export const PAD_KINDS = ['copy-message', 'append-one-bit', 'append-zeros', 'append-length'] as const;

const BYTE_NAMES: readonly ByteName[] = ['byte-0', 'byte-1', 'byte-2', 'byte-3'];

/** What all steps say. */
export function stepOf<Kind extends HashStepKind>(
  { algorithm, sections }: TraceableHash,
  index: number,
  kind: Kind,
  before: readonly number[],
  after = before,
) {
  return { kind, algorithm, index, before, after, section: sections[kind] };
}

/** Step `index` of the padding, for a message of `length` bytes that fills `blocks` when padded. */
export function padStep(hash: TraceableHash, index: number, length: number, blocks: number): PadStep | null {
  const kind = PAD_KINDS[index];
  if (kind === undefined) return null;
  const lengthAt = blocks * BLOCK_BYTES - 8;
  const common = { ...stepOf(hash, index, kind, hash.initial), phase: 'pad' } as const;
  const from = [byteSpan(MESSAGE_SOURCE, 0, length)];
  switch (kind) {
    case 'copy-message': {
      const terms = [{ name: 'bytes', value: length, from }] as const;
      return { ...common, kind, terms, span: byteSpan(PADDED_SOURCE, 0, length) };
    }
    case 'append-one-bit':
      return { ...common, kind, span: { source: PADDED_SOURCE, start: 8 * length, end: 8 * length + 1 } };
    case 'append-zeros': {
      const span = { source: PADDED_SOURCE, start: 8 * length + 1, end: 8 * lengthAt };
      return { ...common, kind, zeros: span.end - span.start, blocks, span };
    }
    case 'append-length': {
      const high = { name: 'high', value: Math.floor(length / 2 ** 29), from } as const;
      const low = { name: 'low', value: (length << 3) >>> 0, from } as const;
      const terms = hash.littleEndian ? ([low, high] as const) : ([high, low] as const);
      const words = terms.map(({ value }) => value);
      return {
        ...common,
        kind,
        bits: length * 8,
        terms,
        order: orderOf(hash),
        bytes: [...wordBytes(words, hash.littleEndian)],
        span: byteSpan(PADDED_SOURCE, lengthAt, 8),
      };
    }
  }
}

/** Step `within` of a block: its words, load, rounds, fold. */
export function blockStep<Own extends HashStep>(
  hash: TraceableHash<Own>,
  index: number,
  block: HashBlock,
  within: number,
): CommonStep | Own {
  if (within < hash.scheduleWords) {
    return within >= 16 && hash.expand ? hash.expand(index, block, within) : readWordStep(hash, index, block, within);
  }
  const round = within - hash.scheduleWords - 1;
  if (round < 0) {
    const common = stepOf(hash, index, 'load', block.before);
    return { ...common, phase: 'load', block: block.index, terms: chainTerms(block.before, block.index) };
  }
  return round < hash.rounds ? hash.round(index, block, round) : foldStep(hash, index, block);
}

function readWordStep(hash: TraceableHash, index: number, block: HashBlock, t: number): ReadWordStep {
  const word = block.schedule[t] as number;
  const byte = (i: number): ByteTerm => ({
    name: BYTE_NAMES[i] as ByteName,
    value: wordByte(word, i, hash.littleEndian),
    from: [byteSpan(PADDED_SOURCE, block.index * BLOCK_BYTES + 4 * t + i, 1)],
    shift: byteShift(i, hash.littleEndian),
  });
  return {
    ...stepOf(hash, index, 'read-word', block.before),
    phase: 'read',
    block: block.index,
    t,
    order: orderOf(hash),
    terms: [byte(0), byte(1), byte(2), byte(3)],
    word,
    span: wordSpan(scheduleSource(block.index), t),
  };
}

function foldStep(hash: TraceableHash, index: number, block: HashBlock): FoldStep {
  const registers = hash.registers(block, hash.rounds);
  const sums = chainTerms(block.before, block.index).map((chain, i) => {
    const register = registers[i] as RegisterTerm;
    return { chain, register, sum: addWords(chain.value, register.value) };
  });
  return {
    ...stepOf(hash, index, 'fold', valuesOf(registers), block.after),
    phase: 'fold',
    block: block.index,
    sums,
    span: byteSpan(chainSource(block.index + 1), 0, 4 * sums.length),
  };
}

/** The last step: `chain` is the chaining value after all `blocks`. */
export function digestStep(
  hash: TraceableHash,
  index: number,
  chain: readonly number[],
  blocks: number,
): WriteDigestStep {
  const words = chainTerms(chain, blocks).map((term, i) => ({
    chain: term,
    bytes: [...wordBytes([term.value], hash.littleEndian)],
    span: wordSpan(DIGEST_SOURCE, i),
  }));
  const common = stepOf(hash, index, 'write-digest', chain);
  return {
    ...common,
    phase: 'digest',
    order: orderOf(hash),
    words,
    span: byteSpan(DIGEST_SOURCE, 0, 4 * words.length),
  };
}

export function valuesOf(registers: readonly RegisterTerm[]): readonly number[] {
  return registers.map(({ value }) => value);
}

export function orderOf({ littleEndian }: TraceableHash): ByteOrder {
  return littleEndian ? 'little-endian' : 'big-endian';
}
