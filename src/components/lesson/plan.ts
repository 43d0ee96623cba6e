/** A lesson's steps, from runs of them: written down one by one, taken from the engine, or some of each. */

import { outlineOf } from '../../protocol/bytes/outline.ts';
import type { Trace } from '../../protocol/bytes/trace.ts';

/** Steps that follow one another. Neighbouring runs of one phase are one part of the scrubber. */
export interface Run<Step> {
  readonly phase: string;
  readonly count: number;
  /** `i` from 0 to `count` - 1. */
  readonly step: (i: number) => Step;
}

/** One step of its own. */
export function one<Step>(phase: string, step: () => Step): Run<Step> {
  return { phase, count: 1, step };
}

/** Steps as functions: nothing is made before somebody looks. */
export function listed<Step>(phase: string, steps: readonly (() => Step)[]): Run<Step> {
  return { phase, count: steps.length, step: (i) => (steps[i] as () => Step)() };
}

/** Makes runs of the engine's steps: `from` to before `to`, counted from step `first`. */
export function runsFrom<Step>(phase: string, first: number, step: (index: number) => Step) {
  return (from: number, to: number): Run<Step> => ({ phase, count: to - from, step: (i) => step(first + from + i) });
}

/** A run without steps leaves no trace, and neither does its phase. */
export function traceOf<Step>(runs: readonly Run<Step>[]): Trace<Step> {
  const firsts: number[] = [];
  let stepCount = 0;
  for (const { count } of runs) {
    firsts.push(stepCount);
    stepCount += count;
  }
  const outline = outlineOf(runs.map(({ phase, count }) => [phase, count] as const));
  return {
    stepCount,
    step(index) {
      if (!Number.isInteger(index) || index < 0 || index >= stepCount) return null;
      // The last of those that begin there: the ones before it are empty.
      const at = firsts.findLastIndex((first) => first <= index);
      const run = runs[at];
      return run === undefined ? null : run.step(index - (firsts[at] as number));
    },
    outline: () => outline,
  };
}
