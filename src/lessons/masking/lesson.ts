/** Masking: who does it, how, how it goes wrong, and what it is for. Every value is the engine's. */

import type { Plan } from '../../components/lesson/lesson.ts';
import { defineLesson } from '../../components/lesson/lesson.ts';
import { listed, traceOf } from '../../components/lesson/plan.ts';
import { attackSteps, defenceSteps } from './attack-steps.ts';
import { knownSteps, readSteps, undoSteps } from './back-steps.ts';
import { factsOf } from './facts.ts';
import { examples, fields, fresh, type Inputs } from './inputs.ts';
import { meaningSteps } from './meaning-steps.ts';
import type { Scene } from './scene.ts';
import { texts } from './texts.ts';
import { keySteps, whoSteps } from './who-steps.ts';
import { xorRuns } from './xor-steps.ts';

function plan(inputs: Inputs): Plan<typeof texts, Scene> {
  const facts = factsOf(inputs);
  return traceOf([
    listed('who', whoSteps(facts)),
    listed('key', keySteps(facts)),
    ...xorRuns(facts),
    listed('undo', undoSteps(facts)),
    listed('reads', readSteps(facts)),
    listed('known', knownSteps(facts)),
    listed('attack', attackSteps(facts)),
    listed('defence', defenceSteps(facts)),
    listed('meaning', meaningSteps(facts)),
  ]);
}

export default defineLesson({ fields, texts, examples, fresh, plan });
