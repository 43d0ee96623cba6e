/** What all steps of the lesson share. */

import type { Code, Plan, Step } from '../../components/lesson/lesson.ts';
import type { Value } from '../../components/lesson/value.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Inputs } from './inputs.ts';
import type { Scene } from './scene.ts';
import type { Stop } from './stops.ts';
import type { TextId, texts } from './texts.ts';
import { type Exchange, exchangeOf } from './wire.ts';

type Texts = typeof texts;
export type LessonStep = Step<Texts, Scene>;
export type LessonPlan = Plan<Texts, Scene>;

export interface Snapshot {
  readonly exchange: Exchange;
  readonly frame: Frame;
}

export interface Stuff {
  readonly inputs: Inputs;
  /** Made once for each place that somebody looks at. */
  readonly at: (stop: Stop) => Snapshot;
}

export function stuffOf(inputs: Inputs): Stuff {
  const made = new Map<Stop, Snapshot>();
  return {
    inputs,
    at(stop) {
      const known = made.get(stop);
      if (known) return known;
      const snapshot = { exchange: exchangeOf(stop, inputs), frame: frameOf(stop, inputs) };
      made.set(stop, snapshot);
      return snapshot;
    },
  };
}

interface Extra {
  /** Where it is not the text's. */
  readonly id?: string;
  readonly ask?: LessonStep['ask'];
  readonly onward?: LessonStep['onward'];
  readonly code?: Code;
}

export function step<Id extends TextId>(
  text: Id,
  values: Readonly<Record<Texts[Id][number], Value>>,
  scene: Scene,
  sections: readonly string[],
  { id = text, ask, onward, code }: Extra = {},
): LessonStep {
  return {
    id,
    text,
    values,
    scene,
    sections,
    ...(ask && { ask }),
    ...(onward && { onward }),
    ...(code && { code }),
  } as unknown as LessonStep;
}
