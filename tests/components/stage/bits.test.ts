import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitsOf, spokenBits } from '../../../src/components/stage/bits.ts';

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

test('bits are read out in fours', () => {
  expect(spokenBits(bitsOf(0x9f, 8))).toBe('1001 1111');
});
