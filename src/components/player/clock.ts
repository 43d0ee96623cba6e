/** The teacher's stopwatch, which all windows of a presentation share: it outlives a window that is closed, and the lesson. */

import { type Stopwatch, useLearn } from './store.ts';

export function elapsed({ since, before }: Stopwatch, now: number): number {
  return before + (since === null ? 0 : Math.max(0, now - since));
}

export function toggleStopwatch(now: number): void {
  useLearn.setState(({ clock }) => ({
    clock: { since: clock.since === null ? now : null, before: elapsed(clock, now) },
  }));
}

export function resetStopwatch(now: number): void {
  useLearn.setState(({ clock }) => ({ clock: { since: clock.since === null ? null : now, before: 0 } }));
}

/** Minutes and seconds, and hours once there are any: `7:05`, `1:02:03`. */
export function clockTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
