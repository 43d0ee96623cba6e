import { expect, test } from 'vitest';
import { readPreferences } from '../../../src/components/state/preferences.ts';

test('keeps what was chosen', () => {
  expect(readPreferences({ language: 'zh', theme: 'dark' })).toEqual({ language: 'zh', theme: 'dark' });
});

test.each([null, undefined, 7, 'dark', [], { language: 'toString', theme: 'pink' }, { language: 1, theme: {} }])(
  'leaves to the browser what it cannot use: %j',
  (stored) => {
    expect(readPreferences(stored)).toEqual({ language: null, theme: 'system' });
  },
);
