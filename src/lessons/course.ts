/**
 * Finds the lessons: every folder here is one. Only the build and the tests read this list. It would be in the way of
 * everybody's first view, so the build writes it into index.html, where its words stand already, and a browser has it
 * from there (see src/main.tsx).
 */

import type { Course } from '../components/lesson/course.ts';
import type { About } from '../components/lesson/lesson.ts';
import { courseOf } from './entries.ts';

const abouts = import.meta.glob<About>('./*/about.ts', { eager: true, import: 'default' });

export const COURSE: Course = courseOf(
  Object.entries(abouts)
    .map(([path, about]) => ({ id: path.split('/')[1] as string, about }))
    .sort((a, b) => a.about.number - b.about.number),
);
