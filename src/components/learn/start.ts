import type { Lesson } from '../lesson/lesson.ts';
import type { ReadPlace } from '../player/link.ts';
import { indexOf, planOf, unreadable } from '../player/player.ts';
import type { Learn } from '../player/store.ts';
import type { Progress } from './progress.ts';

/**
 * Where a lesson opens: at the place a link asks for, or else where one was last. What cannot be used of a link is said;
 * of what was remembered, perhaps by another version, it is passed over.
 */
export function startOf(
  lesson: Lesson,
  place: ReadPlace,
  last: Progress | null,
): Pick<Learn, 'step' | 'index' | 'inputs' | 'mode' | 'session' | 'unusable'> {
  const { mode, session } = place;
  const asked = place.step !== null || Object.keys(place.inputs).length > 0;
  const from = asked || last === null ? { ...place, index: 0 } : last;
  const bad = unreadable(lesson.fields, from.inputs);
  const inputs = Object.fromEntries(Object.entries(from.inputs).filter(([name]) => !bad.includes(name)));
  const plan = planOf(lesson, inputs);
  const index = indexOf(plan, from.step, from.index);
  const step = plan.step(index)?.id ?? null;
  const lost = asked ? [...bad, ...(place.step !== null && place.step !== step ? ['step'] : [])] : [];
  return { step, index, inputs, mode, session, unusable: [...new Set([...place.unusable, ...lost])] };
}
