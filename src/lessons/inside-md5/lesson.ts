import { hashRuns, type RoundsRange, stepAt } from '../../components/hash/runs.ts';
import { bytesField } from '../../components/lesson/fields.ts';
import { defineLesson } from '../../components/lesson/lesson.ts';
import { one, type Run, runsFrom, traceOf } from '../../components/lesson/plan.ts';
import { toHex } from '../../protocol/bytes/hex.ts';
import { traceMd5 } from '../../protocol/hash/md5-trace.ts';
import type { Md5Round } from '../../protocol/hash/trace.ts';
import { CODES } from './code.ts';
import { loadScene, type Md5Work } from './scenes.ts';
import { askF, askRotate, askWord, type Md5LessonStep, roundStep } from './steps.ts';
import { texts } from './texts.ts';

/** Two blocks at most: with a third there would be nothing new to see. */
const MOST = 119;

function plan({ message }: { readonly message: Uint8Array }) {
  const work: Md5Work = { message, trace: traceMd5(message) };
  const roundAt = (index: number) => stepAt(work.trace, index, 'round');

  function rounds({ first, count, block, stage }: RoundsRange): readonly Run<Md5LessonStep>[] {
    const phase = `rounds-${block + 1}-${stage + 1}`;
    const steps = runsFrom(phase, first, (index) => roundStep(work, roundAt(index)));
    const ask = (i: number, make: (step: Md5Round) => Md5LessonStep) => one(phase, () => make(roundAt(first + i)));
    if (block === 0 && stage === 0) {
      const [f, rotate] = [ask(1, (step) => askF(work, step)), ask(3, (step) => askRotate(work, step))];
      return [steps(0, 1), f, steps(1, 3), rotate, steps(3, count)];
    }
    if (block === 0 && stage === 1) {
      return [steps(0, 1), ask(1, (step) => askWord(work, step, roundAt(first).k)), steps(1, count)];
    }
    return [steps(0, count)];
  }

  return traceOf(
    hashRuns(work, {
      codes: CODES,
      start: ['RFC 1321 §1', 'draft-hixie-76 §5.2'],
      end: ['draft-hixie-76 §1.3', 'draft-hixie-76 §5.2'],
      onward: { lesson: 'sha1-handshake', step: null, inputs: {} },
      loadScene: (step, next) => loadScene(work, step, roundAt(next)),
      expand: null,
      rounds,
    }),
  );
}

/** `count` bytes that count up from 1. */
function counting(count: number): string {
  return spaced(Uint8Array.from({ length: count }, (_, i) => i + 1));
}

function spaced(bytes: Uint8Array): string {
  return toHex(bytes).replace(/..(?=.)/g, '$& ');
}

export default defineLesson({
  fields: { message: bytesField({ most: MOST, role: 'key', width: 50 }) },
  texts,
  examples: [
    { id: 'hixie-b', inputs: { message: '09 47 fa 63 0a 55 10 d3 54 6d 5b 4b 20 54 32 75' } },
    { id: 'hixie-a', inputs: { message: '31 6e 41 13 0f 7e d6 3c 5e 6e 3a 64 73 5b 34 55' } },
    { id: 'empty', inputs: { message: '' } },
    { id: 'abc', inputs: { message: '61 62 63' } },
    { id: 'bytes-55', inputs: { message: counting(55) } },
    { id: 'bytes-56', inputs: { message: counting(56) } },
    { id: 'bytes-64', inputs: { message: counting(64) } },
  ],
  fresh: (random) => ({ message: spaced(random(16)) }),
  plan,
});
