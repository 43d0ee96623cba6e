/** A server in Python: the real file beside the bytes, and the parser that is copied from page to page. */

import { defineLesson } from '../../components/lesson/lesson.ts';
import { one, traceOf } from '../../components/lesson/plan.ts';
import { endSteps } from './end-steps.ts';
import { examples, fields, fresh, type Inputs } from './inputs.ts';
import { type LessonPlan, serverSteps, startSteps } from './steps.ts';
import { texts } from './texts.ts';
import { workOf } from './work.ts';
import { wrongSteps } from './wrong-steps.ts';

const PARTS = [startSteps, serverSteps, wrongSteps, endSteps] as const;

function plan(inputs: Inputs): LessonPlan {
  const work = workOf(inputs);
  return traceOf(PARTS.flatMap((part) => part(work)).map(({ phase, make }) => one(phase, make)));
}

export default defineLesson({ fields, texts, examples, fresh, plan });
