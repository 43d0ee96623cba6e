import { expect } from 'vitest';
import type { Trace } from '../../../src/protocol/bytes/trace.ts';

interface Step {
  readonly index: number;
  readonly phase: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Every step of a trace, having checked what holds for all traces. */
export function lawfulSteps<S extends Step>(trace: Trace<S>): readonly S[] {
  const steps = Array.from({ length: trace.stepCount }, (_, index) => trace.step(index) as S);
  expect(steps.map(({ index }) => index)).toEqual([...steps.keys()]);
  for (const outside of [-1, trace.stepCount, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(trace.step(outside)).toBeNull();
  }
  // In any order: asked backwards, a step is what it was forwards.
  for (const step of steps.toReversed()) expect(trace.step(step.index)).toEqual(step);
  steps.slice(1).forEach((step, i) => {
    expect(step.before).toEqual(steps[i]?.after);
  });
  const phases = trace.outline().flatMap(({ phase, first, count }) => {
    expect(count).toBeGreaterThan(0);
    return Array.from({ length: count }, (_, i) => [first + i, phase]);
  });
  expect(phases).toEqual(steps.map(({ index, phase }) => [index, phase]));
  expect(JSON.stringify(steps)).not.toMatch(/NaN|Infinity/);
  return steps;
}
