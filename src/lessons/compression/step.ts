import type { Plan, Step } from '../../components/lesson/lesson.ts';
import { stepMaker } from '../../components/lesson/step.ts';
import type { Scene } from './scene.ts';
import type { texts } from './texts.ts';
import type { Work } from './work.ts';

export type LessonStep = Step<typeof texts, Scene>;
export type LessonPlan = Plan<typeof texts, Scene>;

/** The same step under the name of its place, where that has another text. */
export function named(id: string, made: LessonStep): LessonStep {
  return { ...made, id };
}

/** A step named like its text. */
export const step = stepMaker<typeof texts, Work, Scene, Scene>((_, scene) => scene);
