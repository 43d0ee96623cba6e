/** The Flash years and hixie-75: the policy, a reply compared byte for byte, frames between 00 and FF. */

import { defineLesson } from '../../components/lesson/lesson.ts';
import { listed } from '../../components/lesson/listed.ts';
import { flashSteps, requestSteps } from './flash-steps.ts';
import { afterSteps, frameSteps } from './frame-steps.ts';
import { examples, fields, type Inputs } from './inputs.ts';
import { proofSteps, replySteps } from './reply-steps.ts';
import type { LessonPlan } from './steps.ts';
import { texts } from './texts.ts';
import { wireOf } from './wire.ts';

function plan(inputs: Inputs): LessonPlan {
  const stuff = { inputs, wire: wireOf(inputs) };
  return listed([
    { phase: 'flash', steps: flashSteps(stuff) },
    { phase: 'request', steps: requestSteps(stuff) },
    { phase: 'reply', steps: replySteps(stuff) },
    { phase: 'proof', steps: proofSteps(stuff) },
    { phase: 'frames', steps: frameSteps(stuff) },
    { phase: 'after', steps: afterSteps(stuff) },
  ]);
}

export default defineLesson({ fields, texts, examples, plan });
