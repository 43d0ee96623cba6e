/** The Flash years and hixie-75: the policy, a reply compared byte for byte, frames between 00 and FF. */

import { defineLesson } from '../../components/lesson/lesson.ts';
import { listed, traceOf } from '../../components/lesson/plan.ts';
import { flashSteps, requestSteps } from './flash-steps.ts';
import { afterSteps, frameSteps } from './frame-steps.ts';
import { examples, fields, type Inputs } from './inputs.ts';
import { proofSteps, replySteps } from './reply-steps.ts';
import type { LessonPlan } from './steps.ts';
import { texts } from './texts.ts';
import { wireOf } from './wire.ts';

function plan(inputs: Inputs): LessonPlan {
  const stuff = { inputs, wire: wireOf(inputs) };
  return traceOf([
    listed('flash', flashSteps(stuff)),
    listed('request', requestSteps(stuff)),
    listed('reply', replySteps(stuff)),
    listed('proof', proofSteps(stuff)),
    listed('frames', frameSteps(stuff)),
    listed('after', afterSteps(stuff)),
  ]);
}

export default defineLesson({ fields, texts, examples, plan });
