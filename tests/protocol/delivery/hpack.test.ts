import { expect, test } from 'vitest';
import { type HeaderField, HpackSizer } from '../../../src/protocol/delivery/hpack.ts';
import { STATIC_TABLE } from '../../../src/protocol/delivery/hpack-table.ts';

test('the static table has 61 entries, with those of the corners where RFC 7541 has them', () => {
  expect(STATIC_TABLE).toHaveLength(61);
  expect([1, 16, 32, 61].map((index) => STATIC_TABLE[index - 1]?.[0])).toEqual([
    ':authority',
    'accept-encoding',
    'cookie',
    'www-authenticate',
  ]);
});

test('the requests of RFC 7541 appendix C.3 take 20, 14 and 29 bytes', () => {
  const sizer = new HpackSizer();
  const first: HeaderField[] = [
    [':method', 'GET'],
    [':scheme', 'http'],
    [':path', '/'],
    [':authority', 'www.example.com'],
  ];
  expect(sizer.block(first)).toBe(20);
  expect(sizer.block([...first, ['cache-control', 'no-cache']])).toBe(14);
  expect(
    sizer.block([
      [':method', 'GET'],
      [':scheme', 'https'],
      [':path', '/index.html'],
      [':authority', 'www.example.com'],
      ['custom-key', 'custom-value'],
    ]),
  ).toBe(29);
});

test('the answers of appendix C.5, whose table of 256 bytes runs over, take 70, 8 and 98 bytes', () => {
  const sizer = new HpackSizer(256);
  const answer = (status: string, date: string): HeaderField[] => [
    [':status', status],
    ['cache-control', 'private'],
    ['date', `Mon, 21 Oct 2013 20:13:${date} GMT`],
    ['location', 'https://www.example.com'],
  ];
  expect(sizer.block(answer('302', '21'))).toBe(70);
  expect(sizer.block(answer('307', '21'))).toBe(8);
  const cookie = 'foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1';
  expect(sizer.block([...answer('200', '22'), ['content-encoding', 'gzip'], ['set-cookie', cookie]])).toBe(98);
});

test('a field larger than the table empties it, and integers grow past their prefix', () => {
  const sizer = new HpackSizer();
  const long: HeaderField = ['x', 'y'.repeat(5000)];
  expect(sizer.block([['a', 'b']])).toBe(5);
  expect(sizer.block([['a', 'b']])).toBe(1);
  // 1 for the kind, 1 + 1 for the name, 3 for the length 5000 (127, then 4873 in two groups of seven bits).
  expect(sizer.block([long])).toBe(1 + 2 + 3 + 5000);
  expect(sizer.block([['a', 'b']])).toBe(5);
});
