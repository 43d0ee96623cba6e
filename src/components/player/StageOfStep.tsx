import { useEffect, useRef } from 'react';
import { ErrorBoundary } from '../shell/ErrorBoundary.tsx';
import { StageFrame } from '../stage/StageFrame.tsx';
import { Prose } from './Prose.tsx';
import { usePlayer } from './player.ts';
import styles from './StageOfStep.module.css';
import { useSwipe } from './useSwipe.ts';

/** Who stays this long on a step wants to see it. */
const REST_MS = 120;

/** The picture of the step, and the same in words for those who do not see it. */
export function StageOfStep() {
  const { loaded, prose, step, index, go } = usePlayer();
  const { Stage } = loaded;
  const pane = useRef<HTMLDivElement>(null);
  useSwipe(pane, index, go);

  // Where the picture is higher than its pane, what the step is about must be in view; not while somebody drags through.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again at every step
  useEffect(() => {
    const timer = setTimeout(() => {
      if (pane.current) showCurrent(pane.current);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [step]);

  const description = (
    <>
      <Prose prose={prose} step={step} part="title" />. <Prose prose={prose} step={step} part="picture" />
    </>
  );
  return (
    <div ref={pane} className={styles.pane}>
      <StageFrame stepKey={index} description={description}>
        <ErrorBoundary of={step}>
          <Stage scene={step.scene} />
        </ErrorBoundary>
      </StageFrame>
    </div>
  );
}

/** Scrolls as little as possible, and not while somebody types: the boxes of the inputs are on the stage too. */
function showCurrent(pane: HTMLElement): void {
  if (pane.scrollHeight <= pane.clientHeight + 1 || pane.querySelector(':is(input, select, textarea):focus')) return;
  const { top, bottom } = pane.getBoundingClientRect();
  const current = Array.from(
    pane.querySelectorAll(':is([data-state="current"], [data-state="hidden"], [data-state="wrong"])'),
  );
  // What a stage marks as an aside (how far the connection is) is looked for only where nothing else is current.
  const main = current.filter((element) => element.closest('[data-aside]') === null);
  const boxes = (main.length > 0 ? main : current).map((element) => element.getBoundingClientRect());
  const first = boxes[0];
  if (!first || boxes.some((box) => box.top >= top && box.bottom <= bottom)) return;
  pane.scrollTop += first.top - top - Math.max(0, (bottom - top - first.height) / 2);
}
