import { randomFrom } from './random.ts';

/**
 * Times, in whole ms from 0 to before `duration`, rising: those of a Poisson process that has `count` events in this
 * time. They are then independent and even over it, so that one event more leaves the others where they are.
 */
export function eventTimes(seed: number, count: number, duration: number): readonly number[] {
  const next = randomFrom(seed);
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) times.push(Math.floor(next() * duration));
  return times.sort((a, b) => a - b);
}
