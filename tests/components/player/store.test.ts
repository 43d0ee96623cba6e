import { beforeEach, expect, test } from 'vitest';
import {
  goTo,
  keepDraft,
  leaveLessons,
  leavePresenting,
  openLesson,
  present,
  START,
  setBlank,
  setSpeed,
  takeInputs,
  useLearn,
} from '../../../src/components/player/store.ts';

const now = () => useLearn.getState();

beforeEach(() => {
  useLearn.setState(START);
  openLesson('a', { inputs: { key1: '1' } });
});

test('a text that can be read is an input, one that cannot a draft', () => {
  keepDraft('key1', '1x');
  expect(now()).toMatchObject({ inputs: { key1: '1' }, drafts: { key1: '1x' } });
  takeInputs({ key1: '12' });
  expect(now()).toMatchObject({ inputs: { key1: '12' }, drafts: {} });
});

test('an example replaces inputs and drafts alike, and leaves other inputs', () => {
  keepDraft('key2', 'bad');
  takeInputs({ key2: '2' });
  expect(now()).toMatchObject({ inputs: { key1: '1', key2: '2' }, drafts: {} });
});

test('another lesson forgets the inputs of the last, and keeps the speed', () => {
  setSpeed(4);
  openLesson('b', { step: 'x', index: 3 });
  expect(now()).toMatchObject({ lesson: 'b', step: 'x', index: 3, inputs: {}, speed: 4, playing: false });
});

test('a presentation goes on in another lesson, with the same session', () => {
  present();
  const { session } = now();
  openLesson('b', { mode: 'page', session: null });
  expect(now()).toMatchObject({ mode: 'present', session });
});

test('a link may begin a presentation', () => {
  openLesson('b', { mode: 'notes', session: 'abcd' });
  expect(now()).toMatchObject({ mode: 'notes', session: 'abcd' });
});

test('a presentation that begins with a link has a session of its own', () => {
  openLesson('b', { mode: 'present', session: null });
  expect(now().session).toMatch(/^[a-z0-9]+$/);
});

test('who presents again is in the same session', () => {
  present();
  const { session } = now();
  leavePresenting();
  expect(now().mode).toBe('page');
  present();
  expect(now().session).toBe(session);
});

test('any step ends the dark', () => {
  setBlank(true);
  goTo(4, 'x');
  expect(now()).toMatchObject({ index: 4, step: 'x', blank: false });
});

test('after the last lesson nothing is presented any more', () => {
  present();
  leaveLessons();
  expect(now()).toMatchObject({ lesson: null, mode: 'page', session: null });
});
