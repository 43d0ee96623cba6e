import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partBytes, readKey, spacesBeforeCollapse } from '../../../src/protocol/handshake/hixie-key.ts';
import { DRAFT_KEYS } from './draft-keys.ts';

test.each(DRAFT_KEYS)('The key %j gives %s / %i = %i.', (text, digits, spaces, part) => {
  expect(readKey(text)).toEqual({ digits, spaces, number: Number(digits), remainder: 0, part, problems: [] });
});

const collapse = (text: string) => text.replace(/ +/g, ' ');

test.each([
  ['4 @1  46546xW%0l 1 5', 4, 3, null],
  ['12998 5 Y3 1  .P00', 4, 0, 324963275],
  ['18x 6]8vM;54 *(5:  {   U1]8  z [  8', 7, 6, null],
  ['1_ tx7X d  <  nw  334J702) 7]o}` 0', 7, 0, 247638610],
])('With its spaces collapsed %j has %i, remainder %i.', (text, spaces, remainder, part) => {
  expect(readKey(collapse(text))).toMatchObject({ spaces, remainder, part });
});

test('The true number of spaces is among those a collapsed key may have had.', () => {
  const shown = collapse('18x 6]8vM;54 *(5:  {   U1]8  z [  8');
  expect(spacesBeforeCollapse(readKey(shown), shown)).toEqual([9, 12]);
  const whole = 'a1  2';
  expect(spacesBeforeCollapse(readKey(whole), whole)).toEqual([]);
});

test.each([
  ['x y z', ['no-digits']],
  ['123', ['no-spaces']],
  ['', ['no-digits', 'no-spaces']],
  ['7 x 8y9', ['not-divisible']],
  ['9999999999 9', ['number-too-big']],
  ['42949 67296 ', ['number-too-big']],
  [`1${'0'.repeat(400)} 1 1`, ['number-too-big', 'not-divisible']],
])('The key %j breaks %j.', (text, problems) => {
  expect(readKey(text).problems).toEqual(problems);
});

test('Only U+0020 counts as a space and only ASCII digits as digits.', () => {
  expect(readKey('1\t\u00a0 2\u0663')).toMatchObject({ digits: '12', spaces: 1 });
});

test('The number is divided exactly, as BigInt does it.', () => {
  const key = fc.string({ unit: fc.constantFrom(...'0123456789 ab'), maxLength: 30 });
  fc.assert(
    fc.property(key, (text) => {
      const { remainder, part } = readKey(text);
      const digits = text.replace(/\D/g, '');
      const spaces = text.split(' ').length - 1;
      if (digits === '' || spaces === 0) return remainder === null && part === null;
      const number = BigInt(digits);
      const fits = number % BigInt(spaces) === 0n && number <= 0xffffffffn;
      return (
        BigInt(remainder ?? -1) === number % BigInt(spaces) && part === (fits ? Number(number / BigInt(spaces)) : null)
      );
    }),
  );
});

test('A number too long to be exact is none, and its remainder is exact all the same.', () => {
  const digits = '9'.repeat(10_000);
  const remainder = Number(BigInt(digits) % 7n);
  expect(readKey(`${digits}       `)).toEqual({
    digits,
    spaces: 7,
    number: null,
    remainder,
    part: null,
    problems: ['number-too-big', 'not-divisible'],
  });
  expect(readKey('9007199254740991 ').number).toBe(Number.MAX_SAFE_INTEGER);
  expect(readKey('9007199254740993 ').number).toBeNull();
});

test('A part goes out high byte first, above 2^31 too.', () => {
  expect([...partBytes(0x316e4113)]).toEqual([0x31, 0x6e, 0x41, 0x13]);
  expect([...partBytes(0xfffefdfc)]).toEqual([0xff, 0xfe, 0xfd, 0xfc]);
});
