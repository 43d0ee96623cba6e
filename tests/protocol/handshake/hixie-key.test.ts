import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeKey, readKey, scanKey, spacesBeforeCollapse } from '../../../src/protocol/handshake/hixie-key.ts';
import { randomFrom } from './support.ts';

/** Facts 15.1 and 15.2: keys that were published or captured, and what their collapsed copies give. */
test.each([
  ['4 @1  46546xW%0l 1 5', '4146546015', 5, 829309203],
  ['12998 5 Y3 1  .P00', '1299853100', 5, 259970620],
  ['18x 6]8vM;54 *(5:  {   U1]8  z [  8', '1868545188', 12, 155712099],
  ['1_ tx7X d  <  nw  334J702) 7]o}` 0', '1733470270', 10, 173347027],
  ['3e6b263  4 17 80', '3626341780', 4, 906585445],
  ['17  9 G`ZD9   2 2b 7X 3 /r90', '1799227390', 10, 179922739],
  ['30  ;- 5=5 u 4 1  7336', '3055417336', 8, 381927167],
  [":2 8 G(  07A 93Ql 3 *20 Ox0G'w", '2807933200', 8, 350991650],
])('The key %j gives %s / %i = %i.', (text, digits, spaces, part) => {
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

test('The scan says character by character what it has gathered, and ends with the same result.', () => {
  const steps = [...scanKey('4 @1')];
  expect(steps).toEqual([
    { kind: 'digit', index: 0, character: '4', digits: '4', spaces: 0 },
    { kind: 'space', index: 1, character: ' ', digits: '4', spaces: 1 },
    { kind: 'noise', index: 2, character: '@', digits: '4', spaces: 1 },
    { kind: 'digit', index: 3, character: '1', digits: '41', spaces: 1 },
  ]);
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

test('A made key reads back as its number, and looks as section 4.1 says.', () => {
  for (let seed = 0; seed < 500; seed += 1) {
    const { text, spaces, part } = makeKey(randomFrom(seed));
    expect(readKey(text)).toMatchObject({ part, spaces, problems: [] });
    expect(text).toMatch(/^[!-~][ -~]*[!-~]$/);
    const noise = text.replace(/[\d ]/g, '').length;
    expect(noise).toBeGreaterThanOrEqual(1);
    expect(noise).toBeLessThanOrEqual(12);
    expect(spaces).toBeLessThanOrEqual(12);
  }
});

test('A random source that always says the same still ends in a key.', () => {
  for (const byte of [0, 0xff]) {
    const { text, part } = makeKey((count) => new Uint8Array(count).fill(byte));
    expect(readKey(text).part).toBe(part);
  }
});
