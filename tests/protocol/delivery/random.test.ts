import { expect, test } from 'vitest';
import { eventTimes } from '../../../src/protocol/delivery/events.ts';
import { minstd, randomFrom } from '../../../src/protocol/delivery/random.ts';

test('the generator is minstd_rand of the C++ standard, whose 10000th number from 1 is 399268537', () => {
  let state = 1;
  for (let i = 0; i < 10_000; i += 1) state = minstd(state);
  expect(state).toBe(399268537);
});

test.each([0, 1, 2, -1, 2 ** 31 - 2, 2 ** 53, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
  'seed %s gives numbers between 0 and 1',
  (seed) => {
    const next = randomFrom(seed);
    for (let i = 0; i < 100; i += 1) {
      const value = next();
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(1);
    }
  },
);

test('events come in order, inside the time, as many as asked for, and one more moves none of the others', () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const times = eventTimes(seed, 40, 10_000);
    expect(times).toHaveLength(40);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(times[0]).toBeGreaterThanOrEqual(0);
    expect(times.at(-1)).toBeLessThan(10_000);
    const rest = [...eventTimes(seed, 41, 10_000)];
    for (const time of times) rest.splice(rest.indexOf(time), 1);
    expect(rest).toHaveLength(1);
  }
  expect(eventTimes(1, 0, 10_000)).toEqual([]);
});

test('over many events the gaps have the mean and the spread of an exponential distribution', () => {
  const times = eventTimes(7, 20_000, 20_000_000);
  const gaps = times.slice(1).map((time, i) => time - (times[i] as number));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const spread = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
  expect(mean / 1000).toBeCloseTo(1, 1);
  expect(spread / mean).toBeCloseTo(1, 1);
});
