import { describe, expect, test } from 'vitest';
import { bytesPerRow, moveBit } from '../../../src/components/build/bitKeys.ts';

const GRID = { count: 100 * 8, perRow: 32, page: 10 };
const move = (key: string, from: number, ctrlKey = false) => moveBit({ key, ctrlKey }, from, GRID);

describe('keys in the grid of bits', () => {
  test.each([
    ['ArrowRight', false, 5, 6],
    ['ArrowLeft', false, 0, 0],
    ['ArrowRight', true, 5, 13],
    ['ArrowDown', false, 5, 37],
    ['ArrowUp', false, 5, 5],
    ['ArrowDown', false, 799, 799],
    ['Home', false, 45, 32],
    ['End', false, 45, 63],
    ['Home', true, 45, 0],
    ['End', true, 45, 799],
    ['PageDown', false, 5, 325],
    ['PageDown', false, 700, 799],
    ['PageUp', false, 325, 5],
    ['PageUp', false, 37, 5],
  ] as const)('%s with Ctrl %s from %i leads to %i', (key, ctrl, from, to) => {
    expect(move(key, from, ctrl)).toBe(to);
  });

  test('all others belong to somebody else', () => {
    expect(move('a', 5)).toBeNull();
  });
});

test('a row holds as many whole bytes as fit with bits wide enough for a finger', () => {
  expect([1000, 700, 350].map(bytesPerRow)).toEqual([4, 2, 1]);
});
