import type { PhaseRange } from './trace.ts';

/**
 * The outline of a trace from its runs of steps, in order: `[phase, number of steps]`. Neighbours of one phase become
 * one range, empty runs none.
 */
export function outlineOf<Phase extends string>(
  runs: Iterable<readonly [phase: Phase, count: number]>,
): readonly PhaseRange<Phase>[] {
  const ranges: PhaseRange<Phase>[] = [];
  let first = 0;
  for (const [phase, count] of runs) {
    if (count === 0) continue;
    const last = ranges.at(-1);
    if (last?.phase === phase) ranges[ranges.length - 1] = { ...last, count: last.count + count };
    else ranges.push({ phase, first, count });
    first += count;
  }
  return ranges;
}
