import { expect, test } from 'vitest';
import { codeOf } from '../../../src/components/lesson/code.ts';
import { labelIn } from '../../../src/components/lesson/labels.ts';
import { listed } from '../../../src/components/lesson/listed.ts';

const LABELS = { count: { en: '{n} of {all}', zh: '共 {all}，第 {n}' } };

test('a label is filled in, in either language', () => {
  expect(labelIn(LABELS, 'en', 'count', { n: 1, all: '{n}' })).toBe('1 of {n}');
  expect(labelIn(LABELS, 'zh', 'count', { n: 1, all: 2 })).toBe('共 2，第 1');
});

test('a label that is not there is a mistake in the lesson', () => {
  expect(() => labelIn(LABELS, 'en', 'other')).toThrow('no label: other');
});

test('lines of code are found by their text, and a line that is gone is a mistake in the lesson', () => {
  const source = 'def f(x):\n    y = x\n    return y\n';
  expect(codeOf(source, 'return y', 'y = x').lit).toEqual([3, 2]);
  expect(() => codeOf(source, 'return x')).toThrow('no such line: return x');
});

test('listed steps are made when somebody looks, and phases without steps are left out', () => {
  const made: string[] = [];
  const step = (id: string) => () => {
    made.push(id);
    return id;
  };
  const plan = listed([
    { phase: 'a', steps: [step('one')] },
    { phase: 'b', steps: [] },
    { phase: 'c', steps: [step('two'), step('three')] },
  ]);
  expect(plan.outline()).toEqual([
    { phase: 'a', first: 0, count: 1 },
    { phase: 'c', first: 1, count: 2 },
  ]);
  expect([plan.step(1), plan.step(3), plan.step(-1)]).toEqual(['two', null, null]);
  expect(made).toEqual(['two']);
});
