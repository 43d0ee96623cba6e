import { type RefObject, useLayoutEffect } from 'react';
import { largestFit } from './fit.ts';

/**
 * In presenter mode the whole picture has to be on the screen: draws it smaller (`--fit`) until it is. It grows again
 * only with the screen, not from step to step, so that nothing breathes while a class looks at it.
 */
export function useFit(ref: RefObject<HTMLElement | null>): void {
  // After every change of the picture; it costs nothing outside presenter mode.
  useLayoutEffect(() => {
    if (ref.current !== null) shrink(ref.current);
  });
  useLayoutEffect(() => {
    const frame = ref.current;
    const scroller = frame && scrollerOf(frame);
    if (!frame || !scroller) return;
    // The box that scrolls has its size from the screen: what is done here does not call for doing it again.
    const observer = new ResizeObserver(() => {
      frame.style.removeProperty('--fit');
      shrink(frame);
    });
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [ref]);
}

function shrink(frame: HTMLElement): void {
  if (frame.closest('[data-presenting]') === null) {
    frame.style.removeProperty('--fit');
    return;
  }
  const scroller = scrollerOf(frame) ?? document.documentElement;
  const set = (scale: number) => frame.style.setProperty('--fit', String(scale));
  set(
    largestFit(Number(frame.style.getPropertyValue('--fit') || 1), (scale) => {
      set(scale);
      return scroller.scrollHeight <= scroller.clientHeight;
    }),
  );
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(outer).overflowY)) return outer;
  }
  return null;
}
