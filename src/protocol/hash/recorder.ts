import type { Source } from '../bytes/source.ts';
import { byteSpan } from '../bytes/span.ts';
import { BLOCK_BYTES, tailView, wholeBlocks, writeTail } from './padding.ts';
import type { HashAlgorithm, HashBlock, HashPhaseRange, HashStep, HashStepKind, HashTerm, HashTrace } from './trace.ts';
import { DIGEST_SOURCE, MESSAGE_SOURCE, PADDED_SOURCE, scheduleSource } from './trace.ts';

/** What differs between the two hashes. */
export interface TraceableHash {
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
  /** What an `expand-word` step for word `t` says beyond the common parts. */
  expand(block: HashBlock, t: number): Partial<HashStep>;
  /** What a `round` step says beyond the common parts, from the registers before it. */
  round(block: HashBlock, t: number, before: readonly number[]): Partial<HashStep>;
  /** Registers before round `t`, 0 to `rounds` inclusive. */
  registers(block: HashBlock, t: number): readonly number[];
}

const PAD_KINDS = ['copy-message', 'append-one-bit', 'append-zeros', 'append-length'] as const;

/** Blocks of a message up to which all of them are recorded at once. An accept key makes two. */
const KEPT = 16;

/** Hashes `bytes` once, keeping the chaining value of every block: 20 bytes of memory for 64 of message. */
export class RecordedHash implements HashTrace {
  readonly algorithm: HashAlgorithm;
  readonly digest: Uint8Array;
  readonly blockCount: number;
  readonly stepCount: number;
  readonly #hash: TraceableHash;
  readonly #bytes: Uint8Array;
  /** The message; of its end, which fills no block, only the padded copy is worked on. */
  readonly #view: DataView;
  readonly #stepsPerBlock: number;
  /** Chaining values: before block 0, after it, and so on. */
  readonly #chains: Uint32Array;
  /** All blocks of a short message. */
  readonly #kept: HashBlock[] = [];
  /** The block of a long one looked at last: people look at one for a while. */
  #shown: HashBlock | null = null;

  constructor(hash: TraceableHash, bytes: Uint8Array) {
    const width = hash.initial.length;
    const whole = wholeBlocks(bytes.length);
    this.#hash = hash;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, whole);
    this.algorithm = hash.algorithm;
    this.blockCount = (whole + writeTail(bytes, bytes.length, hash.littleEndian)) / BLOCK_BYTES;
    this.#stepsPerBlock = hash.scheduleWords + 1 + hash.rounds + 1;
    this.stepCount = PAD_KINDS.length + this.blockCount * this.#stepsPerBlock + 1;

    this.#chains = new Uint32Array((this.blockCount + 1) * width);
    for (let i = 0; i < width; i += 1) this.#chains[i] = hash.initial[i] as number;
    for (let index = 0; index < this.blockCount; index += 1) {
      if (this.blockCount <= KEPT) this.#kept.push(this.#record(index));
      else this.#compress(index, null, null);
    }
    this.digest = new Uint8Array(width * 4);
    for (let i = 0; i < this.digest.length; i += 1) {
      const word = this.#chains[this.blockCount * width + (i >> 2)] as number;
      this.digest[i] = word >>> (8 * (hash.littleEndian ? i & 3 : 3 - (i & 3)));
    }
  }

  get padded(): Source {
    return paddedSource(this.#hash, this.#bytes, this.blockCount * BLOCK_BYTES);
  }

  step(index: number): HashStep | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.stepCount) return null;
    const kind = PAD_KINDS[index];
    if (kind !== undefined) return padStep(this.#hash, index, kind, this.#bytes.length, this.blockCount * BLOCK_BYTES);
    if (index === this.stepCount - 1) return digestStep(this.#hash, index, this.#chain(this.blockCount));
    const place = index - PAD_KINDS.length;
    const block = this.block(Math.floor(place / this.#stepsPerBlock));
    return block && blockStep(this.#hash, index, block, place % this.#stepsPerBlock);
  }

  block(index: number): HashBlock | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.blockCount) return null;
    const kept = this.#kept[index];
    if (kept !== undefined) return kept;
    if (this.#shown?.index !== index) this.#shown = this.#record(index);
    return this.#shown;
  }

  outline(firstBlock = 0, endBlock = this.blockCount): readonly HashPhaseRange[] {
    const { scheduleWords, rounds } = this.#hash;
    const ranges: HashPhaseRange[] = [];
    if (firstBlock <= 0) ranges.push({ phase: 'pad', block: null, first: 0, count: PAD_KINDS.length });
    for (let block = Math.max(0, firstBlock); block < Math.min(endBlock, this.blockCount); block += 1) {
      const first = PAD_KINDS.length + block * this.#stepsPerBlock;
      ranges.push({ phase: 'schedule', block, first, count: scheduleWords });
      ranges.push({ phase: 'rounds', block, first: first + scheduleWords, count: 1 + rounds });
      ranges.push({ phase: 'fold', block, first: first + scheduleWords + 1 + rounds, count: 1 });
    }
    if (endBlock >= this.blockCount) {
      ranges.push({ phase: 'digest', block: null, first: this.stepCount - 1, count: 1 });
    }
    return ranges;
  }

  #record(index: number): HashBlock {
    const schedule = new Array<number>(this.#hash.scheduleWords);
    const written = new Array<number>(this.#hash.rounds);
    this.#compress(index, schedule, written);
    return { index, before: this.#chain(index), after: this.#chain(index + 1), schedule, written };
  }

  #compress(index: number, schedule: number[] | null, written: number[] | null): void {
    const { record, initial, littleEndian } = this.#hash;
    const at = index * BLOCK_BYTES;
    const chainAt = index * initial.length;
    const whole = this.#view.byteLength;
    if (at < whole) {
      record(this.#view, at, this.#chains, chainAt, schedule, written);
      return;
    }
    // Writing the tail anew is cheaper than keeping a copy of it: typed arrays of this size cost more than a hash.
    writeTail(this.#bytes, this.#bytes.length, littleEndian);
    record(tailView, at - whole, this.#chains, chainAt, schedule, written);
  }

  #chain(index: number): readonly number[] {
    const width = this.#hash.initial.length;
    const words: number[] = [];
    for (let i = 0; i < width; i += 1) words.push(this.#chains[index * width + i] as number);
    return words;
  }
}

/** The message and its padding as one source, joined only where a read crosses from one to the other. */
function paddedSource(hash: TraceableHash, bytes: Uint8Array, size: number): Source {
  const whole = wholeBlocks(bytes.length);
  return {
    id: PADDED_SOURCE,
    how: 'pad',
    from: [byteSpan(MESSAGE_SOURCE, 0, bytes.length)],
    length: size,
    read(start, end) {
      const from = Math.max(0, start);
      const to = Math.max(from, Math.min(size, end));
      if (to <= bytes.length) return bytes.subarray(from, to);
      writeTail(bytes, bytes.length, hash.littleEndian);
      const out = new Uint8Array(to - from);
      for (let i = 0; i < out.length; i += 1) {
        const at = from + i;
        out[i] = at < whole ? (bytes[at] as number) : tailView.getUint8(at - whole);
      }
      return out;
    },
  };
}

/** A step with everything that most kinds leave empty. */
function blank(hash: TraceableHash, index: number, kind: HashStepKind, registers: readonly number[]) {
  return {
    algorithm: hash.algorithm,
    index,
    kind,
    block: null,
    round: null,
    stage: null,
    before: registers,
    after: registers,
    roles: [],
    terms: [],
    result: null,
    fn: null,
    constant: null,
    rotation: null,
    span: null,
    section: hash.sections[kind],
  } as const;
}

function padStep(
  hash: TraceableHash,
  index: number,
  kind: (typeof PAD_KINDS)[number],
  length: number,
  size: number,
): HashStep {
  const from = [byteSpan(MESSAGE_SOURCE, 0, length)];
  const zeros = size - 8 - (length + 1);
  const low: HashTerm = { name: 'low', value: (length << 3) >>> 0, from };
  const high: HashTerm = { name: 'high', value: Math.floor(length / 2 ** 29), from };
  const [start, count, terms]: readonly [number, number, readonly HashTerm[]] = {
    'copy-message': [0, length, [{ name: 'bytes', value: length, from }]] as const,
    'append-one-bit': [length, 1, [{ name: 'byte', value: 0x80, from: [] }]] as const,
    'append-zeros': [length + 1, zeros, [{ name: 'bytes', value: zeros, from: [] }]] as const,
    'append-length': [
      size - 8,
      8,
      [{ name: 'bits', value: length * 8, from }, ...(hash.littleEndian ? [low, high] : [high, low])],
    ] as const,
  }[kind];
  return {
    ...blank(hash, index, kind, hash.initial),
    phase: 'pad',
    terms,
    span: byteSpan(PADDED_SOURCE, start, count),
  };
}

function digestStep(hash: TraceableHash, index: number, registers: readonly number[]): HashStep {
  return {
    ...blank(hash, index, 'write-digest', registers),
    phase: 'digest',
    terms: chainTerms(registers),
    span: byteSpan(DIGEST_SOURCE, 0, registers.length * 4),
  };
}

function blockStep(hash: TraceableHash, index: number, block: HashBlock, within: number): HashStep {
  if (within < hash.scheduleWords) return wordStep(hash, index, block, within);
  const t = within - hash.scheduleWords - 1;
  if (t < 0) {
    return {
      ...blank(hash, index, 'load', block.before),
      phase: 'rounds',
      block: block.index,
      terms: chainTerms(block.before),
    };
  }
  const before = hash.registers(block, t);
  if (t === hash.rounds) {
    return {
      ...blank(hash, index, 'fold', before),
      phase: 'fold',
      block: block.index,
      after: block.after,
      terms: chainTerms(block.before),
    };
  }
  return {
    ...blank(hash, index, 'round', before),
    phase: 'rounds',
    block: block.index,
    round: t,
    after: hash.registers(block, t + 1),
    result: block.written[t] as number,
    ...hash.round(block, t, before),
  };
}

function wordStep(hash: TraceableHash, index: number, block: HashBlock, t: number): HashStep {
  const kind = t < 16 ? 'read-word' : 'expand-word';
  const common = {
    ...blank(hash, index, kind, block.before),
    phase: 'schedule',
    block: block.index,
    round: t,
    result: block.schedule[t] as number,
    span: byteSpan(scheduleSource(block.index), 4 * t, 4),
  } as const;
  if (kind === 'expand-word') return { ...common, ...hash.expand(block, t) };
  const word = common.result;
  const shifts = hash.littleEndian ? [0, 8, 16, 24] : [24, 16, 8, 0];
  const terms = shifts.map((shift, i) => ({
    name: `byte-${i}`,
    value: (word >>> shift) & 0xff,
    from: [byteSpan(PADDED_SOURCE, block.index * BLOCK_BYTES + 4 * t + i, 1)],
  }));
  return { ...common, terms };
}

/** The chaining value as terms: h0, h1, … */
function chainTerms(chain: readonly number[]): readonly HashTerm[] {
  return chain.map((value, i) => ({ name: `h${i}`, value, from: [] }));
}

/** Word `t` of the schedule as a term: from the padded block where it was read there, else from the schedule. */
export function wordTerm(block: HashBlock, t: number, name: string): HashTerm {
  const span =
    t < 16
      ? byteSpan(PADDED_SOURCE, block.index * BLOCK_BYTES + 4 * t, 4)
      : byteSpan(scheduleSource(block.index), 4 * t, 4);
  return { name, value: block.schedule[t] as number, from: [span] };
}

/** Every step in order; returns the digest. */
export function* allSteps(trace: HashTrace): Generator<HashStep, Uint8Array> {
  for (let index = 0; index < trace.stepCount; index += 1) yield trace.step(index) as HashStep;
  return trace.digest;
}
