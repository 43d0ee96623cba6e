import { type BlockRange, hashRuns, type RoundsRange, stepAt } from '../../components/hash/runs.ts';
import { problem, textField } from '../../components/lesson/fields.ts';
import { defineLesson } from '../../components/lesson/lesson.ts';
import { one, type Run, runsFrom, traceOf } from '../../components/lesson/plan.ts';
import { toBase64 } from '../../protocol/bytes/base64.ts';
import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { GUID } from '../../protocol/hash/accept.ts';
import { traceSha1 } from '../../protocol/hash/sha1-trace.ts';
import { CODES } from './code.ts';
import { loadScene, type Sha1Work } from './scenes.ts';
import { askBit, askExpand, askMove, askRotate, expandStep, roundStep, type Sha1LessonStep } from './steps.ts';
import { texts } from './texts.ts';

/** In bytes. Two blocks at most: with a third there would be nothing new to see. */
const MOST = 119;

function plan({ message }: { readonly message: string }) {
  const bytes = encodeUtf8(message);
  const work: Sha1Work = { message: bytes, trace: traceSha1(bytes) };
  const roundAt = (index: number) => stepAt(work.trace, index, 'round');
  const wordAt = (index: number) => stepAt(work.trace, index, 'expand-word');

  function expand({ first, count, block }: BlockRange): readonly Run<Sha1LessonStep>[] {
    const phase = `expand-${block + 1}`;
    const words = runsFrom(phase, first, (index) => expandStep(work, wordAt(index)));
    if (block > 0) return [words(0, count)];
    // The question comes when the rule has been seen three times.
    return [words(0, 3), one(phase, () => askExpand(work, wordAt(first + 3))), words(3, count)];
  }

  function rounds({ first, count, block, stage }: RoundsRange): readonly Run<Sha1LessonStep>[] {
    const phase = `rounds-${block + 1}-${stage + 1}`;
    const steps = runsFrom(phase, first, (index) => roundStep(work, roundAt(index)));
    const ask = (i: number, make: typeof askBit) => one(phase, () => make(work, roundAt(first + i)));
    if (block === 0 && stage === 0) {
      const [f, rotate, move] = [ask(1, askBit), ask(3, askRotate), ask(4, askMove)];
      return [steps(0, 1), f, steps(1, 3), rotate, steps(3, 4), move, steps(4, count)];
    }
    if (block === 0 && stage === 2) return [steps(0, 1), ask(1, askBit), steps(1, count)];
    return [steps(0, count)];
  }

  return traceOf(
    hashRuns(work, {
      codes: CODES,
      start: ['RFC 3174 §1', 'RFC 6455 §4.2.2'],
      end: ['RFC 6455 §4.2.2', 'RFC 3174 §1'],
      onward: { lesson: 'sha1-handshake', step: null, inputs: {} },
      loadScene: (step, next) => loadScene(work, step, roundAt(next)),
      expand,
      rounds,
    }),
  );
}

const field = textField({
  most: MOST,
  role: 'key',
  width: 60,
  check: (text) => {
    const found = encodeUtf8(text).length;
    return found > MOST ? problem('too-many-bytes', { limit: MOST, found }) : null;
  },
});

/** Digits, over and over. */
function digits(count: number): string {
  return '0123456789'.repeat(12).slice(0, count);
}

export default defineLesson({
  fields: { message: field },
  texts,
  examples: [
    { id: 'rfc', inputs: { message: `dGhlIHNhbXBsZSBub25jZQ==${GUID}` } },
    { id: 'other', inputs: { message: `x3JJHMbDL1EzLkh9GBhXDw==${GUID}` } },
    { id: 'empty', inputs: { message: '' } },
    { id: 'abc', inputs: { message: 'abc' } },
    { id: 'bytes-55', inputs: { message: digits(55) } },
    { id: 'bytes-56', inputs: { message: 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq' } },
    { id: 'bytes-64', inputs: { message: digits(64) } },
  ],
  fresh: (random) => ({ message: toBase64(random(16)) + GUID }),
  plan,
});
