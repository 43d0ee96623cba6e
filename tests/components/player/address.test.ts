import { beforeEach, expect, test } from 'vitest';
import { startOf } from '../../../src/components/learn/start.ts';
import type { CourseEntry } from '../../../src/components/lesson/course.ts';
import { readPlace } from '../../../src/components/player/link.ts';
import { START, takeInputs, useLearn } from '../../../src/components/player/store.ts';
import { hashFor } from '../../../src/components/player/useAddress.ts';
import { LESSON } from './lesson.ts';

const ENTRY = { id: 'a' } as CourseEntry;

beforeEach(() => useLearn.setState({ ...START, lesson: 'a', step: 'byte-4', index: 4 }));

test('the address has the step, and no inputs where they are the first example’s', () => {
  expect(hashFor(ENTRY, LESSON, 'page')).toBe('#/learn/a/byte-4');
  takeInputs({ message: '48 65 6c 6c 6f' });
  expect(hashFor(ENTRY, LESSON, 'page')).toBe('#/learn/a/byte-4');
});

test('the address has the step on show where other inputs have no such step', () => {
  takeInputs({ message: '48 65' });
  const hash = hashFor(ENTRY, LESSON, 'page');
  expect(hash).toBe('#/learn/a/end/v1/message=48%2065&ends=all');
  const place = readPlace(hash);
  expect(place && startOf(LESSON, place, null)).toMatchObject({ step: 'end', index: 3, unusable: [] });
});

test('the step that was chosen comes back with its inputs', () => {
  takeInputs({ message: '48 65' });
  takeInputs({ message: '48 65 6c 6c 70' });
  expect(hashFor(ENTRY, LESSON, 'page')).toContain('#/learn/a/byte-4/v1/');
});
