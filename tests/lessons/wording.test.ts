import { readFileSync } from 'node:fs';
import { describe } from 'vitest';
import { COURSE } from '../../src/lessons/course.ts';
import { type Text, testWording } from '../components/words/wording.ts';

/** Lines of prose without the tags. A value counts as a Latin word. */
function proseOf(file: string): Text[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line, i): Text => {
      const text = line
        .replace(/<Count of="\w+" one="([^"]*)" other="([^"]*)" *\/>/g, '0 $2')
        .replace(/<[^>]*>/g, '')
        .replace(/\{\w+\}/g, 'x')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/`[^`]*`/g, 'x')
        .replace(/\*|^#+ |^(?:-|\d+\.) /g, '')
        .trim();
      return [`${file}:${i + 1}`, text];
    })
    .filter(([, text]) => text !== '');
}

describe.each(COURSE.map((entry) => [entry.id, entry] as const))('the wording of lesson %s', async (id, entry) => {
  const { labels } = await entry.lesson.load();
  const words = { ...labels, title: entry.about.title, says: entry.about.says };
  const short = (language: 'en' | 'zh') =>
    Object.entries(words).map(
      ([name, both]): Text => [`${id} ${name}`, both[language].replace(/\{\w+(\|[^}]*)?\}/g, 'x')],
    );
  const file = (language: string) => `src/lessons/${id}/${language}.mdx`;
  testWording([...proseOf(file('en')), ...short('en')], [...proseOf(file('zh')), ...short('zh')]);
});
