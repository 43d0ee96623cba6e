/** Where the parts of a lesson are, for when they are wanted: nobody's first view needs this list. */

import type { ComponentType } from 'react';
import type { ProseModule } from '../components/lesson/course.ts';
import type { Labels, Lesson, LoadedLesson, StageProps } from '../components/lesson/lesson.ts';
import type { Language } from '../components/words/languages.ts';

type Files<T> = Record<string, () => Promise<T>>;

const lessons = import.meta.glob<Lesson>('./*/lesson.ts', { import: 'default' });
const stages = import.meta.glob<ComponentType<StageProps<unknown>>>('./*/Stage.tsx', { import: 'default' });
const labels = import.meta.glob<Labels>('./*/labels.ts', { import: 'labels' });
const prose = import.meta.glob<ProseModule>('./*/{en,zh}.mdx');

function file<T>(files: Files<T>, path: string): Promise<T> {
  const load = files[path];
  if (load === undefined) throw new Error(`a lesson lacks ${path}`);
  return load();
}

export async function loadLesson(id: string): Promise<LoadedLesson> {
  const [lesson, Stage, words] = await Promise.all([
    file(lessons, `./${id}/lesson.ts`),
    file(stages, `./${id}/Stage.tsx`),
    file(labels, `./${id}/labels.ts`),
  ]);
  return { lesson, Stage, labels: words };
}

export function loadProse(id: string, language: Language): Promise<ProseModule> {
  return file(prose, `./${id}/${language}.mdx`);
}
