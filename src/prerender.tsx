import { prerender } from 'react-dom/static';
import { App } from './components/shell/App.tsx';
import { changeLanguage, startWords } from './components/words/i18n.ts';
import { LANGUAGES, type Language } from './components/words/languages.ts';
import { COURSE } from './lessons/course.ts';

/**
 * The first view as it stands before any script has run, in every language: the build puts it into index.html, and
 * React replaces it. Inert, so that nobody types into what is about to be replaced.
 */
export async function prerenderFirstView(): Promise<string> {
  await startWords('en');
  const views: string[] = [];
  for (const language of Object.keys(LANGUAGES) as Language[]) {
    await changeLanguage(language);
    const failures: unknown[] = [];
    // In one piece: React would send a large part later, by a script.
    const onError = (error: unknown) => void failures.push(error);
    const { prelude } = await prerender(<App course={COURSE} />, {
      onError,
      progressiveChunkSize: Number.POSITIVE_INFINITY,
    });
    const html = await new Response(prelude).text();
    if (failures.length > 0) throw failures[0];
    views.push(`<div data-first="${language}" lang="${LANGUAGES[language].tag}" inert>${html}</div>`);
  }
  return views.join('');
}
