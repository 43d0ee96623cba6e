/** Pictures that MD5 and SHA-1 have alike, from the engine's steps. */

import { paddedBlocks } from '../../protocol/hash/padding.ts';
import type {
  FoldStep,
  HashStep,
  HashTrace,
  PadStep,
  ReadWordStep,
  WriteDigestStep,
} from '../../protocol/hash/trace.ts';
import type {
  BorderScene,
  DigestScene,
  FoldScene,
  Grid,
  OverviewScene,
  PaddingScene,
  PadPart,
  Part,
  Piece,
  ReadScene,
  Setting,
} from './scene.ts';

/** A message and its trace: what all pictures of a lesson are made from. */
export interface Work<Step extends HashStep = HashStep> {
  readonly message: Uint8Array;
  readonly trace: HashTrace<Step>;
}

type Place = Partial<Pick<Setting, 'block' | 'done'>>;

export function setting({ message, trace }: Work, part: Part, place: Place = {}): Setting {
  return {
    algorithm: trace.algorithm,
    shape: trace.shape,
    size: message.length,
    blocks: trace.blockCount,
    part,
    block: null,
    done: 0,
    ...place,
  };
}

/** The chaining value before block `index`; after the last one, the digest as words. */
export function chainBefore({ trace }: Work, index: number): readonly number[] {
  return index < trace.blockCount ? (trace.block(index)?.before ?? []) : (trace.block(index - 1)?.after ?? []);
}

/** `start`: nothing but the message is known yet; not even how many blocks it takes. */
export function overviewScene(work: Work, part: 'start' | 'end'): OverviewScene {
  const { message, trace } = work;
  const end = part === 'end';
  return {
    kind: 'overview',
    ...setting(work, part),
    blocks: end ? trace.blockCount : null,
    bytes: Array.from(message),
    initial: chainBefore(work, 0),
    chains: end ? Array.from({ length: trace.blockCount }, (_, index) => chainBefore(work, index + 1)) : [null],
    digest: end ? Array.from(trace.digest) : null,
  };
}

const PAD_PARTS: Readonly<Record<PadStep['kind'], PadPart>> = {
  'copy-message': 'message',
  'append-one-bit': 'one',
  'append-zeros': 'zeros',
  'append-length': 'length',
};

/** Padding as far as `step` has come. `asked`: before it is told how many blocks there will be. */
export function paddingScene(work: Work, step: PadStep, asked = false): PaddingScene {
  const { message, trace } = work;
  const size = message.length;
  const total = trace.blockCount * 64;
  const current = PAD_PARTS[step.kind];
  const known = { message: size, one: size + 1, zeros: total - 8, length: total }[current];
  // Until there are zeros, nobody has counted blocks: only those that the message needs are drawn.
  const early = current === 'message' || current === 'one';
  const drawn = early ? Math.max(64, Math.ceil(known / 64) * 64) : total;
  const padded = trace.padded.read(0, drawn);
  const shown = {
    message: Math.max(0, Math.min(size, drawn) - 8),
    one: Math.max(0, size - 7),
    zeros: Math.min(size, total - 8),
    length: total - 8,
  }[current];
  return {
    kind: 'padding',
    ...setting(work, 'pad'),
    blocks: early ? null : trace.blockCount,
    bytes: Array.from(padded, (byte, index) => (index < known ? byte : null)),
    current,
    counts: {
      message: size,
      one: current === 'message' ? null : 1,
      zeros: early ? null : total - size - 9,
      length: current === 'length' ? 8 : null,
    },
    asked,
    shown,
  };
}

/** The two messages at the border of one block, and the one on show between or beside them. */
export function borderScene(work: Work): BorderScene {
  const { message, trace } = work;
  const sizes = [55, 56].map((size) => ({ size, blocks: paddedBlocks(size), yours: false }));
  return {
    kind: 'border',
    ...setting(work, 'pad'),
    rows: [...sizes, { size: message.length, blocks: trace.blockCount, yours: true }],
  };
}

/** The schedule of block `index` with `known` words. */
export function gridOf({ trace }: Work, index: number, known: number, current: number | null): Grid {
  return { words: trace.block(index)?.schedule ?? [], known, current, parents: [], hidden: false };
}

/** The work of a round with nothing in it yet: its room. */
export function emptied(piece: Piece): Piece {
  if (piece.kind === 'bits') return { ...piece, rows: piece.rows.map((row) => ({ ...row, value: null })) };
  const terms = piece.terms.map((term) => ({ ...term, value: null }));
  return { ...piece, terms, result: { ...piece.result, value: null }, dropped: null };
}

export function readScene(work: Work, { block, t, word }: ReadWordStep, asked = false): ReadScene {
  const grid = gridOf(work, block, t + 1, t);
  return {
    kind: 'read',
    ...setting(work, 'words', { block, done: t + 1 }),
    grid: asked ? { ...grid, hidden: true } : grid,
    bytes: Array.from(work.trace.padded.read(64 * block, 64 * block + 64)),
    t,
    word: asked ? 'hidden' : word,
  };
}

export function foldScene(work: Work, { block, sums }: FoldStep, asked = false): FoldScene {
  return {
    kind: 'fold',
    ...setting(work, 'fold', { block }),
    grid: gridOf(work, block, work.trace.shape.words, null),
    rows: sums.map(({ chain, register, sum }) => ({
      old: chain.value,
      register: register.value,
      sum: asked ? 'hidden' : sum.value,
      dropped: sum.carry,
    })),
    last: block === work.trace.blockCount - 1,
  };
}

export function digestScene(work: Work, { words }: WriteDigestStep): DigestScene {
  return {
    kind: 'digest',
    ...setting(work, 'digest'),
    words: words.map(({ chain }) => chain.value),
    digest: words.flatMap(({ bytes }) => bytes),
  };
}
