import { type RefObject, useLayoutEffect, useRef } from 'react';

/** While it is on, the window has no header. Afterwards the focus is where it was before. */
export function useBare(on: boolean, page: RefObject<HTMLElement | null>): void {
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!on) {
      // Not when the effect is cleaned up: React puts the focus back after that.
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
      before.current = null;
      return;
    }
    const { documentElement: html, activeElement: focused, body } = document;
    html.dataset.bare = '';
    if (focused !== body) before.current ??= focused;
    if (focused?.closest('header')) page.current?.focus({ preventScroll: true });
    return () => {
      delete html.dataset.bare;
    };
  }, [on, page]);
}
