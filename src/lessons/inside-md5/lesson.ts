import { one, type Run, runsFrom, traceOf } from '../../components/hash/plan.ts';
import { CommonSteps } from '../../components/hash/steps.ts';
import { loadText } from '../../components/hash/texts.ts';
import { bytesField } from '../../components/lesson/fields.ts';
import { defineLesson } from '../../components/lesson/lesson.ts';
import { toHex } from '../../protocol/bytes/hex.ts';
import { traceMd5 } from '../../protocol/hash/md5-trace.ts';
import type { Md5Step } from '../../protocol/hash/trace.ts';
import { CODES } from './code.ts';
import { loadScene, type Md5Work } from './scenes.ts';
import { askF, askRotate, askWord, type Md5LessonStep, roundStep } from './steps.ts';
import { texts } from './texts.ts';

/** Two blocks at most: with a third there would be nothing new to see. */
const MOST = 119;

/** The steps are the engine's, one for one, with a first and a last one and some questions between. */
function runsOf(message: Uint8Array): Run<Md5LessonStep>[] {
  const trace = traceMd5(message);
  const work: Md5Work = { message, trace };
  const common = new CommonSteps(work, CODES);
  const at = <Kind extends Md5Step['kind']>(index: number, kind: Kind): Extract<Md5Step, { kind: Kind }> => {
    const step = trace.step(index);
    if (step?.kind !== kind) throw new Error(`step ${index} is no ${kind}`);
    return step as Extract<Md5Step, { kind: Kind }>;
  };
  const last = trace.stepCount - 1;
  const runs: Run<Md5LessonStep>[] = [
    one('start', () => common.start(['RFC 1321 §1', 'draft-hixie-76 §5.2'])),
    one('pad', () => common.pad(at(0, 'copy-message'))),
    one('pad', () => common.pad(at(1, 'append-one-bit'))),
    one('pad', () => common.askBlocks(at(1, 'append-one-bit'))),
    one('pad', () => common.pad(at(2, 'append-zeros'))),
    one('pad', () => common.pad(at(3, 'append-length'))),
    one('pad', () => common.border(at(3, 'append-length'))),
  ];
  for (const range of trace.outline()) {
    if (!('block' in range)) continue;
    const { first, count, block } = range;
    const name = block + 1;
    if (range.phase === 'read') {
      const phase = `words-${name}`;
      const words = runsFrom<Md5LessonStep>(phase, first, (index) => common.word(at(index, 'read-word')));
      const ask = block === 0 ? common.askEndian(at(first + 1, 'read-word')) : null;
      runs.push(words(0, 1), ...(ask ? [one(phase, () => ask)] : []), words(1, count));
    } else if (range.phase === 'load') {
      runs.push(
        one(`rounds-${name}-1`, () => {
          const step = at(first, 'load');
          return { ...common.load(step), ...loadText(step), scene: loadScene(work, step, at(first + 1, 'round')) };
        }),
      );
    } else if (range.phase === 'rounds') {
      const phase = `rounds-${name}-${range.stage + 1}`;
      const steps = runsFrom(phase, first, (index) => roundStep(work, at(index, 'round')));
      if (block === 0 && range.stage === 0) {
        runs.push(steps(0, 1));
        runs.push(one(phase, () => askF(work, at(first + 1, 'round'))));
        runs.push(steps(1, 3));
        runs.push(one(phase, () => askRotate(work, at(first + 3, 'round'))));
        runs.push(steps(3, count));
      } else if (block === 0 && range.stage === 1) {
        runs.push(steps(0, 1));
        runs.push(one(phase, () => askWord(work, at(first + 1, 'round'), at(first, 'round').k)));
        runs.push(steps(1, count));
      } else runs.push(steps(0, count));
    } else {
      if (block === 0) runs.push(one(`fold-${name}`, () => common.askFold(at(first, 'fold'))));
      runs.push(one(`fold-${name}`, () => common.fold(at(first, 'fold'))));
    }
  }
  runs.push(
    one('digest', () => common.digest(at(last, 'write-digest'))),
    one('digest', () => ({
      ...common.end(['draft-hixie-76 §1.3', 'draft-hixie-76 §5.2']),
      onward: { lesson: 'sha1-handshake', step: null, inputs: {} },
    })),
  );
  return runs;
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
  plan: ({ message }) => traceOf(runsOf(message)),
});
