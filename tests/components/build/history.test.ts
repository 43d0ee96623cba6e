import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begin, changed, type History, redone, sealed, undone } from '../../../src/components/build/history.ts';

const states = fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 30 });

function filled([first = 0, ...rest]: readonly number[]): History<number> {
  return rest.reduce((history, state) => changed(history, state), begin(first));
}

test('what is undone can be redone, any number of times', () => {
  fc.assert(
    fc.property(states, fc.nat({ max: 40 }), (all, steps) => {
      let history = filled(all);
      for (let i = 0; i < steps; i += 1) history = undone(history);
      expect(history.present).toBe(all[Math.max(0, all.length - 1 - steps)]);
      for (let i = 0; i < steps; i += 1) history = redone(history);
      expect(history.present).toBe(all.at(-1));
      expect(history.past).toEqual(all.slice(0, -1));
    }),
  );
});

test('a change after an undo forgets what was undone', () => {
  const history = changed(undone(filled([1, 2, 3])), 9);
  expect(redone(history).present).toBe(9);
  expect(undone(history).present).toBe(2);
});

test('letters typed into one box are taken back together, until it is left', () => {
  const typed = ['a', 'ab', 'abc'].reduce((history, text) => changed(history, text, 'box'), begin(''));
  expect(undone(typed).present).toBe('');
  const again = changed(sealed(typed), 'abcd', 'box');
  expect(undone(again).present).toBe('abc');
  expect(undone(changed(typed, 'x', 'other')).present).toBe('abc');
});

test('nothing changed is nothing to undo', () => {
  const history = begin(1);
  expect(changed(history, 1)).toBe(history);
  expect(undone(history)).toBe(history);
  expect(redone(history)).toBe(history);
});

test('forgets the oldest states first', () => {
  let history = filled(Array.from({ length: 1000 }, (_, i) => i));
  for (let i = 0; i < 1000; i += 1) history = undone(history);
  expect(history.present).toBe(799);
});
