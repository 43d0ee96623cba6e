import { useEffect } from 'react';
import { usePlayer } from './player.ts';
import { setPlaying, useLearn } from './store.ts';

/** How long a step stays, at speed 1: as long as its words take to read, or a moment where they only count on. */
const READ_MS = 5000;
const TICK_MS = 700;

/** Goes on by itself while playing. A question or the last step stops it. */
export function usePlay(): void {
  const { plan, index, step, go } = usePlayer();
  const playing = useLearn((state) => state.playing);
  const speed = useLearn((state) => state.speed);
  const last = index === plan.stepCount - 1;
  useEffect(() => {
    if (!playing) return;
    if (last || step.ask) {
      setPlaying(false);
      return;
    }
    const again = index > 0 && plan.step(index - 1)?.text === step.text;
    const timer = setTimeout(() => go(index + 1), (again ? TICK_MS : READ_MS) / speed);
    return () => clearTimeout(timer);
  }, [playing, speed, plan, index, step, last, go]);
}

/** Starts or stops; from the last step it starts over, and from a question it goes on. */
export function togglePlay(index: number, count: number, asked: boolean, go: (index: number) => void): void {
  const playing = !useLearn.getState().playing;
  if (playing && index === count - 1) go(0);
  else if (playing && asked) go(index + 1);
  setPlaying(playing);
}
