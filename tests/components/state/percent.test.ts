import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromPercent, toPercent } from '../../../src/components/state/percent.ts';

test('a text comes back exactly', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fromPercent(toPercent(text)) === text));
});

test('half a character cannot be carried, and stops nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0xd700, max: 0xe0ff })), (units) => {
      expect(fromPercent(toPercent(String.fromCharCode(...units)))).not.toBeNull();
    }),
  );
  expect(fromPercent(toPercent('a\ud800😀\udc00'))).toBe('a\ufffd😀\ufffd');
});

test('what is no percent-encoded UTF-8 is no text', () => {
  expect(['%', '%zz', '%e4%b8', '%ff'].map(fromPercent)).toEqual([null, null, null, null]);
});
