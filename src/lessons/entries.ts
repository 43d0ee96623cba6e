/** The course from what its map says of each lesson. Code, words and prose are fetched when wanted. */

import type { Course, MapEntry } from '../components/lesson/course.ts';
import { fetched } from '../components/shell/fetched.ts';

const files = fetched(() => import('./files.ts'));

export function courseOf(map: readonly MapEntry[]): Course {
  return map.map(({ id, about }) => ({
    id,
    about,
    lesson: fetched(async () => (await files.load()).loadLesson(id)),
    prose: {
      en: fetched(async () => (await files.load()).loadProse(id, 'en')),
      zh: fetched(async () => (await files.load()).loadProse(id, 'zh')),
    },
  }));
}
