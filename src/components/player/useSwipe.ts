import { type RefObject, useEffect } from 'react';
import { scrollsSideways } from './keys.ts';

const LEAST_PX = 48;
const LONGEST_MS = 700;

/** A finger that moves sideways over the stage turns the page, except over what scrolls sideways itself or takes input. */
export function useSwipe(pane: RefObject<HTMLElement | null>, index: number, go: (index: number) => void): void {
  useEffect(() => {
    const element = pane.current;
    if (element === null) return;
    let start: { x: number; y: number; at: number } | null = null;
    const onStart = ({ touches, target, timeStamp }: TouchEvent) => {
      const [touch] = touches;
      const taken = target instanceof Element && (target.closest('input, select, textarea') || scrollsSideways(target));
      start = touch && touches.length === 1 && !taken ? { x: touch.clientX, y: touch.clientY, at: timeStamp } : null;
    };
    const onEnd = ({ changedTouches, timeStamp }: TouchEvent) => {
      const [touch] = changedTouches;
      if (start === null || !touch || timeStamp - start.at > LONGEST_MS) return;
      const [dx, dy] = [touch.clientX - start.x, touch.clientY - start.y];
      start = null;
      if (Math.abs(dx) < LEAST_PX || Math.abs(dx) < 2 * Math.abs(dy)) return;
      go(dx < 0 ? index + 1 : index - 1);
    };
    element.addEventListener('touchstart', onStart, { passive: true });
    element.addEventListener('touchend', onEnd, { passive: true });
    return () => {
      element.removeEventListener('touchstart', onStart);
      element.removeEventListener('touchend', onEnd);
    };
  }, [pane, index, go]);
}
