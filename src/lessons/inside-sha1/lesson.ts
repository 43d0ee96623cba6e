import { one, type Run, runsFrom, traceOf } from '../../components/hash/plan.ts';
import { CommonSteps } from '../../components/hash/steps.ts';
import { loadText } from '../../components/hash/texts.ts';
import { problem, textField } from '../../components/lesson/fields.ts';
import { defineLesson } from '../../components/lesson/lesson.ts';
import { toBase64 } from '../../protocol/bytes/base64.ts';
import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { GUID } from '../../protocol/hash/accept.ts';
import { traceSha1 } from '../../protocol/hash/sha1-trace.ts';
import type { Sha1Step } from '../../protocol/hash/trace.ts';
import { CODES } from './code.ts';
import { loadScene, type Sha1Work } from './scenes.ts';
import { askBit, askExpand, askMove, askRotate, expandStep, roundStep, type Sha1LessonStep } from './steps.ts';
import { texts } from './texts.ts';

/** In bytes. Two blocks at most: with a third there would be nothing new to see. */
const MOST = 119;

/** The steps are the engine's, one for one, with a first and a last one and some questions between. */
function runsOf(message: Uint8Array): Run<Sha1LessonStep>[] {
  const trace = traceSha1(message);
  const work: Sha1Work = { message, trace };
  const common = new CommonSteps(work, CODES);
  const at = <Kind extends Sha1Step['kind']>(index: number, kind: Kind): Extract<Sha1Step, { kind: Kind }> => {
    const step = trace.step(index);
    if (step?.kind !== kind) throw new Error(`step ${index} is no ${kind}`);
    return step as Extract<Sha1Step, { kind: Kind }>;
  };
  const last = trace.stepCount - 1;
  const runs: Run<Sha1LessonStep>[] = [
    one('start', () => common.start(['RFC 3174 §1', 'RFC 6455 §4.2.2'])),
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
      const words = runsFrom<Sha1LessonStep>(phase, first, (index) => common.word(at(index, 'read-word')));
      const ask = block === 0 ? common.askEndian(at(first + 1, 'read-word')) : null;
      runs.push(words(0, 1), ...(ask ? [one(phase, () => ask)] : []), words(1, count));
    } else if (range.phase === 'expand') {
      const phase = `expand-${name}`;
      const words = runsFrom<Sha1LessonStep>(phase, first, (index) => expandStep(work, at(index, 'expand-word')));
      // The question comes when the rule has been seen three times.
      if (block > 0) runs.push(words(0, count));
      else
        runs.push(
          words(0, 3),
          one(phase, () => askExpand(work, at(first + 3, 'expand-word'))),
          words(3, count),
        );
    } else if (range.phase === 'load') {
      runs.push(
        one(`rounds-${name}-1`, () => {
          const step = at(first, 'load');
          return { ...common.load(step), ...loadText(step), scene: loadScene(work, step, at(first + 1, 'round')) };
        }),
      );
    } else if (range.phase === 'rounds') {
      const phase = `rounds-${name}-${range.stage + 1}`;
      const rounds = runsFrom(phase, first, (index) => roundStep(work, at(index, 'round')));
      const ask = (i: number, make: typeof askBit) => one(phase, () => make(work, at(first + i, 'round')));
      if (block === 0 && range.stage === 0) {
        runs.push(rounds(0, 1), ask(1, askBit), rounds(1, 3), ask(3, askRotate), rounds(3, 4), ask(4, askMove));
        runs.push(rounds(4, count));
      } else if (block === 0 && range.stage === 2) {
        runs.push(rounds(0, 1), ask(1, askBit), rounds(1, count));
      } else runs.push(rounds(0, count));
    } else {
      if (block === 0) runs.push(one(`fold-${name}`, () => common.askFold(at(first, 'fold'))));
      runs.push(one(`fold-${name}`, () => common.fold(at(first, 'fold'))));
    }
  }
  runs.push(
    one('digest', () => common.digest(at(last, 'write-digest'))),
    one('digest', () => ({
      ...common.end(['RFC 6455 §4.2.2', 'RFC 3174 §1']),
      onward: { lesson: 'sha1-handshake', step: null, inputs: {} },
    })),
  );
  return runs;
}

const field = textField({
  most: MOST,
  role: 'key',
  width: 60,
  check: (text) => {
    const found = encodeUtf8(text).length;
    return found > MOST ? problem('too-long', { limit: MOST, found }) : null;
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
  plan: ({ message }) => traceOf(runsOf(encodeUtf8(message))),
});
