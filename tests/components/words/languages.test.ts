import { expect, test } from 'vitest';
import { preferredLanguage } from '../../../src/components/words/languages.ts';

test.each([
  [['zh-CN', 'en'], 'zh'],
  [['zh-Hans-SG'], 'zh'],
  [['fr-FR', 'zh', 'en'], 'zh'],
  [['en-US', 'zh'], 'en'],
  [['de'], 'en'],
  [[], 'en'],
] as const)('a browser that asks for %j gets %s', (wanted, language) => {
  expect(preferredLanguage(wanted)).toBe(language);
});
