/** The course as the rooms see it. Lessons import components, never the other way: `src/main.tsx` hands the course in. */

import type { ComponentProps, ComponentType } from 'react';
import { createContext, useContext } from 'react';
import type { Fetched } from '../shell/fetched.ts';
import type { Language } from '../words/languages.ts';
import type { About, LoadedLesson } from './lesson.ts';

/** What a text of the prose refers to; made by scripts/build/prose.ts. */
export interface TextReferences {
  readonly values: readonly string[];
  readonly parts: readonly string[];
  readonly answers: readonly string[];
  readonly options: readonly string[];
  readonly links: readonly string[];
}

/** The prose of a lesson in one language: a module of MDX. */
export interface ProseModule {
  readonly default: ComponentType<{ readonly components?: Record<string, ComponentType<ComponentProps<never>>> }>;
  readonly texts: Readonly<Record<string, TextReferences>>;
}

/** A lesson as the map shows it. */
export interface MapEntry {
  readonly id: string;
  readonly about: About;
}

export interface CourseEntry extends MapEntry {
  readonly lesson: Fetched<LoadedLesson>;
  readonly prose: Readonly<Record<Language, Fetched<ProseModule>>>;
}

/** In the order of the course. */
export type Course = readonly CourseEntry[];

const Context = createContext<Course>([]);

export const CourseProvider = Context.Provider;

export function useCourse(): Course {
  return useContext(Context);
}

/** The lesson where one left off, or from its beginning. */
export function lessonHref(id: string): string {
  return `#/learn/${id}`;
}
