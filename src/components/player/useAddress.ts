import { useEffect, useLayoutEffect, useRef } from 'react';
import type { CourseEntry } from '../lesson/course.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { type Mode, placeHash, type ReadPlace, readPlace } from './link.ts';
import { indexOf, inputTexts, planOf } from './player.ts';
import { useLearn } from './store.ts';

const SETTLE_MS = 150;

/**
 * The fragment for the step on show: not always the one that was chosen, which these inputs may not have. Inputs are left
 * out where they are the first example's.
 */
export function hashFor(entry: CourseEntry, lesson: Lesson, mode: Mode, session: string | null = null): string {
  const { step: chosen, index, inputs } = useLearn.getState();
  const plan = planOf(lesson, inputs);
  const step = plan.step(indexOf(plan, chosen, index))?.id ?? null;
  const texts = inputTexts(lesson, inputs);
  const start = inputTexts(lesson, {});
  const own = Object.keys(texts).some((name) => texts[name] !== start[name]);
  return placeHash({ lesson: entry.id, step, inputs: own ? texts : {}, mode, session });
}

/**
 * Opens what the address says, now and whenever a link, the browser's history or somebody's hand changes it; and makes it
 * follow the steps, so that a reload or a copied address opens the same picture. That makes no history.
 * @param take opens a place of this lesson; must not change from one drawing to the next
 */
export function useAddress(entry: CourseEntry, lesson: Lesson, take: (place: ReadPlace) => void): void {
  /** The address as it was read or written last. Any other is somebody's wish that is still to be read. */
  const known = useRef('');

  // Before the first paint.
  useLayoutEffect(() => {
    const read = () => {
      const place = readPlace(location.hash);
      if (place?.lesson !== entry.id) return;
      // React does this again when what waited for words is shown again: nobody has asked for anything anew.
      if (location.hash === known.current && useLearn.getState().lesson === entry.id) return;
      known.current = location.hash;
      take(place);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [entry, take]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = () => {
      const { lesson: open, mode, session } = useLearn.getState();
      // An address changes before the page is told: what it asks for, here or elsewhere, must not be written over.
      if (open !== entry.id || location.hash !== known.current) return;
      const hash = hashFor(entry, lesson, mode, session);
      if (hash !== location.hash) history.replaceState(history.state, '', hash);
      known.current = location.hash;
    };
    // Browsers refuse an address that changes a hundred times in ten seconds, as in a drag.
    const settle = () => {
      clearTimeout(timer);
      // After a reload, even at this very moment, a window of a presentation must find its session again.
      const { mode, session } = useLearn.getState();
      const lost = mode !== 'page' && readPlace(location.hash)?.session !== session;
      if (lost) write();
      else timer = setTimeout(write, SETTLE_MS);
    };
    const stop = useLearn.subscribe(settle);
    if (useLearn.getState().mode !== 'page') settle();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [entry, lesson]);
}
