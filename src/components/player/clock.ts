import { create } from 'zustand';

/** A stopwatch. It outlives the lesson: a lecture may hold several. All in milliseconds. */
export interface Stopwatch {
  /** When it was started; null while it stands. */
  readonly since: number | null;
  /** What had passed before that. */
  readonly before: number;
}

/** Starts with the first window of speaker notes. */
export const useStopwatch = create<Stopwatch>()(() => ({ since: Date.now(), before: 0 }));

export function elapsed({ since, before }: Stopwatch, now: number): number {
  return before + (since === null ? 0 : Math.max(0, now - since));
}

export function toggleStopwatch(now: number): void {
  useStopwatch.setState((watch) => ({ since: watch.since === null ? now : null, before: elapsed(watch, now) }));
}

export function resetStopwatch(now: number): void {
  useStopwatch.setState(({ since }) => ({ since: since === null ? null : now, before: 0 }));
}

/** Minutes and seconds, and hours once there are any: `7:05`, `1:02:03`. */
export function clockTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
