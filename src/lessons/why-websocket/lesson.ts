/** Why WebSocket: one stream of events, delivered in four ways, and what each of them costs. */

import { defineLesson } from '../../components/lesson/lesson.ts';
import { listed, traceOf } from '../../components/lesson/plan.ts';
import { countSteps, headSteps } from './byte-steps.ts';
import { chooseSteps, claimSteps, clientSteps } from './cost-steps.ts';
import { examples, fields, fresh, type Inputs } from './inputs.ts';
import { hadSteps, longSteps, shortSteps } from './poll-steps.ts';
import { socketSteps, streamSteps, togetherSteps } from './push-steps.ts';
import type { LessonPlan } from './steps.ts';
import { texts } from './texts.ts';
import { workOf } from './work.ts';

function plan(inputs: Inputs): LessonPlan {
  const work = workOf(inputs);
  return traceOf([
    listed('had', hadSteps(work)),
    listed('short', shortSteps(work)),
    listed('long', longSteps(work)),
    listed('stream', streamSteps(work)),
    listed('socket', socketSteps(work)),
    listed('together', togetherSteps(work)),
    listed('bytes', [...headSteps(work), ...countSteps(work)]),
    listed('cost', [...clientSteps(work), ...claimSteps()]),
    listed('choose', chooseSteps(work)),
  ]);
}

export default defineLesson({ fields, texts, examples, fresh, plan });
