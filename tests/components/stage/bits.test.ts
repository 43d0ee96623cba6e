import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bitsOf,
  cameRound,
  groupsOf,
  hexOf,
  leavesRound,
  markOf,
  rotatedFrom,
  spokenBits,
} from '../../../src/components/stage/bits.ts';

const word = fc.integer({ min: 0, max: 0xffffffff });

test('bits read as a binary number are the number', () => {
  fc.assert(fc.property(word, (value) => Number.parseInt(bitsOf(value, 32).join(''), 2) === value));
});

test('a signed word has the bits of the unsigned one, and 64 bits are exact', () => {
  expect(bitsOf(-1, 32)).toEqual(Array(32).fill(1));
  expect(bitsOf(0xffff_ffff_ffff_fffen, 64)).toEqual([...Array(63).fill(1), 0]);
});

test('a number too wide keeps its low bits', () => {
  expect(bitsOf(0x1ff, 8)).toEqual(Array(8).fill(1));
  expect(bitsOf(0x100, 8)).toEqual(Array(8).fill(0));
});

test('groups leave nothing out, and the last one may be short', () => {
  expect(groupsOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(groupsOf([], 8)).toEqual([]);
});

test('hex has a digit for every four bits begun', () => {
  expect(hexOf([0, 0, 0, 0, 1, 0, 1, 0])).toBe('0a');
  expect(hexOf([1, 0, 0, 0, 0, 0])).toBe('20');
  expect(hexOf(bitsOf(0x0123456789abcdefn, 64))).toBe('0123456789abcdef');
});

test('bits are read out in fours', () => {
  expect(spokenBits(bitsOf(0x9f, 8))).toBe('1001 1111');
});

test('each bit of a rotated word is the bit it came from', () => {
  fc.assert(
    fc.property(word, fc.integer({ min: 0, max: 31 }), (value, by) => {
      const before = bitsOf(value, 32);
      const after = bitsOf((value << by) | (by === 0 ? 0 : value >>> (32 - by)), 32);
      expect(after).toEqual(after.map((_, bit) => before[rotatedFrom(bit, by, 32)]));
    }),
  );
});

test('the bits that leave are the bits that come round', () => {
  for (let by = 0; by < 32; by++) {
    const leaves = leavesRound(by);
    const came = cameRound(by, 32);
    for (let bit = 0; bit < 32; bit++) expect(came(bit)).toBe(leaves(rotatedFrom(bit, by, 32)));
  }
});

test('a rotation to the right is one to the left by less than nothing', () => {
  expect(rotatedFrom(0, -1, 32)).toBe(31);
});

test('marks are a list or a function, or not there', () => {
  expect(markOf(['strong'], 0)).toBe('strong');
  expect(markOf(['strong'], 1)).toBeUndefined();
  expect(markOf((bit) => (bit === 3 ? 'faint' : undefined), 3)).toBe('faint');
  expect(markOf(undefined, 0)).toBeUndefined();
});
