import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLabel } from '../../../components/lesson/labels.ts';
import { Cap } from '../../../components/player/Cap.tsx';
import { usePlayer } from '../../../components/player/player.ts';
import { timeText } from '../format.ts';
import { DURATION } from '../inputs.ts';
import { labels } from '../labels.ts';
import { neighboursOf } from '../layout.ts';
import type { AxisScene } from '../scene.ts';
import styles from './TimeBar.module.css';

/** While it runs, the moment moves on this often: as much as the eye needs, and a second window too. */
const TICK_MS = 33;

/**
 * The moment of the picture: dragged, stepped from one thing that happens to the next, or running in real time. It is an
 * input of the lesson, in ms of the whole axis, so links and other windows have it too.
 */
export function TimeBar({ scene, legend }: { readonly scene: AxisScene; readonly legend: ReactNode }) {
  const label = useLabel(labels);
  const { change, step } = usePlayer();
  const { duration, time, lanes, events } = scene;
  const set = (moment: number) => change({ time: String(Math.round((moment * DURATION) / duration)) });
  const [running, setRunning] = useRunning(time, duration, step.id, set);
  const known = lanes.filter(({ state }) => state !== 'empty').map(({ delivery }) => delivery);
  // A moment of a stretched axis is rounded when it is kept: half a place is no step.
  const least = Math.max(1, duration / DURATION);
  const { before, after } = neighboursOf(known, events, { duration, time, least });
  const hold = (moment: number | undefined) => {
    setRunning(false);
    if (moment !== undefined) set(moment);
  };
  return (
    <div className={styles.bar}>
      <div className={styles.buttons}>
        <button
          type="button"
          className={styles.run}
          aria-keyshortcuts="R"
          onClick={() => {
            if (!running && time >= duration) set(0);
            setRunning(!running);
          }}
        >
          <span aria-hidden="true">{running ? '❚❚' : '▶'}</span> {label(running ? 'pause' : 'run')} <Cap>R</Cap>
        </button>
        <button
          type="button"
          disabled={before === undefined}
          onClick={() => hold(before)}
          aria-label={label('moment-before')}
        >
          ‹
        </button>
        <button
          type="button"
          disabled={after === undefined}
          onClick={() => hold(after)}
          aria-label={label('moment-after')}
        >
          ›
        </button>
        <output className={styles.moment}>{timeText(time)}</output>
        {legend}
      </div>
      <input
        type="range"
        data-input
        className={styles.slider}
        aria-label={label('time')}
        aria-valuetext={timeText(time)}
        min={0}
        max={duration}
        step="any"
        value={time}
        onChange={(event) => hold(Number(event.target.value))}
        onKeyDown={(event) => {
          const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
          if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          hold(Math.max(0, Math.min(duration, time + (by * duration) / 100)));
        }}
      />
    </div>
  );
}

/** Moves on in real time until the end, another step, or somebody who stops it. */
function useRunning(time: number, duration: number, stepId: string, set: (moment: number) => void) {
  const [running, setRunning] = useState(false);
  const now = useRef({ time, set });
  useEffect(() => {
    now.current = { time, set };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step has another axis
  useEffect(() => setRunning(false), [stepId]);
  useEffect(() => {
    if (!running) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const passed = performance.now() - last;
      last += passed;
      const to = now.current.time + passed * (duration / DURATION);
      now.current.set(Math.min(duration, to));
      if (to >= duration) setRunning(false);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [running, duration]);
  return [running, setRunning] as const;
}
