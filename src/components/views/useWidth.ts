import { type RefObject, useLayoutEffect, useState } from 'react';

/** The last width of each kind of view: the next of its kind most likely has it too, and is then drawn once and not twice. */
const last = new Map<string, number>();

/** The inner width of an element in pixels, kept up to date; until it is on the page, that of the last `kind`, or `initial`. */
export function useWidth(ref: RefObject<HTMLElement | null>, kind: string, initial: number): number {
  const [width, setWidth] = useState(() => last.get(kind) ?? initial);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      // Not on the page, or not shown: nothing to learn.
      if (element.clientWidth === 0) return;
      last.set(kind, element.clientWidth);
      setWidth(element.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, kind]);
  return width;
}
