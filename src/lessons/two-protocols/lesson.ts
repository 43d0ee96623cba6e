/** One connection, two protocols: TCP, a request, 101, frames. Everything shown is written and judged by the engine. */

import { defineLesson } from '../../components/lesson/lesson.ts';
import { listed, traceOf } from '../../components/lesson/plan.ts';
import { answerSteps } from './answer-steps.ts';
import { frameSteps } from './frame-steps.ts';
import { examples, fields, fresh, type Inputs } from './inputs.ts';
import { refusalSteps } from './refusal-steps.ts';
import { openingSteps, requestSteps } from './request-steps.ts';
import type { LessonPlan } from './steps.ts';
import { texts } from './texts.ts';
import { wireOf } from './wire.ts';

function plan(inputs: Inputs): LessonPlan {
  const stuff = { inputs, wire: wireOf(inputs) };
  return traceOf([
    listed('tcp', openingSteps(stuff)),
    listed('request', requestSteps(stuff)),
    listed('answer', answerSteps(stuff)),
    listed('frames', frameSteps(stuff)),
    listed('refusals', refusalSteps(stuff)),
  ]);
}

export default defineLesson({ fields, texts, examples, fresh, plan });
