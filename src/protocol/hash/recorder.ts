import type { Source } from '../bytes/source.ts';
import type { SourceId } from '../bytes/span.ts';
import { BLOCK_BYTES, tailView, wholeBlocks, writeTail } from './padding.ts';
import { hashSource, paddedSource } from './sources.ts';
import { blockStep, digestStep, orderOf, PAD_KINDS, padStep, type TraceableHash } from './steps.ts';
import type {
  CommonStep,
  HashAlgorithm,
  HashBlock,
  HashPhaseRange,
  HashShape,
  HashStep,
  HashTrace,
  Stage,
} from './trace.ts';
import { wordBytes } from './words.ts';

const STAGES: readonly Stage[] = [0, 1, 2, 3];

/** Blocks of a message up to which all of them are recorded at once. An accept key makes two. */
const KEPT = 16;

/** Hashes `bytes` once, keeping the chaining value of every block: 20 bytes of memory for 64 of message. */
export class RecordedHash<Own extends HashStep> implements HashTrace<CommonStep | Own> {
  readonly algorithm: HashAlgorithm;
  readonly digest: Uint8Array;
  readonly blockCount: number;
  readonly stepCount: number;
  readonly #hash: TraceableHash<Own>;
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

  constructor(hash: TraceableHash<Own>, bytes: Uint8Array) {
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
    this.digest = wordBytes(this.#chain(this.blockCount), hash.littleEndian);
  }

  get shape(): HashShape {
    const { scheduleWords, rounds, initial } = this.#hash;
    return { words: scheduleWords, rounds, digestBytes: 4 * initial.length, order: orderOf(this.#hash) };
  }

  get padded(): Source {
    return paddedSource(this.#bytes, this.blockCount, this.#hash.littleEndian);
  }

  source(id: SourceId): Source | null {
    return hashSource(this, this.#bytes, id, this.#hash.littleEndian);
  }

  step(index: number): CommonStep | Own | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.stepCount) return null;
    if (index === this.stepCount - 1) {
      return digestStep(this.#hash, index, this.#chain(this.blockCount), this.blockCount);
    }
    const place = index - PAD_KINDS.length;
    if (place < 0) return padStep(this.#hash, index, this.#bytes.length, this.blockCount);
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

  outline(): readonly HashPhaseRange[] {
    const { scheduleWords, rounds } = this.#hash;
    const perStage = rounds / STAGES.length;
    const ranges: HashPhaseRange[] = [{ phase: 'pad', first: 0, count: PAD_KINDS.length }];
    let first = PAD_KINDS.length;
    for (let block = 0; block < this.blockCount; block += 1) {
      ranges.push({ phase: 'read', block, first, count: 16 });
      if (scheduleWords > 16) ranges.push({ phase: 'expand', block, first: first + 16, count: scheduleWords - 16 });
      first += scheduleWords;
      ranges.push({ phase: 'load', block, first, count: 1 });
      first += 1;
      for (const stage of STAGES) {
        ranges.push({ phase: 'rounds', block, stage, first, count: perStage });
        first += perStage;
      }
      ranges.push({ phase: 'fold', block, first, count: 1 });
      first += 1;
    }
    ranges.push({ phase: 'digest', first, count: 1 });
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

/** Every step in order; returns the digest. */
export function* allSteps<Step extends HashStep>(trace: HashTrace<Step>): Generator<Step, Uint8Array> {
  for (let index = 0; index < trace.stepCount; index += 1) yield trace.step(index) as Step;
  return trace.digest;
}
