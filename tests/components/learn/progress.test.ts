import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import {
  progressIn,
  readRemembered,
  remember,
  remembered,
  useProgress,
} from '../../../src/components/learn/progress.ts';

const EMPTY = { last: null, lessons: {} };
const HERE = { step: 'key1-3', inputs: { key1: '4 @1' }, index: 2, count: 40 };

beforeEach(() => useProgress.setState(EMPTY));

test('what was stored is found again', () => {
  const state = { last: 'a', lessons: { a: { ...HERE, finished: true } } };
  expect(readRemembered(JSON.parse(JSON.stringify(state)))).toEqual(state);
});

test('what an older version stored has not been finished', () => {
  expect(readRemembered({ last: 'a', lessons: { a: HERE } }).lessons.a).toEqual({ ...HERE, finished: false });
});

test.each([null, undefined, 7, 'a', [], { last: 3, lessons: 'x' }, { lessons: { a: null, b: 7, c: {} } }])(
  'rubbish in the storage is left alone: %j',
  (stored) => {
    expect(readRemembered(stored)).toEqual(EMPTY);
  },
);

test.each([{ index: 40 }, { index: -1 }, { index: 1.5 }, { count: Number.NaN }, { step: 5 }])(
  'a place that cannot be is no place: %j',
  (wrong) => {
    expect(readRemembered({ lessons: { a: { ...HERE, ...wrong } } }).lessons).toEqual({});
  },
);

test('inputs that are no texts are left out', () => {
  const { lessons } = readRemembered({ lessons: { a: { ...HERE, inputs: { key1: 'x', key2: 7, key3: null } } } });
  expect(lessons.a?.inputs).toEqual({ key1: 'x' });
});

test('any value at all is read without throwing', () => {
  fc.assert(fc.property(fc.anything(), (stored) => void readRemembered(stored)));
});

test('the lesson that was open last is known, and its step', () => {
  remember('a', HERE);
  remember('b', { ...HERE, index: 5 });
  expect(useProgress.getState().last).toBe('b');
  expect(remembered('a')).toMatchObject(HERE);
  expect(remembered('b')?.index).toBe(5);
});

test('a lesson that has been finished stays so', () => {
  remember('a', HERE);
  expect(remembered('a')?.finished).toBe(false);
  remember('a', { ...HERE, index: 39 });
  remember('a', { ...HERE, index: 0 });
  expect(remembered('a')).toMatchObject({ index: 0, finished: true });
});

test('a lesson is not found by a name that every object has', () => {
  expect(progressIn(EMPTY, 'toString')).toBeNull();
});

test('a storage that refuses is no reason to fail', () => {
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', {
    setItem: () => {
      throw new Error('full');
    },
  });
  remember('a', HERE);
  expect(() => vi.runAllTimers()).not.toThrow();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('what another window has written meanwhile is kept', () => {
  vi.useFakeTimers();
  let stored = JSON.stringify({ last: 'there', lessons: { there: { ...HERE, index: 7 } } });
  vi.stubGlobal('localStorage', {
    getItem: () => stored,
    setItem: (_: string, text: string) => {
      stored = text;
    },
  });
  useProgress.setState({ last: 'there', lessons: { there: { ...HERE, finished: false } } });
  remember('here', HERE);
  vi.runAllTimers();
  expect(JSON.parse(stored)).toMatchObject({ last: 'here', lessons: { there: { index: 7 }, here: HERE } });
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
