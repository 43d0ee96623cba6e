import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHex } from '../../../src/protocol/bytes/hex.ts';
import { encodeHixieLength, exactHixieLength, HIXIE_LENGTH_CAP } from '../../../src/protocol/frame/hixie-length.ts';
import {
  encodeLength,
  headerSize,
  type LengthForm,
  lengthFormOf,
  minimalForm,
  readBigEndian,
} from '../../../src/protocol/frame/length.ts';

test.each([
  [0n, 7],
  [125n, 7],
  [126n, 16],
  [65535n, 16],
  [65536n, 64],
  [(1n << 63n) - 1n, 64],
] as [bigint, LengthForm][])('%d needs the %d-bit form', (length, form) => {
  expect(minimalForm(length)).toBe(form);
});

test.each([
  [125, '7d', ''],
  [126, '7e', '007e'],
  [65535, '7e', 'ffff'],
  [65536, '7f', '0000000000010000'],
  [(1n << 63n) - 1n, '7f', '7fffffffffffffff'],
] as [number | bigint, string, string][])('%d is written as section 5.2 says', (length, seven, extended) => {
  const written = encodeLength(length);
  expect([written.seven.toString(16), toHex(written.extended)]).toEqual([seven, extended]);
  expect(lengthFormOf(written.seven | 0x80)).toBe(minimalForm(length));
});

test('a longer form than needed can be forced', () => {
  expect(toHex(encodeLength(5, 16).extended)).toBe('0005');
  expect(encodeLength(5, 64)).toMatchObject({ seven: 127 });
});

test('headers are 2, 4 or 10 bytes, and four more with a key', () => {
  const sizes = ([7, 16, 64] as const).map((form) => [headerSize(form, false), headerSize(form, true)]);
  expect(sizes).toEqual([
    [2, 6],
    [4, 8],
    [10, 14],
  ]);
});

test('64-bit lengths survive exactly', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, (1n << 64n) - 1n), (length) => {
      expect(readBigEndian(encodeLength(length, 64).extended)).toBe(length);
    }),
  );
});

test('300 in base 128 is 82 2c, as in the hixie drafts', () => {
  expect(toHex(encodeHixieLength(300))).toBe('822c');
});

test('base 128 survives exactly up to 64 bits and is cut above', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, (1n << 80n) - 1n), fc.nat(5), (length, padding) => {
      const bytes = Uint8Array.from([...new Array<number>(padding).fill(0x80), ...encodeHixieLength(length)]);
      expect(exactHixieLength(bytes)).toBe([length, HIXIE_LENGTH_CAP].sort((a, b) => (a < b ? -1 : 1))[0]);
    }),
  );
});
