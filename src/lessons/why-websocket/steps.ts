/** How steps of this lesson are made. */

import type { Plan, Step, Texts } from '../../components/lesson/lesson.ts';
import type { Value } from '../../components/lesson/value.ts';
import type { Scene } from './scene.ts';
import type { texts } from './texts.ts';

export type LessonStep = Step<typeof texts, Scene>;
export type LessonPlan = Plan<typeof texts, Scene>;

type Extra = Pick<LessonStep, 'code' | 'ask' | 'onward'>;
type TextId = keyof typeof texts & string;
type ValuesOf<Id extends TextId> = Readonly<Record<((typeof texts)[Id] & Texts[string])[number], Value>>;

/** A step named like its text. */
export function step<Id extends TextId>(
  id: Id,
  values: ValuesOf<Id>,
  scene: Scene,
  sections: readonly string[] = [],
  extra: Extra = {},
): LessonStep {
  return { id, text: id, values, scene, sections, ...extra } as unknown as LessonStep;
}

/** Options of a question, named in the prose, in their order. */
export function choice(right: string, ...ids: readonly string[]): Extra {
  return { ask: { kind: 'choice', options: ids.map((id) => ({ id, value: null, right: id === right })) } };
}
