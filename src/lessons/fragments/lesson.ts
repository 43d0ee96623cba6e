/** Messages and fragments: frames becoming messages, text across frames, and frames across TCP segments. */

import { defineLesson } from '../../components/lesson/lesson.ts';
import { one, traceOf } from '../../components/lesson/plan.ts';
import { endSteps } from './end-steps.ts';
import { faultSteps } from './fault-steps.ts';
import { frameSteps } from './frame-steps.ts';
import { examples, fields, fresh, type Inputs } from './inputs.ts';
import { pingSteps } from './ping-steps.ts';
import type { LessonPlan } from './steps.ts';
import { tcpSteps } from './tcp-steps.ts';
import { textSteps } from './text-steps.ts';
import { texts } from './texts.ts';
import { workOf } from './wire.ts';

const PARTS = [frameSteps, pingSteps, faultSteps, textSteps, tcpSteps, endSteps] as const;

function plan(inputs: Inputs): LessonPlan {
  const work = workOf(inputs);
  return traceOf(PARTS.flatMap((part) => part(work)).map(({ phase, make }) => one(phase, make)));
}

export default defineLesson({ fields, texts, examples, fresh, plan });
