import { useDeferredValue, useEffect } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { useCourse } from '../lesson/course.ts';
import { readPlace } from '../player/link.ts';
import { leaveLessons } from '../player/store.ts';
import { useSync } from '../player/useSync.ts';
import { CoursePage } from './CoursePage.tsx';
import { LessonRoom } from './LessonRoom.tsx';

/** The course, or one of its lessons. */
export default function Learn() {
  const course = useCourse();
  // Until the next lesson has been fetched, the one that is on the page stays.
  const address = useDeferredValue(useHashLocation()[0]);
  const place = readPlace(address);
  const entry = course.find(({ id }) => id === place?.lesson);
  useSync();
  useLeave();
  if (!entry) return <CoursePage missing={place?.lesson ?? null} />;
  // Another lesson starts anew: what one of them keeps means nothing to the next.
  return <LessonRoom key={entry.id} entry={entry} />;
}

let open = 0;

/** Forgets what was chosen when the room is left, and not when its effects are merely run again. */
function useLeave(): void {
  useEffect(() => {
    open += 1;
    return () => {
      open -= 1;
      setTimeout(() => {
        if (open === 0) leaveLessons();
      });
    };
  }, []);
}
