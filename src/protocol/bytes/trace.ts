/**
 * An algorithm that can be watched. It is worked through once; the view holds an index and nothing else, so a step looks
 * the same whether one came to it forwards, backwards or by a link. Steps hold ids, numbers and spans, never text.
 */

import type { Span } from './span.ts';

/** A named value of a step's formula, and the bits it came from. Unsigned. */
export interface Term<Name extends string = string> {
  readonly name: Name;
  readonly value: number;
  readonly from: readonly Span[];
}

/** A run of steps that belong together: one part of the scrubber. */
export interface PhaseRange<Phase extends string = string> {
  readonly phase: Phase;
  /** Index of its first step. */
  readonly first: number;
  readonly count: number;
}

/** A step at every index, in any order. */
export interface Trace<Step, Range extends PhaseRange = PhaseRange> {
  readonly stepCount: number;
  /** The step at `index`, or null outside `[0, stepCount)`. */
  step(index: number): Step | null;
  /** All steps, in order, without gaps. */
  outline(): readonly Range[];
}
