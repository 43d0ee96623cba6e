import { expect, test } from 'vitest';
import { clockTime, elapsed, resetStopwatch, toggleStopwatch } from '../../../src/components/player/clock.ts';
import { useLearn } from '../../../src/components/player/store.ts';

const read = (now: number) => elapsed(useLearn.getState().clock, now);

test('stands while it is stopped, and goes on from there', () => {
  useLearn.setState({ clock: { since: 1000, before: 0 } });
  toggleStopwatch(5000);
  expect(read(90_000)).toBe(4000);
  toggleStopwatch(100_000);
  expect(read(101_000)).toBe(5000);
  resetStopwatch(102_000);
  expect(read(103_000)).toBe(1000);
});

test('a clock that was put back takes nothing away', () => {
  expect(elapsed({ since: 5000, before: 7000 }, 1000)).toBe(7000);
});

test.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [425_000, '7:05'],
  [3_723_000, '1:02:03'],
])('%i ms is %s', (ms, text) => {
  expect(clockTime(ms)).toBe(text);
});
