import { expect, test } from 'vitest';
import { formatExtensions, isToken, lower, parseExtensions, splitList } from '../../../src/protocol/handshake/lists.ts';

test('A list is split at commas, trimmed, and its empty elements count for nothing.', () => {
  expect(splitList(' keep-alive ,\tUpgrade,,')).toEqual([
    { text: 'keep-alive', start: 1, end: 11 },
    { text: 'Upgrade', start: 14, end: 21 },
  ]);
  expect(splitList('')).toEqual([]);
});

test('The examples of RFC 6455 section 9.1 are read as it says.', () => {
  expect(parseExtensions('foo')).toMatchObject({ extensions: [{ name: 'foo', params: [] }], problem: null });
  expect(parseExtensions('bar; baz=2').extensions).toMatchObject([
    { name: 'bar', params: [{ name: 'baz', value: '2' }] },
  ]);
  expect(parseExtensions('foo, bar; baz=2').extensions.map(({ name }) => name)).toEqual(['foo', 'bar']);
});

test('Every element and parameter knows its place in the value.', () => {
  const value = 'a; b="c" ; d , e;f=g';
  const { extensions } = parseExtensions(value);
  expect(extensions.map(({ text, start, end }) => [text, value.slice(start, end)])).toEqual([
    ['a; b="c" ; d', 'a; b="c" ; d'],
    ['e;f=g', 'e;f=g'],
  ]);
  const params = extensions.flatMap((extension) => extension.params);
  expect(params.map(({ name, value: v, start, end }) => [name, v, value.slice(start, end)])).toEqual([
    ['b', 'c', 'b="c"'],
    ['d', null, 'd'],
    ['f', 'g', 'f=g'],
  ]);
});

test('Quotes and escapes come off a quoted value.', () => {
  expect(parseExtensions('a; b="1\\0"').extensions[0]?.params[0]?.value).toBe('10');
});

test.each([
  ['', 0, 'element'],
  [' , ', 3, 'element'],
  ['a;', 2, 'token'],
  ['a; =1', 3, 'token'],
  ['a; b=', 5, 'value'],
  ['a; b=,c', 5, 'value'],
  ['a; b="c', 7, 'quote'],
  ['a; b="c d"', 5, 'value'],
  ['a; b=""', 5, 'value'],
  ['a b', 2, 'separator'],
  ['a; b=c d', 7, 'separator'],
  ['a, @', 3, 'token'],
])('What is not an extension list is refused at its character: %s', (value, offset, expected) => {
  expect(parseExtensions(value).problem).toEqual({ offset, expected });
});

test('Writing an extension list and reading it gives the same list.', () => {
  const list = [
    {
      name: 'permessage-deflate',
      params: [
        { name: 'client_max_window_bits', value: null },
        { name: 'x', value: '10' },
      ],
    },
    { name: 'other', params: [] },
  ];
  const text = formatExtensions(list);
  expect(text).toBe('permessage-deflate; client_max_window_bits; x=10, other');
  expect(parseExtensions(text).extensions).toMatchObject(list);
});

test('Case is folded for ASCII letters only.', () => {
  expect(lower('WebSoc\u212aet')).toBe('websoc\u212aet');
});

test('A token has no separators and is not empty.', () => {
  expect(['chat.v2', "!#$%&'*+-.^_`|~", '', 'a b', 'a/b', 'a"'].map(isToken)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
