import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const NAMESPACES = readdirSync('src/components/words/en')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3));

/** Every text by its dotted key. */
function flatten(words: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

async function load(language: string, namespace: string): Promise<Map<string, string>> {
  const file: { default: object } = await import(`../../../src/components/words/${language}/${namespace}.ts`);
  return flatten(file.default);
}

const variables = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();

test('both languages have the same files', () => {
  expect(readdirSync('src/components/words/zh')).toEqual(readdirSync('src/components/words/en'));
});

describe.each(NAMESPACES)('the words of %s', (namespace) => {
  test('have no empty text, no markup and no unfinished business', async () => {
    for (const language of ['en', 'zh']) {
      for (const [key, text] of await load(language, namespace)) {
        expect(text.trim(), `${language} ${key}`).not.toBe('');
        expect(text, `${language} ${key}`).not.toMatch(/<\/?[a-z]+>|TODO|FIXME|&(amp|lt|gt|nbsp);/);
      }
    }
  });

  test('are the same keys with the same values to fill in', async () => {
    const [en, zh] = [await load('en', namespace), await load('zh', namespace)];
    const missing = [...en.keys()].filter((key) => !zh.has(key) && !key.endsWith('_one'));
    expect(missing).toEqual([]);
    expect([...zh.keys()].filter((key) => !en.has(key))).toEqual([]);
    for (const [key, text] of zh) expect(variables(text), key).toEqual(variables(en.get(key) ?? ''));
  });

  test('are Chinese where they are said to be', async () => {
    const texts = [...(await load('zh', namespace)).values()].join('');
    expect(texts).toMatch(/\p{Script=Han}/u);
  });
});
