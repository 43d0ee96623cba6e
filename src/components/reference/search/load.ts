import type { Course } from '../../lesson/course.ts';
import { wordsIn } from '../../words/i18n.ts';
import type { Language } from '../../words/languages.ts';
import { entriesOf, SEARCHED, sayFrom } from './entries.ts';
import { type Finder, finderOf } from './find.ts';

let coming: Promise<Finder> | undefined;

/** Fetches the words of both languages and makes the index: on the first opening, never before. */
export function loadFinder(course: Course): Promise<Finder> {
  coming ??= makeFinder(course).catch((error) => {
    // Perhaps the next opening finds the network again.
    coming = undefined;
    throw error;
  });
  return coming;
}

async function makeFinder(course: Course): Promise<Finder> {
  const [en, zh] = await Promise.all([wordsOf('en'), wordsOf('zh')]);
  return finderOf(entriesOf({ en: sayFrom(en), zh: sayFrom(zh) }, course));
}

async function wordsOf(language: Language): Promise<Readonly<Record<string, unknown>>> {
  return Object.fromEntries(
    await Promise.all(SEARCHED.map(async (namespace) => [namespace, await wordsIn(language, namespace)] as const)),
  );
}
