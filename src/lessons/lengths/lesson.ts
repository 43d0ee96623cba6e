/** Payload lengths: three forms, the bytes of the number, what is refused, and the mistakes that are made with them. */

import { defineLesson } from '../../components/lesson/lesson.ts';
import { listed, traceOf } from '../../components/lesson/plan.ts';
import { bugSteps } from './bug-steps.ts';
import { examples, fields, fresh, type Inputs } from './inputs.ts';
import { numberSteps, ruleSteps } from './rule-steps.ts';
import { byteSteps, formSteps, type LessonPlan } from './steps.ts';
import { texts } from './texts.ts';
import { workOf } from './work.ts';

function plan(inputs: Inputs): LessonPlan {
  const work = workOf(inputs);
  return traceOf([
    listed('forms', formSteps(work)),
    listed('bytes', byteSteps(work)),
    listed('rules', ruleSteps(work)),
    listed('numbers', numberSteps(work)),
    listed('bugs', bugSteps(work)),
  ]);
}

export default defineLesson({ fields, texts, examples, fresh, plan });
