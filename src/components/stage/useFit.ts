import { type RefObject, useLayoutEffect, useRef } from 'react';
import { FitMemory, largestFit } from './fit.ts';

/** For a picture that fits at no scale, and is scrolled: its type is no smaller for it. */
const SCROLLED = 0.7;

/**
 * In presenter mode the whole picture has to be on the screen: draws it smaller (`--fit`) until it is. It grows again
 * only with the screen, not from step to step, so that nothing breathes while a class looks at it.
 */
export function useFit(ref: RefObject<HTMLElement | null>): void {
  /** The scale that all steps so far fit at. A question takes some of the height, and gives it back. */
  const memory = useRef(new FitMemory());
  // After every change of the picture; it costs nothing outside presenter mode.
  useLayoutEffect(() => {
    if (ref.current !== null) shrink(ref.current, memory.current);
  });
  useLayoutEffect(() => {
    const frame = ref.current;
    const scroller = frame && scrollerOf(frame);
    if (!frame || !scroller) return;
    // The box that scrolls has its size from the screen: what is done here does not call for doing it again.
    const observer = new ResizeObserver(() => shrink(frame, memory.current));
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [ref]);
}

function shrink(frame: HTMLElement, memory: FitMemory): void {
  if (frame.closest('[data-presenting]') === null) {
    frame.style.removeProperty('--fit');
    memory.forget();
    return;
  }
  const scroller = scrollerOf(frame) ?? document.documentElement;
  const set = (scale: number) => frame.style.setProperty('--fit', String(scale));
  const { clientWidth, clientHeight } = scroller;
  const screen = `${innerWidth}×${innerHeight}×${clientWidth}`;
  const most = memory.most(screen, clientHeight);
  const scale = largestFit(most, (scale) => {
    set(scale);
    return scroller.scrollHeight <= scroller.clientHeight;
  });
  set(scale ?? Math.min(most, SCROLLED));
  if (scale !== null) memory.keep(clientHeight, scale);
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(outer).overflowY)) return outer;
  }
  return null;
}
