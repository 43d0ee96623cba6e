/** The drafts, one after another, and what came after: the same message in each, written by the engine. */

import { defineLesson } from '../../components/lesson/lesson.ts';
import { listed, traceOf } from '../../components/lesson/plan.ts';
import { binarySteps, hixieSteps } from './early-steps.ts';
import { examples, fields, fresh, type Inputs } from './inputs.ts';
import { afterSteps, eightSteps, thirteenSteps } from './late-steps.ts';
import { nonceSteps, simplerSteps } from './mask-steps.ts';
import { type LessonPlan, stuffOf } from './steps.ts';
import { texts } from './texts.ts';

function plan(inputs: Inputs): LessonPlan {
  const stuff = stuffOf(inputs);
  return traceOf([
    listed('hixie', hixieSteps(stuff)),
    listed('binary', binarySteps(stuff)),
    listed('nonce', nonceSteps(stuff)),
    listed('simpler', simplerSteps(stuff)),
    listed('eight', eightSteps(stuff)),
    listed('thirteen', thirteenSteps(stuff)),
    listed('after', afterSteps(stuff)),
  ]);
}

export default defineLesson({ fields, texts, examples, fresh, plan });
