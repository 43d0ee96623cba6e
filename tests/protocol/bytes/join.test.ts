import { expect, test } from 'vitest';
import { concat, equalBytes } from '../../../src/protocol/bytes/join.ts';

test('parts are joined in order into new bytes', () => {
  const part = Uint8Array.of(2, 3);
  const joined = concat([Uint8Array.of(1), new Uint8Array(0), part]);
  part[0] = 9;
  expect(joined).toEqual(Uint8Array.of(1, 2, 3));
  expect(concat([])).toEqual(new Uint8Array(0));
});

test('equal means the same length and the same bytes', () => {
  expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
  expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
  expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 3))).toBe(false);
});
