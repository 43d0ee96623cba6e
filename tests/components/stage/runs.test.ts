import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandsOf, runsOf, termsOf } from '../../../src/components/stage/runs.ts';

test('what is between groups is a run of its own', () => {
  const first = { first: 2, count: 3 };
  const second = { first: 7, count: 1 };
  expect(runsOf(10, [first, second])).toEqual([
    { first: 0, count: 2, group: null },
    { first: 2, count: 3, group: first },
    { first: 5, count: 2, group: null },
    { first: 7, count: 1, group: second },
    { first: 8, count: 2, group: null },
  ]);
});

test('runs cover the row exactly, whatever the groups', () => {
  const group = fc.record({ first: fc.integer({ min: -3, max: 30 }), count: fc.integer({ min: -2, max: 30 }) });
  fc.assert(
    fc.property(fc.nat(24), fc.array(group, { maxLength: 5 }), (count, groups) => {
      let at = 0;
      for (const run of runsOf(count, groups)) {
        expect(run.first).toBe(at);
        expect(run.count).toBeGreaterThan(0);
        at += run.count;
      }
      expect(at).toBe(count);
    }),
  );
});

test('neighbours with one band share it, others of that name do not', () => {
  const items = ['TCP', 'TCP', 'HTTP', undefined, 'TCP'].map((band, id) => ({ id, band }));
  expect(bandsOf(items).map(({ band, items }) => [band, items.map(({ id }) => id)])).toEqual([
    ['TCP', [0, 1]],
    ['HTTP', [2]],
    [undefined, [3]],
    ['TCP', [4]],
  ]);
});

test('an operator stays with the value after it', () => {
  const a = { value: 'a' };
  const b = { value: 'b' };
  const plus = { operator: '+' };
  const not = { operator: '¬' };
  expect(termsOf([a, plus, b])).toEqual([[a], [plus, b]]);
  expect(termsOf([a, plus, not, b])).toEqual([[a], [plus, not, b]]);
  expect(termsOf([a, b])).toEqual([[a], [b]]);
});
