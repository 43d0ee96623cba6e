/** permessage-deflate: the offer, RSV1, the tail, DEFLATE bit by bit, and the window that remembers. */

import { defineLesson } from '../../components/lesson/lesson.ts';
import { listed, traceOf } from '../../components/lesson/plan.ts';
import { examples, fields, type Inputs } from './inputs.ts';
import { messageSteps } from './moments.ts';
import type { LessonPlan } from './step.ts';
import { bombSteps, forgetSteps, frameSteps, offerSteps, orderStep, secondSteps } from './steps.ts';
import { texts } from './texts.ts';
import { workOf } from './work.ts';

function plan(inputs: Inputs): LessonPlan {
  const work = workOf(inputs);
  return traceOf([
    listed('offer', offerSteps(work)),
    listed('frame', frameSteps(work)),
    listed('first', [() => orderStep(work), ...messageSteps(work, 'first')]),
    listed('second', [...secondSteps(work), ...messageSteps(work, 'second')]),
    listed('forget', forgetSteps(work)),
    listed('bomb', bombSteps(work)),
  ]);
}

export default defineLesson({ fields, texts, examples, plan });
