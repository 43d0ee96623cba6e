/**
 * What a watched hash shows (facts for the views; the words for them live there). A trace is an outline and a step at
 * every index, in both directions and in any order: steps are drawn from recorded words when somebody looks, so the
 * trace of a long message is small.
 */

import type { Source } from '../bytes/source.ts';
import type { Span } from '../bytes/span.ts';

export type HashAlgorithm = 'sha1' | 'md5';

/** The outline. `pad` comes first, `digest` last; the other three repeat for every block. */
type HashPhase = 'pad' | 'schedule' | 'rounds' | 'fold' | 'digest';

export type HashStepKind =
  | 'copy-message'
  | 'append-one-bit'
  | 'append-zeros'
  | 'append-length'
  /** Four bytes of the block become a word. */
  | 'read-word'
  /** SHA-1 only: a word from four earlier ones. */
  | 'expand-word'
  /** The registers start as the chaining value. */
  | 'load'
  | 'round'
  /** The chaining value is added to the registers and becomes the next one. */
  | 'fold'
  /** The registers are written out as bytes. */
  | 'write-digest';

/** FIPS 180-4 §4.1.1 names SHA-1's functions, RFC 1321 §3.4 MD5's. */
export type HashFunction = 'Ch' | 'Parity' | 'Maj' | 'F' | 'G' | 'H' | 'I';

/** A named value of the step's formula, and the bytes it came from. A 32-bit word unless it is a count. */
export interface HashTerm {
  readonly name: string;
  /** Unsigned. */
  readonly value: number;
  readonly from: readonly Span[];
}

/**
 * One step, complete in itself. `after` of one step is `before` of the next. Spans lie in the sources `message`,
 * `padded`, `schedule/<block>` (each word as four bytes, in the hash's byte order) and `digest`.
 */
export interface HashStep {
  readonly algorithm: HashAlgorithm;
  readonly index: number;
  readonly phase: HashPhase;
  readonly kind: HashStepKind;
  /** From 0; null in `pad` and `digest`. */
  readonly block: number | null;
  /** The word or round, t: 0 to 79 (SHA-1), 0 to 63 (MD5, whose RFC counts [ABCD k s i] with i = t + 1). */
  readonly round: number | null;
  /** Which of the four functions and constants is in use, 0 to 3; null outside rounds. */
  readonly stage: number | null;
  /** Registers in the order a, b, c, d(, e). Outside rounds they hold the chaining value. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** In a round, which register plays a, b, c, d(, e): MD5 moves the names, SHA-1 the values. Else empty. */
  readonly roles: readonly number[];
  /** In the order of the formula. */
  readonly terms: readonly HashTerm[];
  /** The word it makes: a schedule word, SHA-1's TEMP, the new value of MD5's register `roles[0]`. Else null. */
  readonly result: number | null;
  readonly fn: HashFunction | null;
  readonly constant: number | null;
  /** Places to the left. */
  readonly rotation: number | null;
  /** The bytes it writes, or null where it only moves registers. */
  readonly span: Span | null;
  readonly section: string;
}

/** A run of steps of one phase. */
export interface HashPhaseRange {
  readonly phase: HashPhase;
  readonly block: number | null;
  /** Index of its first step. */
  readonly first: number;
  readonly count: number;
}

/** Everything computed about one block. */
export interface HashBlock {
  readonly index: number;
  /** Chaining value before and after. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** SHA-1: W(0)..W(79). MD5: X[0]..X[15]. */
  readonly schedule: readonly number[];
  /** The word each round made. */
  readonly written: readonly number[];
}

export interface HashTrace {
  readonly algorithm: HashAlgorithm;
  readonly digest: Uint8Array;
  /** The message and its padding; reading it copies only what is asked for. */
  readonly padded: Source;
  readonly blockCount: number;
  readonly stepCount: number;
  /** The step at `index`, or null outside `[0, stepCount)`. */
  step(index: number): HashStep | null;
  /** The block at `index`, or null outside. */
  block(index: number): HashBlock | null;
  /** Phases of blocks `[firstBlock, endBlock)` in order, with `pad` before block 0 and `digest` after the last. */
  outline(firstBlock?: number, endBlock?: number): readonly HashPhaseRange[];
}

export const MESSAGE_SOURCE = 'message';
export const PADDED_SOURCE = 'padded';
export const DIGEST_SOURCE = 'digest';

export function scheduleSource(block: number): string {
  return `schedule/${block}`;
}
