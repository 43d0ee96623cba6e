import { defineLesson } from '../../components/lesson/lesson.ts';
import { one, traceOf } from '../../components/lesson/plan.ts';
import { examples, fresh } from './examples.ts';
import { fields } from './fields.ts';
import { acceptSteps, checkSteps, responseSteps } from './steps/answer.ts';
import { doctorSteps } from './steps/doctor.ts';
import { hashSteps, joinSteps } from './steps/join.ts';
import { keySteps } from './steps/key.ts';
import { endSteps, meaningSteps } from './steps/meaning.ts';
import { texts } from './texts.ts';
import type { Inputs } from './work.ts';
import { workOf } from './work.ts';

const PARTS = [
  keySteps,
  joinSteps,
  hashSteps,
  acceptSteps,
  responseSteps,
  checkSteps,
  meaningSteps,
  doctorSteps,
  endSteps,
] as const;

export default defineLesson({ fields, texts, examples, fresh, plan });

function plan(inputs: Inputs) {
  const work = workOf(inputs);
  const drafts = PARTS.flatMap((part) => part(work));
  return traceOf(drafts.map(({ phase, id, make }) => one(phase, () => ({ id, ...make() }))));
}
