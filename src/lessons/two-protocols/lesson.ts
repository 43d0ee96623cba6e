/** One connection, two protocols: TCP, a request, 101, frames. Everything shown is written and judged by the engine. */

import { defineLesson } from '../../components/lesson/lesson.ts';
import { listed } from '../../components/lesson/listed.ts';
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
  return listed([
    { phase: 'tcp', steps: openingSteps(stuff) },
    { phase: 'request', steps: requestSteps(stuff) },
    { phase: 'answer', steps: answerSteps(stuff) },
    { phase: 'frames', steps: frameSteps(stuff) },
    { phase: 'refusals', steps: refusalSteps(stuff) },
  ]);
}

export default defineLesson({ fields, texts, examples, fresh, plan });
