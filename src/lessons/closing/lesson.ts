/** Ping, pong and the closing handshake: two ends as state machines, and the map of the close codes. */

import { defineLesson } from '../../components/lesson/lesson.ts';
import { listed, traceOf } from '../../components/lesson/plan.ts';
import { closeSteps } from './close-steps.ts';
import { examples, fields, type Inputs } from './inputs.ts';
import { beatSteps, codeSteps, type LessonPlan, reportSteps, startSteps } from './steps.ts';
import { texts } from './texts.ts';
import { workOf } from './work.ts';

function plan(inputs: Inputs): LessonPlan {
  const work = workOf(inputs);
  return traceOf([
    listed('start', startSteps(work)),
    listed('beat', beatSteps(work)),
    listed('close', closeSteps(work)),
    listed('report', reportSteps(work)),
    listed('codes', codeSteps(work)),
  ]);
}

export default defineLesson({ fields, texts, examples, plan });
