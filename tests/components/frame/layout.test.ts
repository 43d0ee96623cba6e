import { expect, test } from 'vitest';
import { bitsThere, moveTo, perRowOf, spokenCells } from '../../../src/components/frame/layout.ts';
import { figureOf } from '../../../src/protocol/frame/figure.ts';

test('a laptop has 32 bits a row, a phone 16, and fingers need room', () => {
  expect(perRowOf(700, false)).toBe(32);
  expect(perRowOf(360, false)).toBe(16);
  expect(perRowOf(360, true)).toBe(8);
  expect(perRowOf(700, true)).toBe(32);
});

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 3, 35],
  ['ArrowDown', 35, 35],
  ['ArrowUp', 35, 3],
  ['Home', 35, 32],
  ['End', 3, 31],
  ['End', 35, 39],
  [' ', 3, null],
  ['a', 3, null],
])('%s leads from bit %i to %s of 40', (key, from, to) => {
  expect(moveTo(key, from, 40, 32)).toBe(to);
});

test('bits that were announced and did not come cannot be turned over', () => {
  expect(bitsThere(figureOf(Uint8Array.of(0x81)))).toBe(8);
  expect(bitsThere(figureOf(Uint8Array.of(0x81, 0x02, 0x48)))).toBe(24);
  expect(bitsThere(figureOf(new Uint8Array(0)))).toBe(0);
});

test('fields are read out with the bits that are there', () => {
  const spoken = spokenCells(figureOf(Uint8Array.of(0x81, 0x7e, 0x01)));
  expect(spoken.map(({ field, text }) => [field, text])).toEqual([
    ['fin', '1'],
    ['rsv1', '0'],
    ['rsv2', '0'],
    ['rsv3', '0'],
    ['opcode', '0001'],
    ['mask', '0'],
    ['length-7', '1111 110'],
    ['length-16', '0000 0001'],
  ]);
});
