import { expect, test } from 'vitest';
import { FitMemory, largestFit } from '../../../src/components/stage/fit.ts';

test('what fits is not made smaller, and is asked once', () => {
  let asked = 0;
  expect(largestFit(1, () => ++asked > 0)).toBe(1);
  expect(asked).toBe(1);
});

test('the largest scale that fits is found in a few questions', () => {
  for (let parts = 10; parts < 20; parts++) {
    let asked = 0;
    const found = largestFit(1, (scale) => {
      asked += 1;
      return scale <= parts / 20;
    });
    expect(found).toBe(parts / 20);
    expect(asked).toBeLessThanOrEqual(5);
  }
});

test('it does not grow beyond what it was', () => {
  expect(largestFit(0.7, () => true)).toBe(0.7);
});

test('what fits at no scale has none', () => {
  expect(largestFit(1, () => false)).toBeNull();
});

test('a question that takes some of the height does not change the scale of the steps around it', () => {
  const memory = new FitMemory();
  memory.keep(600, 0.8);
  expect(memory.most('', 550)).toBe(0.8);
  memory.keep(550, 0.7);
  expect(memory.most('', 550)).toBe(0.7);
  expect(memory.most('', 600)).toBe(0.8);
});

test('what fits into little room says nothing about more', () => {
  const memory = new FitMemory();
  memory.keep(550, 0.7);
  expect(memory.most('', 600)).toBe(1);
});

test('on another screen it begins anew', () => {
  const memory = new FitMemory();
  memory.most('small', 600);
  memory.keep(600, 0.8);
  expect(memory.most('small', 600)).toBe(0.8);
  expect(memory.most('large', 600)).toBe(1);
});

test('one picture that has to be very small does not make those after it small', () => {
  const memory = new FitMemory();
  memory.keep(600, 0.85);
  memory.keep(600, 0.5);
  expect(memory.most('', 600)).toBe(0.85);
});
