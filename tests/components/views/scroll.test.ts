import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  base,
  drawn,
  follow,
  type Geometry,
  MAX_HEIGHT,
  placeAt,
  reveal,
  START,
  spacer,
} from '../../../src/components/views/scroll.ts';

const short: Geometry = { rows: 1000, rowHeight: 28, view: 280 };
const long: Geometry = { rows: 1_310_720, rowHeight: 28, view: 280 };

test('a list that a browser can hold is as high as its rows', () => {
  expect(spacer(short)).toBe(28_000);
  expect(follow(START, 14_000, short)).toEqual({ top: 14_000, row: 500 });
  expect(base(follow(START, 14_000, short), short)).toBe(0);
});

test('a longer one is not', () => {
  expect(spacer(long)).toBe(MAX_HEIGHT);
});

test('small moves in a long list are exact: rows stay where they are on the element', () => {
  const before = placeAt(600_000, long);
  const after = follow(before, before.top + 56, long);
  expect(after.row).toBeCloseTo(600_002, 3);
  expect(base(after, long)).toBeCloseTo(base(before, long), 3);
});

test('the ends of a long list are reached, by wheel and by scroll bar', () => {
  expect(follow(placeAt(700_000, long), 0, long).row).toBe(0);
  const end = follow(placeAt(700_000, long), MAX_HEIGHT - long.view, long);
  expect(drawn(end, long, 0)[1]).toBe(long.rows);
});

test('every row can be shown, and is then in the window', () => {
  fc.assert(
    fc.property(fc.nat({ max: long.rows - 1 }), fc.nat({ max: long.rows - 1 }), (from, row) => {
      const place = reveal(placeAt(from, long), row, long);
      expect(row).toBeGreaterThanOrEqual(place.row - 1e-6);
      expect(row + 1).toBeLessThanOrEqual(place.row + long.view / long.rowHeight + 1e-6);
      const [first, end] = drawn(place, long, 8);
      expect(first <= row && row < end).toBe(true);
      const pixel = base(place, long) + row * long.rowHeight;
      expect(pixel).toBeGreaterThanOrEqual(place.top - 0.01);
      expect(pixel + long.rowHeight).toBeLessThanOrEqual(place.top + long.view + 0.01);
    }),
  );
});

test('a row that is in the window already moves nothing', () => {
  const place = placeAt(100, short);
  expect(reveal(place, 105, short)).toBe(place);
});

test('a list shorter than its window stands still', () => {
  const few: Geometry = { rows: 3, rowHeight: 28, view: 280 };
  expect(placeAt(2, few)).toEqual({ top: 0, row: 0 });
  expect(drawn(START, few, 8)).toEqual([0, 3]);
});
