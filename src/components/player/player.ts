/** What follows from the choices: inputs as the lesson reads them, its steps, and the one that is on show. */

import { createContext, useContext } from 'react';
import type { CourseEntry, ProseModule } from '../lesson/course.ts';
import type { Fields } from '../lesson/fields.ts';
import type { Lesson, LoadedLesson, Plan, Step } from '../lesson/lesson.ts';

/** The texts of all inputs: those given, and the first example's for the rest. */
export function inputTexts(lesson: Lesson, given: Readonly<Record<string, string>>): Record<string, string> {
  const all = { ...lesson.examples[0].inputs, ...given };
  return Object.fromEntries(Object.keys(lesson.fields).map((name) => [name, all[name] ?? '']));
}

/** Names of inputs that cannot be read or that the lesson does not have. */
export function unreadable(fields: Fields, given: Readonly<Record<string, string>>): string[] {
  return Object.entries(given)
    .filter(([name, text]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return field === undefined || !('value' in field.read(text));
    })
    .map(([name]) => name);
}

/** Values of the inputs; a text that cannot be read counts as the first example's. */
export function inputValues(lesson: Lesson, given: Readonly<Record<string, string>>): Record<string, unknown> {
  const texts = inputTexts(lesson, given);
  return Object.fromEntries(
    Object.entries(lesson.fields).map(([name, field]) => {
      const read = field.read(texts[name] ?? '');
      if ('value' in read) return [name, read.value];
      const start = field.read(lesson.examples[0].inputs[name] ?? '');
      if ('value' in start) return [name, start.value];
      throw new Error(`the first example's ${name} cannot be read`);
    }),
  );
}

export function planOf(lesson: Lesson, given: Readonly<Record<string, string>>): Plan {
  return lesson.plan(inputValues(lesson, given) as never);
}

const known = new WeakMap<Plan, (string | undefined)[]>();

/** Id of a step. Drawing one only for its id is dear: each is drawn once. */
function idAt(plan: Plan, index: number): string | undefined {
  const ids = known.get(plan) ?? [];
  known.set(plan, ids);
  if (!(index in ids)) ids[index] = plan.step(index)?.id;
  return ids[index];
}

/** Where a step is: at `index` where it was, or elsewhere since the inputs changed; the nearest place if it is gone. */
export function indexOf(plan: Plan, step: string | null, index: number): number {
  const nearest = Math.max(0, Math.min(index, plan.stepCount - 1));
  if (step === null || idAt(plan, nearest) === step) return nearest;
  for (let i = 0; i < plan.stepCount; i += 1) if (idAt(plan, i) === step) return i;
  return nearest;
}

/**
 * Where one stands when the inputs change: at the same step, or, where the new plan has no such step, at the last one
 * before it that it has. So a key that fails shows where it fails, and not some other place that comes as far in.
 */
export function stay(before: Plan, index: number, after: Plan): number {
  const here = idAt(before, index);
  if (here !== undefined && idAt(after, index) === here) return index;
  const places = new Map(Array.from({ length: after.stepCount }, (_, i) => [idAt(after, i), i] as const));
  for (let i = index; i >= 0; i -= 1) {
    const place = places.get(idAt(before, i));
    if (place !== undefined) return place;
  }
  return 0;
}

export interface Player {
  readonly entry: CourseEntry;
  readonly loaded: LoadedLesson;
  readonly prose: ProseModule;
  readonly plan: Plan;
  readonly index: number;
  readonly step: Step;
  /** Goes to a step by its index; one outside is the nearest. */
  readonly go: (index: number) => void;
  /** Takes other inputs, all of them readable. */
  readonly change: (inputs: Readonly<Record<string, string>>) => void;
}

const Context = createContext<Player | null>(null);

export const PlayerProvider = Context.Provider;

/** The lesson on show. Only inside the player. */
export function usePlayer(): Player {
  const player = useContext(Context);
  if (player === null) throw new Error('no player around');
  return player;
}
