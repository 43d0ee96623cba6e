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
  record(view: DataView, at: number, chain: Uint32Array, schedule: Uint32Array, written: Uint32Array): void;
  /** What an `expand-word` step for word `t` says beyond the common parts. */
  expand(block: HashBlock, t: number): Partial<HashStep>;
  /** What a `round` step says beyond the common parts, from the registers before it. */
  round(block: HashBlock, t: number, before: readonly number[]): Partial<HashStep>;
  /** Registers before round `t`, 0 to `rounds` inclusive. */
  registers(block: HashBlock, t: number): readonly number[];
}

const PAD_KINDS = ['copy-message', 'append-one-bit', 'append-zeros', 'append-length'] as const;

/** Hashes `bytes` once, keeping the chaining value of every block: 20 bytes of memory for 64 of message. */
export function traceHash(hash: TraceableHash, bytes: Uint8Array): HashTrace {
  const width = hash.initial.length;
  const whole = wholeBlocks(bytes.length);
  const message = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const tail = new DataView(tailView.buffer.slice(0, writeTail(bytes, bytes.length, hash.littleEndian)));
  const blockCount = (whole + tail.byteLength) / BLOCK_BYTES;
  const stepsPerBlock = hash.scheduleWords + 1 + hash.rounds + 1;
  const stepCount = PAD_KINDS.length + blockCount * stepsPerBlock + 1;

  const schedule = new Uint32Array(hash.scheduleWords);
  const written = new Uint32Array(hash.rounds);
  const chains = new Uint32Array((blockCount + 1) * width);
  const chain = Uint32Array.from(hash.initial);
  chains.set(chain);
  for (let index = 0; index < blockCount; index += 1) {
    recordBlock(index);
    chains.set(chain, (index + 1) * width);
  }
  const digest = new Uint8Array(width * 4);
  const digestView = new DataView(digest.buffer);
  chain.forEach((word, i) => {
    digestView.setUint32(4 * i, word, hash.littleEndian);
  });

  function recordBlock(index: number): void {
    const at = index * BLOCK_BYTES;
    if (at < whole) hash.record(message, at, chain, schedule, written);
    else hash.record(tail, at - whole, chain, schedule, written);
  }

  function chainAt(index: number): readonly number[] {
    return Array.from(chains.subarray(index * width, (index + 1) * width));
  }

  /** The block looked at last: people look at one for a while. */
  let shown: HashBlock | null = null;

  function block(index: number): HashBlock | null {
    if (!Number.isInteger(index) || index < 0 || index >= blockCount) return null;
    if (shown?.index === index) return shown;
    chain.set(chains.subarray(index * width, (index + 1) * width));
    recordBlock(index);
    shown = {
      index,
      before: chainAt(index),
      after: chainAt(index + 1),
      schedule: schedule.slice(),
      written: written.slice(),
    };
    return shown;
  }

  function step(index: number): HashStep | null {
    if (!Number.isInteger(index) || index < 0 || index >= stepCount) return null;
    const kind = PAD_KINDS[index];
    if (kind !== undefined) return padStep(hash, index, kind, bytes.length, whole + tail.byteLength);
    if (index === stepCount - 1) return digestStep(hash, index, chainAt(blockCount));
    const within = (index - PAD_KINDS.length) % stepsPerBlock;
    const shownBlock = block(Math.floor((index - PAD_KINDS.length) / stepsPerBlock));
    return shownBlock && blockStep(hash, index, shownBlock, within);
  }

  function outline(firstBlock = 0, endBlock = blockCount): readonly HashPhaseRange[] {
    const ranges: HashPhaseRange[] = [];
    if (firstBlock <= 0) ranges.push({ phase: 'pad', block: null, first: 0, count: PAD_KINDS.length });
    for (let index = Math.max(0, firstBlock); index < Math.min(endBlock, blockCount); index += 1) {
      const first = PAD_KINDS.length + index * stepsPerBlock;
      const { scheduleWords, rounds } = hash;
      ranges.push({ phase: 'schedule', block: index, first, count: scheduleWords });
      ranges.push({ phase: 'rounds', block: index, first: first + scheduleWords, count: 1 + rounds });
      ranges.push({ phase: 'fold', block: index, first: first + scheduleWords + 1 + rounds, count: 1 });
    }
    if (endBlock >= blockCount) ranges.push({ phase: 'digest', block: null, first: stepCount - 1, count: 1 });
    return ranges;
  }

  const padded = paddedSource(bytes, whole, new Uint8Array(tail.buffer));
  return { algorithm: hash.algorithm, digest, padded, blockCount, stepCount, step, block, outline };
}

/** The message and its tail as one source, joined only where a read crosses from one to the other. */
function paddedSource(bytes: Uint8Array, whole: number, tail: Uint8Array): Source {
  const length = whole + tail.length;
  return {
    id: PADDED_SOURCE,
    how: 'pad',
    from: [byteSpan(MESSAGE_SOURCE, 0, bytes.length)],
    length,
    read(start, end) {
      const from = Math.max(0, start);
      const to = Math.max(from, Math.min(length, end));
      if (to <= bytes.length) return bytes.subarray(from, to);
      if (from >= whole) return tail.subarray(from - whole, to - whole);
      const out = new Uint8Array(to - from);
      out.set(bytes.subarray(from, whole));
      out.set(tail.subarray(0, to - whole), whole - from);
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
