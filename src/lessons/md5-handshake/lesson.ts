/** Lesson 4. The steps follow a server through a request, then look at the other end of the wire, then at a trap. */

import { defineLesson, type Plan } from '../../components/lesson/lesson.ts';
import { one, traceOf } from '../../components/lesson/plan.ts';
import { refusalSteps, responseSteps, whySteps } from './exchange.ts';
import { type Facts, type Inputs, lookAt } from './facts.ts';
import { examples, fields, fresh } from './inputs.ts';
import { numberSteps, scanSteps } from './keys.ts';
import { makeSteps } from './make.ts';
import type { Scene } from './scene.ts';
import { challengeSteps, endSteps } from './steps.ts';
import { type LessonTexts, type Planned, texts } from './texts.ts';
import { trapSteps } from './trap.ts';

function stepsOf(facts: Facts): readonly Planned[] {
  const { key1, key2, challenge, refused, seed } = facts;
  const read = [...scanSteps(facts, key1), ...numberSteps(facts, key1)];
  if (refused !== key1) read.push(...scanSteps(facts, key2), ...numberSteps(facts, key2));
  const after = challenge
    ? [...challengeSteps(facts, challenge), ...responseSteps(facts, challenge.answer)]
    : refused
      ? refusalSteps(facts, refused)
      : [];
  const trap = challenge ? trapSteps(facts, challenge) : [];
  return [...whySteps(facts), ...read, ...after, ...makeSteps(seed), ...trap, ...endSteps(facts)];
}

function plan(inputs: Inputs): Plan<LessonTexts, Scene> {
  return traceOf(stepsOf(lookAt(inputs)).map(({ phase, make }) => one(phase, make)));
}

export default defineLesson({ fields, texts, examples, fresh, plan });
