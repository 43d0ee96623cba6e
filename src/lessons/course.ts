/** Finds the lessons: every folder here is one. What the course map says of them comes at once, the rest when wanted. */

import type { Course } from '../components/lesson/course.ts';
import type { About } from '../components/lesson/lesson.ts';
import { fetched } from '../components/shell/fetched.ts';

const abouts = import.meta.glob<About>('./*/about.ts', { eager: true, import: 'default' });
const files = fetched(() => import('./files.ts'));

export const COURSE: Course = Object.entries(abouts)
  .map(([path, about]) => {
    const id = path.split('/')[1] as string;
    return {
      id,
      about,
      lesson: fetched(async () => (await files.load()).loadLesson(id)),
      prose: {
        en: fetched(async () => (await files.load()).loadProse(id, 'en')),
        zh: fetched(async () => (await files.load()).loadProse(id, 'zh')),
      },
    };
  })
  .sort((a, b) => a.about.number - b.about.number);
