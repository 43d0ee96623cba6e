/**
 * What a lesson is. A lesson is a folder of `src/lessons`: see the README there. Everything here is data; the player
 * draws it. A lesson computes nothing itself, it asks the engine.
 */

import type { ComponentType } from 'react';
import type { PhaseRange, Trace } from '../../protocol/bytes/trace.ts';
import type { Language } from '../words/languages.ts';
import type { Field, Fields, InputsOf } from './fields.ts';
import type { Value } from './value.ts';

/** A short text in every language. A missing one is a type error. */
export type Both = Readonly<Record<Language, string>>;

/** What the course map says of a lesson; in the first view of every visitor, so keep it short. */
export interface About {
  /** Place in the course, from 1. */
  readonly number: number;
  readonly title: Both;
  /** One sentence. */
  readonly says: Both;
}

/** Text ids, each with the names of the values that its prose may use. */
export type Texts = Readonly<Record<string, readonly string[]>>;

/** A text and its values, each of them. */
export type Said<T extends Texts> = {
  readonly [Id in keyof T & string]: {
    readonly text: Id;
    readonly values: Readonly<Record<T[Id][number], Value>>;
  };
}[keyof T & string];

/** A question before the answer is shown. It blocks nothing: the next step shows the answer. */
export type Ask =
  | {
      readonly kind: 'choice';
      /** Two to four, exactly one of them right, in the order they are shown. */
      readonly options: readonly AskOption[];
    }
  | { readonly kind: 'byte'; readonly right: number }
  | { readonly kind: 'number'; readonly right: number };

export interface AskOption {
  /** The prose has an `<Answer id>` for each: why it is right or wrong. */
  readonly id: string;
  /** What stands on the button; null where the prose has an `<Option id>` for it. */
  readonly value: Value | null;
  readonly right: boolean;
}

/** A file of code beside the lesson, and the lines (from 1) that do what the step shows. */
export interface Code {
  readonly lines: readonly string[];
  readonly lit: readonly number[];
}

/** A way from a step into another lesson, with inputs for it. Its words are `<Onward>` in the prose. */
export interface Onward {
  readonly lesson: string;
  readonly step: string | null;
  readonly inputs: Readonly<Record<string, string>>;
}

/** One step: enough to draw it and speak of it without looking at any other. */
export type Step<T extends Texts = Texts, Scene = unknown> = Said<T> & {
  /** In links, so never renamed: lower case, digits, hyphens. Unique in the lesson, the same for the same place. */
  readonly id: string;
  /** What the stage draws: plain data. */
  readonly scene: Scene;
  /** Citations such as `RFC 6455 §4.2.2`. */
  readonly sections: readonly string[];
  readonly code?: Code;
  readonly ask?: Ask;
  readonly onward?: Onward;
};

/** The steps for some inputs. Phase ids have their names in the lesson's labels, as `phase-<id>`. */
export type Plan<T extends Texts = Texts, Scene = unknown> = Trace<Step<T, Scene>, PhaseRange>;

/** A starting point: inputs by name. Its name stands in the lesson's labels, as `example-<id>`. */
export interface Example {
  readonly id: string;
  readonly inputs: Readonly<Record<string, string>>;
}

export interface StageProps<Scene> {
  readonly scene: Scene;
}

export interface Lesson<F extends Fields = Fields, T extends Texts = Texts, Scene = unknown> {
  readonly fields: F;
  readonly texts: T;
  /** The first one holds the inputs that a lesson starts with. */
  readonly examples: readonly [Example, ...Example[]];
  /** Fresh inputs, for those who want their own; `random` gives that many random bytes. */
  readonly fresh?: (random: (count: number) => Uint8Array) => Readonly<Record<string, string>>;
  /** Pure, and cheap: steps are made when somebody looks. */
  readonly plan: (inputs: InputsOf<F>) => Plan<T, Scene>;
}

/** Ties the parts of a lesson together, so that its own files are checked against one another. */
export function defineLesson<F extends Record<string, Field>, const T extends Texts, Scene>(
  lesson: Lesson<F, T, Scene>,
): Lesson<F, T, Scene> {
  return lesson;
}

/** Short words of a lesson: labels on its stage, names of phases, examples and fields. */
export type Labels = Readonly<Record<string, Both>>;

/** A lesson as the player gets it, the types of its own parts forgotten. */
export interface LoadedLesson {
  readonly lesson: Lesson;
  readonly Stage: ComponentType<StageProps<unknown>>;
  readonly labels: Labels;
}
