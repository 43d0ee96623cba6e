import { expect, test } from 'vitest';
import { fuzzOpen } from './fuzz.ts';

test('opening anything at all never throws', { timeout: 120_000 }, () => {
  expect(() => fuzzOpen(4000, 1)).not.toThrow();
});
