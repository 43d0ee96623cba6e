import { expect, test } from 'vitest';
import { codeOf } from '../../../src/components/lesson/code.ts';
import { labelIn } from '../../../src/components/lesson/labels.ts';

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
