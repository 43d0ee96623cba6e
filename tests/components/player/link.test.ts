import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Mode, newSession, type Place, placeHash, readPlace } from '../../../src/components/player/link.ts';

const id = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const name = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,12}$/).filter((text) => !['present', 'notes'].includes(text));
/** Anything a link can carry: a lone surrogate is no text. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '&',
    '=',
    '#',
    '/',
    '%',
    '%zz',
    '/v1/',
    'a&b=c',
    '<script>',
    '\u202e',
    '\u0000',
    "!'()*",
    '__proto__',
  ),
);

describe('a place', () => {
  test('is read back exactly, whatever is in the inputs', () => {
    const place = fc.record({
      lesson: id,
      step: fc.option(id.filter((step) => !/^v\d+$/.test(step))),
      inputs: fc.dictionary(name, text),
      mode: fc.constantFrom<Mode>('page', 'present', 'notes'),
      session: fc.option(fc.stringMatching(/^[a-z0-9]{4,32}$/)),
    });
    fc.assert(
      fc.property(place, (given: Place) => {
        const read = readPlace(placeHash(given));
        const session = given.mode === 'page' ? null : given.session;
        expect(read).toEqual({ ...given, inputs: { ...given.inputs }, session, unusable: [] });
      }),
    );
  });

  test('is one fragment, without a character that ends an address in running text', () => {
    fc.assert(
      fc.property(fc.dictionary(name, text), (inputs) => {
        expect(placeHash({ lesson: 'a', step: 'b', inputs, mode: 'present' })).toMatch(/^#\/learn\/[\w\-./%&=~]*$/);
      }),
    );
  });

  test('keeps a step that looks like a version', () => {
    const place = { lesson: 'a', step: 'v1', inputs: { key: 'x' }, mode: 'page' } as const;
    expect(readPlace(placeHash(place))).toMatchObject(place);
  });
});

describe('a link', () => {
  test.each([
    ['#/learn/md5-handshake', { step: null, inputs: {}, mode: 'page' }],
    ['#/learn/md5-handshake/', { step: null }],
    ['/learn/md5-handshake/key1-17', { step: 'key1-17' }],
    ['#/learn/md5-handshake/key1-17/v1/key1=4%20%401&key3=', { step: 'key1-17', inputs: { key1: '4 @1', key3: '' } }],
    ['#/learn/md5-handshake/v1/key1=x', { step: null, inputs: { key1: 'x' } }],
    ['#/learn/md5-handshake/key1-17/v1/present', { mode: 'present', session: null }],
    [
      '#/learn/md5-handshake/key1-17/v1/notes=k3j5h7&key1=x',
      { mode: 'notes', session: 'k3j5h7', inputs: { key1: 'x' } },
    ],
  ])('of version 1 stays readable: %s', (hash, expected) => {
    expect(readPlace(hash)).toMatchObject({ lesson: 'md5-handshake', ...expected, unusable: [] });
  });

  test.each([
    ['#/learn/a/b/v1/key=%zz&other=x', ['key'], { other: 'x' }],
    ['#/learn/a/b/v1/key=%e4%b8', ['key'], {}],
    ['#/learn/a/b/v2/key=x', ['version'], { key: 'x' }],
    ['#/learn/a/B%20b', ['step'], {}],
    ['#/learn/a/b/c/d', ['step'], {}],
    ['#/learn/a/b/v1/nonsense', ['nonsense'], {}],
    ['#/learn/a/b/v1/present=../..&x=1', ['present'], { x: '1' }],
  ])('that is broken says what could not be used, and keeps the rest: %s', (hash, unusable, inputs) => {
    expect(readPlace(hash)).toMatchObject({ lesson: 'a', unusable, inputs });
  });

  test('to somewhere else is none', () => {
    for (const hash of ['', '#/', '#/learn', '#/learn/', '#/decode/v1/x', '#/learn/<img>'])
      expect(readPlace(hash)).toBeNull();
  });

  test('of any text at all is read without throwing', () => {
    fc.assert(fc.property(fc.string(), (tail) => void readPlace(`#/learn/a/${tail}`)));
  });

  test('names no input that an object has by itself', () => {
    const { inputs } = readPlace('#/learn/a/b/v1/__proto__=x&constructor=y') ?? { inputs: {} };
    expect(Object.entries(inputs)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

test('sessions can be told apart and stand in a link', () => {
  const sessions = Array.from({ length: 50 }, newSession);
  expect(new Set(sessions).size).toBe(50);
  for (const session of sessions) {
    expect(readPlace(placeHash({ lesson: 'a', step: null, inputs: {}, mode: 'notes', session }))?.session).toBe(
      session,
    );
  }
});
