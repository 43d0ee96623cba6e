import { expect, test } from 'vitest';
import { listed, one, runsFrom, traceOf } from '../../../src/components/lesson/plan.ts';

const made: string[] = [];
const step = (id: string) => () => {
  made.push(id);
  return id;
};
const taken = runsFrom('b', 10, (index) => `taken-${index}`);
const plan = traceOf([
  listed('none', []),
  one('a', step('first')),
  listed('empty', []),
  listed('b', [step('second'), step('third')]),
  taken(2, 4),
  one('a', step('last')),
]);

test('neighbouring runs of a phase are one part, and phases without steps are left out', () => {
  expect(plan.outline()).toEqual([
    { phase: 'a', first: 0, count: 1 },
    { phase: 'b', first: 1, count: 4 },
    { phase: 'a', first: 5, count: 1 },
  ]);
});

test('a step is made when somebody looks, whatever was looked at before', () => {
  made.length = 0;
  expect(plan.step(2)).toBe('third');
  expect(made).toEqual(['third']);
  const all = Array.from({ length: plan.stepCount }, (_, i) => plan.step(i));
  expect(all).toEqual(['first', 'second', 'third', 'taken-12', 'taken-13', 'last']);
});

test('outside there is none', () => {
  expect([-1, 6, 0.5, Number.NaN].map((index) => plan.step(index))).toEqual([null, null, null, null]);
  expect(traceOf([]).step(0)).toBeNull();
});
