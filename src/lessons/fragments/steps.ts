/** How steps of this lesson are made. */

import type { Plan, Step } from '../../components/lesson/lesson.ts';
import type { InputName, Scene, Verdict } from './scene.ts';
import type { texts } from './texts.ts';
import type { Work } from './wire.ts';

export type LessonStep = Step<typeof texts, Scene>;
export type LessonPlan = Plan<typeof texts, Scene>;

/** A step that is made when somebody looks. */
export interface Planned {
  readonly phase: 'frames' | 'ping' | 'faults' | 'text' | 'tcp' | 'end';
  readonly make: () => LessonStep;
}

const MESSAGE_INPUTS: readonly InputName[] = ['message', 'cuts', 'ping', 'sender'];

export function sceneOf(
  { stream }: Work,
  board: Scene['board'],
  verdict: Verdict | null = null,
  inputs: readonly InputName[] = MESSAGE_INPUTS,
): Scene {
  return { inputs, most: stream.length, board, verdict };
}
