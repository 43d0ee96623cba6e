/** Finds the lessons: every folder here is one. What the course map needs comes at once, the rest when it is wanted. */

import type { ComponentType } from 'react';
import type { Course, ProseModule } from '../components/lesson/course.ts';
import type { About, Labels, Lesson, StageProps } from '../components/lesson/lesson.ts';
import { fetched } from '../components/shell/fetched.ts';

type Files<T> = Record<string, () => Promise<T>>;

const abouts = import.meta.glob<About>('./*/about.ts', { eager: true, import: 'default' });
const lessons = import.meta.glob<Lesson>('./*/lesson.ts', { import: 'default' });
const stages = import.meta.glob<ComponentType<StageProps<unknown>>>('./*/Stage.tsx', { import: 'default' });
const labels = import.meta.glob<Labels>('./*/labels.ts', { import: 'labels' });
const prose = import.meta.glob<ProseModule>('./*/{en,zh}.mdx');

function file<T>(files: Files<T>, path: string): Promise<T> {
  const load = files[path];
  if (load === undefined) throw new Error(`a lesson lacks ${path}`);
  return load();
}

export const COURSE: Course = Object.entries(abouts)
  .map(([path, about]) => {
    const id = path.split('/')[1] as string;
    return {
      id,
      about,
      lesson: fetched(async () => {
        const [lesson, Stage, words] = await Promise.all([
          file(lessons, `./${id}/lesson.ts`),
          file(stages, `./${id}/Stage.tsx`),
          file(labels, `./${id}/labels.ts`),
        ]);
        return { lesson, Stage, labels: words };
      }),
      prose: {
        en: fetched(() => file(prose, `./${id}/en.mdx`)),
        zh: fetched(() => file(prose, `./${id}/zh.mdx`)),
      },
    };
  })
  .sort((a, b) => a.about.number - b.about.number);
