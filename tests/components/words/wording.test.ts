import { readdirSync } from 'node:fs';
import { describe } from 'vitest';
import { type Text, testWording } from './wording.ts';

const NAMESPACES = readdirSync('src/components/words/en')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3));

function texts(words: object, prefix: string): Text[] {
  return Object.entries(words).flatMap(([key, value]): Text[] =>
    typeof value === 'string' ? [[`${prefix}.${key}`, value]] : texts(value, `${prefix}.${key}`),
  );
}

async function load(language: string, namespace: string): Promise<Text[]> {
  const module: { default: object } = await import(`../../../src/components/words/${language}/${namespace}.ts`);
  return texts(module.default, `${language}/${namespace}`);
}

describe.each(NAMESPACES)('the wording of %s', async (namespace) => {
  testWording(await load('en', namespace), await load('zh', namespace), isClaim);
});

/** What is wrong stands where it is put right: in the titles of misconceptions, and among what people type to find a page. */
function isClaim([where]: Text): boolean {
  return /^(?:en|zh)\/(?:misconceptions\..*\.title|reference\.aliases\..*)$/.test(where);
}
