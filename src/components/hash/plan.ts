/** A lesson's steps from runs of them: the engine's, with steps of the lesson's own between. */

import type { PhaseRange, Trace } from '../../protocol/bytes/trace.ts';

/** Steps that follow one another. Runs of the same phase that follow one another are one part of the scrubber. */
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

/** Makes runs of the engine's steps: `from` to before `to`, counted from step `first`. */
export function runsFrom<Step>(phase: string, first: number, step: (index: number) => Step) {
  return (from: number, to: number): Run<Step> => ({ phase, count: to - from, step: (i) => step(first + from + i) });
}

export function traceOf<Step>(runs: readonly Run<Step>[]): Trace<Step> {
  const firsts: number[] = [];
  const ranges: { phase: string; first: number; count: number }[] = [];
  let stepCount = 0;
  for (const { phase, count } of runs) {
    firsts.push(stepCount);
    const last = ranges.at(-1);
    if (last?.phase === phase) last.count += count;
    else ranges.push({ phase, first: stepCount, count });
    stepCount += count;
  }
  const outline: readonly PhaseRange[] = ranges;
  return {
    stepCount,
    step(index) {
      if (!Number.isInteger(index) || index < 0 || index >= stepCount) return null;
      const at = firsts.findLastIndex((first) => first <= index);
      const run = runs[at];
      return run === undefined ? null : run.step(index - (firsts[at] as number));
    },
    outline: () => outline,
  };
}
