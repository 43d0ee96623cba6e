import type { PyValue, Step } from './runtime/answer.ts';

/** What one sees of a step, beside the one before. */

export interface Variable {
  readonly name: string;
  readonly value: PyValue;
  /** What it was when this function last was at a line; null where it is as it was, or new. */
  readonly was: PyValue | null;
  readonly isNew: boolean;
}

/** The step before, in the same run of the same function; null for its first. */
function before(steps: readonly Step[], index: number): Step | null {
  const now = steps[index];
  if (now === undefined) return null;
  for (let i = index - 1; i >= 0; i -= 1) {
    const step = steps[i] as Step;
    if (step.call !== now.call || step.depth < now.depth) return null;
    if (step.depth === now.depth) return step.function === now.function && step.event === 'line' ? step : null;
  }
  return null;
}

const same = (a: PyValue, b: PyValue) => a.type === b.type && a.text === b.text && a.length === b.length;

export function variablesAt(steps: readonly Step[], index: number): readonly Variable[] {
  const last = before(steps, index);
  const known = new Map(last?.names ?? []);
  return (steps[index]?.names ?? []).map(([name, value]) => {
    const was = known.get(name);
    const changed = was !== undefined && !same(was, value);
    return { name, value, was: changed ? was : null, isNew: last !== null && was === undefined };
  });
}

/** Which lines are lit: the one that runs next, or ends the call, and the one that ran just before. */
export function linesAt(steps: readonly Step[], index: number): { readonly next?: number; readonly just?: number } {
  const step = steps[index];
  if (step === undefined) return {};
  const last = steps[index - 1];
  const just = last !== undefined && last.call === step.call && last.event === 'line' ? { just: last.line } : {};
  return { next: step.line, ...just };
}

/** Bytes that the line before this step looked at. */
export function touchedAt(steps: readonly Step[], index: number): readonly (readonly [number, number])[] {
  const [last, step] = [steps[index - 1], steps[index]];
  return last !== undefined && step !== undefined && last.call === step.call ? last.touched : [];
}

/** A number as one reads a byte: 129 is 0x81, 10000001 in bits. Null where that does not help. */
export function asByte({ type, text }: PyValue): string | null {
  const value = type === 'int' && /^\d{1,3}$/.test(text) ? Number(text) : -1;
  if (value < 2 || value > 255) return null;
  return `0x${value.toString(16).padStart(2, '0')} · 0b${value
    .toString(2)
    .padStart(8, '0')
    .replace(/^(.{4})/, '$1_')}`;
}
