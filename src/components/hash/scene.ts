/** What the stage of a hash lesson draws: plain data, the same for MD5 and SHA-1. Symbols such as `W[17]` need no language. */

import type { HashAlgorithm, HashShape } from '../../protocol/hash/trace.ts';
import { type BitRow, hexOf, type Known, type NamedWord } from '../stage/word.ts';

export type Algorithm = HashAlgorithm;

/** The parts of the algorithm, as the strip at the top of the stage names them. */
export type Part = 'start' | 'pad' | 'words' | 'rounds' | 'fold' | 'digest' | 'end';

/** Where in the algorithm the picture is: enough to understand a still of it. */
export interface Setting {
  readonly algorithm: Algorithm;
  readonly shape: HashShape;
  /** Bytes of the message. */
  readonly size: number;
  /** Null where it is not to be seen yet. */
  readonly blocks: number | null;
  readonly part: Part;
  /** From 0; null where the part belongs to no block. */
  readonly block: number | null;
  /** Words or rounds that are done in this block. */
  readonly done: number;
}

export type PieceId =
  | 'Ch'
  | 'Parity'
  | 'Maj'
  | 'F'
  | 'G'
  | 'H'
  | 'I'
  | 'rotate'
  | 'two-rotations'
  | 'sum'
  | 'last-sum'
  | 'xor'
  | 'word-bits';

/** Part of the work of a round or a schedule word, drawn one under another. */
export type Piece =
  | {
      readonly kind: 'bits';
      /** Its caption is the label `piece-<id>`. */
      readonly id: PieceId;
      readonly rows: readonly BitRow[];
      /** A column that a question is about; 0 is the most significant bit. */
      readonly column?: number;
    }
  | {
      readonly kind: 'sum';
      readonly id: PieceId;
      readonly terms: readonly NamedWord[];
      readonly result: NamedWord;
      /** How many times 2^32 were dropped; null while the sum is not known. */
      readonly dropped: number | null;
    };

/** The schedule: `known` words from the front, the rest still empty. */
export interface Grid {
  readonly words: readonly number[];
  readonly known: number;
  readonly current: number | null;
  /** Words that the current one is made from. */
  readonly parents: readonly number[];
  /** The current one is asked. */
  readonly hidden: boolean;
}

/** MD5's order of words and rotations in a round of sixteen steps. */
export interface Order {
  readonly words: readonly number[];
  readonly rotations: readonly number[];
  /** Place in the sixteen; null before they start. */
  readonly at: number | null;
  /** The word of this step is asked. */
  readonly hidden: boolean;
}

export interface Registers {
  readonly before: readonly Known<number>[];
  readonly after: readonly Known<number>[];
  /** Which of them is made in this step. */
  readonly made: number | null;
  /** MD5: the name each register has in the formula, a to d. */
  readonly names: readonly string[];
  /** Where the value of each register goes: SHA-1 moves them by one place, MD5 leaves them. */
  readonly move: 'along' | 'stay' | 'none';
}

export interface OverviewScene extends Setting {
  readonly kind: 'overview';
  readonly bytes: readonly number[];
  readonly initial: readonly number[];
  /** Chaining value after each block; null: not known yet. */
  readonly chains: readonly (readonly number[] | null)[];
  readonly digest: readonly number[] | null;
}

export type PadPart = 'message' | 'one' | 'zeros' | 'length';

export interface PaddingScene extends Setting {
  readonly kind: 'padding';
  /** The padded message as far as it is known. */
  readonly bytes: readonly (number | null)[];
  readonly current: PadPart;
  /** Bytes of each part; null where it is asked or not known yet. */
  readonly counts: Readonly<Record<PadPart, number | null>>;
  readonly asked: boolean;
  /** Eight of the bytes, to be seen as bits: index of the first. */
  readonly shown: number;
}

/** Three messages and what padding makes of them. */
export interface BorderScene extends Setting {
  readonly kind: 'border';
  readonly rows: readonly { readonly size: number; readonly blocks: number; readonly yours: boolean }[];
}

interface BlockSetting extends Setting {
  readonly grid: Grid;
}

/** Four bytes become a word. */
export interface ReadScene extends BlockSetting {
  readonly kind: 'read';
  readonly bytes: readonly number[];
  readonly t: number;
  readonly word: Known<number>;
}

/** SHA-1: a word from four earlier ones. */
export interface ExpandScene extends BlockSetting {
  readonly kind: 'expand';
  readonly t: number;
  readonly pieces: readonly Piece[];
  /** Null while it is asked. */
  readonly word: number | null;
  /** The parents, as places in the schedule. */
  readonly parents: readonly Known<number>[];
}

export interface RoundScene extends BlockSetting {
  readonly kind: 'round';
  /** Null while the registers are only loaded. */
  readonly t: number | null;
  readonly registers: Registers;
  readonly chain: readonly number[];
  readonly pieces: readonly Piece[];
  readonly order: Order | null;
}

export interface FoldRow {
  readonly old: number;
  readonly register: number;
  readonly sum: Known<number>;
  /** How many times 2^32 were dropped: 0 or 1. */
  readonly dropped: number;
}

export interface FoldScene extends BlockSetting {
  readonly kind: 'fold';
  readonly rows: readonly FoldRow[];
  readonly last: boolean;
}

export interface DigestScene extends Setting {
  readonly kind: 'digest';
  readonly words: readonly number[];
  readonly digest: readonly number[];
}

export type HashScene =
  | OverviewScene
  | PaddingScene
  | BorderScene
  | ReadScene
  | ExpandScene
  | RoundScene
  | FoldScene
  | DigestScene;

/** Names of the registers. */
export const REGISTERS = ['A', 'B', 'C', 'D', 'E'] as const;

export function hexWord(value: number): string {
  return hexOf(value, 32);
}

/** The four bytes of a word, most significant first. */
export function bytesOf(word: number): [number, number, number, number] {
  return [word >>> 24, (word >>> 16) & 0xff, (word >>> 8) & 0xff, word & 0xff];
}

/** The word that the other byte order would have given. */
export function reversed(word: number): number {
  const [a, b, c, d] = bytesOf(word);
  return ((d << 24) | (c << 16) | (b << 8) | a) >>> 0;
}
