import type { PhaseRange, Trace } from '../../protocol/bytes/trace.ts';

/** A phase, and its steps as functions: nothing is made before somebody looks. */
export interface ListedPhase<Step> {
  readonly phase: string;
  readonly steps: readonly (() => Step)[];
}

/** A plan for a lesson whose steps can be written down one by one. A phase without steps is left out. */
export function listed<Step>(phases: readonly ListedPhase<Step>[]): Trace<Step> {
  const steps = phases.flatMap((phase) => phase.steps);
  const ranges: PhaseRange[] = [];
  let first = 0;
  for (const { phase, steps: own } of phases) {
    if (own.length > 0) ranges.push({ phase, first, count: own.length });
    first += own.length;
  }
  return {
    stepCount: steps.length,
    step: (index) => steps[index]?.() ?? null,
    outline: () => ranges,
  };
}
