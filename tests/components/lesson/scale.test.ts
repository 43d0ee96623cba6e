import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lengthField } from '../../../src/components/lesson/fields.ts';
import { lastPlace, movedBy, placeOf, shortNumber, valueAt } from '../../../src/components/lesson/scale.ts';

const field = lengthField({ marks: [125n, 126n, 65535n, 65536n, 2n ** 31n, 2n ** 53n] });
const MARKS = field.marks ?? [];
const MOST = 2n ** 63n - 1n;
const values = fc.oneof(fc.bigInt({ min: 0n, max: MOST }), fc.bigInt({ min: 0n, max: 70000n }));

test('every mark has a place of its own, and the places run from end to end', () => {
  const places = MARKS.map((mark) => placeOf(mark, MARKS));
  expect(new Set(places).size).toBe(MARKS.length);
  expect(places[0]).toBe(0);
  expect(places.at(-1)).toBe(lastPlace(MARKS));
  expect(places.map((place) => valueAt(place, MARKS))).toEqual(MARKS);
});

test('a slider that goes right never makes the number smaller', () => {
  let before = -1n;
  for (let place = 0; place <= lastPlace(MARKS); place += 1) {
    const value = valueAt(place, MARKS);
    expect(value >= before).toBe(true);
    before = value;
  }
  expect(before).toBe(MOST);
});

test('the thumb stands where the number is: within a hundredth of a doubling', () => {
  fc.assert(
    fc.property(values, (value) => {
      const there = valueAt(placeOf(value, MARKS), MARKS);
      expect(Math.abs(Math.log2(Number(there) + 1) - Math.log2(Number(value) + 1))).toBeLessThan(0.02);
    }),
  );
});

test.each([
  ['ArrowRight', 125n, 126n],
  ['ArrowLeft', 65536n, 65535n],
  ['ArrowLeft', 0n, 0n],
  ['ArrowUp', MOST, MOST],
  ['PageUp', 0n, 1n],
  ['PageUp', 42n, 420n],
  ['PageUp', MOST, MOST],
  ['PageDown', 420n, 42n],
  ['Home', 5n, 0n],
  ['End', 5n, MOST],
  ['a', 5n, null],
])('%s from %s leads to %s', (key, from, to) => {
  expect(movedBy(key, from, MARKS)).toBe(to);
});

test('large numbers are named by their power of two', () => {
  expect([125n, 65536n, 2n ** 31n, 2n ** 53n - 1n, 2n ** 53n + 1n, MOST].map(shortNumber)).toEqual([
    '125',
    '65536',
    '2³¹',
    '2⁵³ − 1',
    '2⁵³ + 1',
    '2⁶³ − 1',
  ]);
});

describe('a field for a length', () => {
  test('is exact beyond what a JavaScript number can count', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(field.read(String(value))).toEqual({ value });
      }),
    );
    expect(field.read('9 223 372 036 854 775 807')).toEqual({ value: MOST });
    expect(field.read('0xFFFF')).toEqual({ value: 65535n });
    expect(field.read('65,536')).toEqual({ value: 65536n });
  });

  test('says what is wrong', () => {
    expect(field.read('9223372036854775808')).toMatchObject({ problem: 'out-of-range' });
    for (const text of ['', '-1', '1.5', '1e3', '0x', 'ten', '9'.repeat(41)]) {
      expect(field.read(text)).toMatchObject({ problem: 'not-a-number' });
    }
  });
});
