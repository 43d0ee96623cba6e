/** A frame, from two bytes to sixteen bits to names, and on to what they announce; judged by the engine. */

import { defineLesson } from '../../components/lesson/lesson.ts';
import { listed, traceOf } from '../../components/lesson/plan.ts';
import { wholeSteps } from './end-steps.ts';
import { bytesSteps, firstByteSteps } from './first-steps.ts';
import { examples, fields, fresh, type Inputs } from './inputs.ts';
import { restSteps, secondByteSteps } from './rest-steps.ts';
import type { LessonPlan } from './steps.ts';
import { texts } from './texts.ts';
import { workOf } from './work.ts';

function plan(inputs: Inputs): LessonPlan {
  const work = workOf(inputs);
  return traceOf([
    listed('bytes', bytesSteps(work)),
    listed('first', firstByteSteps(work)),
    listed('second', secondByteSteps(work)),
    listed('rest', restSteps(work)),
    listed('whole', wholeSteps(work)),
  ]);
}

export default defineLesson({ fields, texts, examples, fresh, plan });
