import { describe, expect, test } from 'vitest';
import { indexOf, inputTexts, inputValues, planOf, stay, unreadable } from '../../../src/components/player/player.ts';
import { phaseAfter, phaseBefore } from '../../../src/components/player/useKeys.ts';
import { LESSON } from './lesson.ts';

const plan = planOf(LESSON, {});

describe('where a step is', () => {
  test('the index is right where it was', () => {
    expect(indexOf(plan, 'byte-3', 3)).toBe(3);
  });

  test('a step that moved is found by its id', () => {
    expect(indexOf(plan, 'end', 1)).toBe(6);
    expect(indexOf(planOf(LESSON, { message: '48 65' }), 'end', 6)).toBe(3);
  });

  test('a step that is gone leaves the nearest place', () => {
    expect(indexOf(planOf(LESSON, { message: '48', ends: 'none' }), 'byte-4', 4)).toBe(1);
  });

  test('without an id the index counts, as far as there are steps', () => {
    expect([-5, 2, 99].map((index) => indexOf(plan, null, index))).toEqual([0, 2, 6]);
  });
});

describe('inputs', () => {
  test('those not given are those of the first example', () => {
    expect(inputTexts(LESSON, { message: '00' })).toEqual({ message: '00', ends: 'all' });
  });

  test('a text that cannot be read counts as that of the first example', () => {
    expect(inputValues(LESSON, { message: 'zz', ends: 'toString' })).toEqual({
      message: new Uint8Array([0x48, 0x65, 0x6c, 0x6c, 0x6f]),
      ends: 'all',
    });
  });

  test('those that cannot be read or that the lesson does not have are named', () => {
    expect(unreadable(LESSON.fields, { message: '4', ends: 'none', toString: 'x', other: '' })).toEqual([
      'message',
      'toString',
      'other',
    ]);
  });
});

describe('from phase to phase', () => {
  test('forth is the next start, and the last step after the last', () => {
    expect([0, 1, 4, 6].map((index) => phaseAfter({ plan }, index))).toEqual([1, 6, 6, 6]);
  });

  test('back is the start of this phase, and then of the one before', () => {
    expect([0, 1, 4, 6].map((index) => phaseBefore({ plan }, index))).toEqual([0, 0, 1, 1]);
  });

  test('a phase without steps is not there', () => {
    expect(
      planOf(LESSON, { message: '' })
        .outline()
        .map(({ phase }) => phase),
    ).toEqual(['intro', 'end']);
  });
});

describe('where one stands when the inputs change', () => {
  test('at the same step, wherever it is now', () => {
    expect(stay(plan, 3, planOf(LESSON, { message: '01 02 03 04' }))).toBe(3);
    expect(stay(plan, 6, planOf(LESSON, { message: '48 65' }))).toBe(3);
  });

  test('at the last step before it that is still there, where it is gone', () => {
    expect(stay(plan, 5, planOf(LESSON, { message: '48 65' }))).toBe(2);
    expect(stay(plan, 6, planOf(LESSON, { ends: 'none' }))).toBe(5);
    expect(stay(plan, 4, planOf(LESSON, { message: '' }))).toBe(0);
  });
});
