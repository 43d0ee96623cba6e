import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHex, hexDigit, toHex } from '../../../src/protocol/bytes/hex.ts';

test('bytes at random read as node reads them, there and back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = Buffer.from(bytes).toString('hex');
      expect(toHex(bytes)).toBe(text);
      expect(fromHex(text)).toEqual(bytes);
      expect(fromHex(text.toUpperCase())).toEqual(bytes);
    }),
  );
});

test.each(['0', '0g', 'g0', '00 00', '0x00', '٠٠', ' 00'])('%j is not clean hex', (text) => {
  expect(fromHex(text)).toBeNull();
});

test('a digit is one of twenty-two characters', () => {
  const digits = Array.from({ length: 0x300 }, (_, code) => code).filter((code) => hexDigit(code) !== 0xff);
  expect(String.fromCharCode(...digits)).toBe('0123456789ABCDEFabcdef');
});
