import { expect, test } from 'vitest';
import { startOf } from '../../../src/components/learn/start.ts';
import { type ReadPlace, readPlace } from '../../../src/components/player/link.ts';
import { LESSON } from '../player/lesson.ts';

const at = (hash: string) => readPlace(hash) as ReadPlace;
const LAST = { step: 'byte-2', inputs: { message: '48 65 6c' }, index: 2, count: 5, finished: false };

test('a lesson opens where one was last', () => {
  expect(startOf(LESSON, at('#/learn/a'), LAST)).toMatchObject({
    step: 'byte-2',
    index: 2,
    inputs: LAST.inputs,
    unusable: [],
  });
});

test('a lesson never opened begins with its first step', () => {
  expect(startOf(LESSON, at('#/learn/a'), null)).toMatchObject({ step: 'intro', index: 0, inputs: {} });
});

test('a link that asks for something does not look at what was last', () => {
  expect(startOf(LESSON, at('#/learn/a/end'), LAST)).toMatchObject({ step: 'end', index: 6, inputs: {} });
  expect(startOf(LESSON, at('#/learn/a/v1/message=00'), LAST)).toMatchObject({
    step: 'intro',
    inputs: { message: '00' },
  });
});

test('what another version remembered and this one cannot use is passed over, without a word', () => {
  const last = { ...LAST, step: 'gone', inputs: { message: 'zz', other: 'x', ends: 'none' } };
  expect(startOf(LESSON, at('#/learn/a'), last)).toMatchObject({
    step: 'byte-2',
    index: 2,
    inputs: { ends: 'none' },
    unusable: [],
  });
});

test('what a link asks for and cannot be used is said', () => {
  const hash = '#/learn/a/byte-9/v1/message=zz&constructor=x&ends=none&half';
  expect(startOf(LESSON, at(hash), LAST)).toMatchObject({
    step: 'intro',
    inputs: { ends: 'none' },
    unusable: ['half', 'message', 'constructor', 'step'],
  });
});

test('a link into a presentation goes on where one was', () => {
  expect(startOf(LESSON, at('#/learn/a/v1/notes=abcd'), LAST)).toMatchObject({
    step: 'byte-2',
    mode: 'notes',
    session: 'abcd',
  });
});
