import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64, toBase64, toBase64Url } from '../../../src/protocol/bytes/base64.ts';

test('bytes at random read as node reads them, there and back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const buffer = Buffer.from(bytes);
      expect(toBase64(bytes)).toBe(buffer.toString('base64'));
      expect(toBase64Url(bytes)).toBe(buffer.toString('base64url'));
      expect(fromBase64(toBase64(bytes))).toEqual({ bytes, problem: null, position: -1, padBits: 0 });
      const url = { alphabet: 'url', padding: 'optional' } as const;
      expect(fromBase64(toBase64Url(bytes), url).bytes).toEqual(bytes);
      expect(fromBase64(toBase64Url(bytes, true), { alphabet: 'url' }).bytes).toEqual(bytes);
    }),
  );
});

// RFC 4648 §10.
test.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
])('%j is %j', (text, base64) => {
  expect(toBase64(Buffer.from(text))).toBe(base64);
  expect(Buffer.from(fromBase64(base64).bytes).toString()).toBe(text);
});

describe('a strict reader', () => {
  test.each([
    ['Zm9v!A==', 'not-base64', 4, 'foo'],
    ['Zm9v YmFy', 'not-base64', 4, 'foo'],
    ['Zm=9v!', 'not-base64', 5, 'f'],
    ['-_-_', 'not-base64', 0, ''],
    ['Zm９v', 'not-base64', 2, 'f'],
    ['Zm9vY', 'bad-padding', 5, 'foo'],
    ['Zm9vY===', 'bad-padding', 5, 'foo'],
    ['Zm9vYg', 'bad-padding', 6, 'foob'],
    ['Zm9vYg=', 'bad-padding', 7, 'foob'],
    ['Zm9vYg===', 'bad-padding', 8, 'foob'],
    ['Zm9v=', 'bad-padding', 4, 'foo'],
    ['Zg==Zg==', 'bad-padding', 2, 'f'],
    ['=', 'bad-padding', 0, ''],
  ])('%j: %s at %i, after %j', (text, problem, position, read) => {
    const reading = fromBase64(text);
    expect(reading).toMatchObject({ problem, position });
    expect(Buffer.from(reading.bytes).toString()).toBe(read);
  });

  test('one alphabet is foreign to the other, and `either` takes both', () => {
    expect(fromBase64('++//', { alphabet: 'url' }).position).toBe(0);
    expect(fromBase64('+-/_', { alphabet: 'either' })).toMatchObject({ problem: null });
  });

  test('optional padding may be absent or whole, not half', () => {
    expect(fromBase64('Zg', { padding: 'optional' }).problem).toBeNull();
    expect(fromBase64('Zg==', { padding: 'optional' }).problem).toBeNull();
    expect(fromBase64('Zg=', { padding: 'optional' }).problem).toBe('bad-padding');
  });

  test('the sample key of RFC 6455 §4.1 has pad bits, which its erratum E3150 corrects', () => {
    expect(fromBase64('AQIDBAUGBwgJCgsMDQ4PEC==')).toMatchObject({ problem: null, padBits: 2 });
    expect(fromBase64('AQIDBAUGBwgJCgsMDQ4PEA==')).toMatchObject({ problem: null, padBits: 0 });
    expect(fromBase64('Zm9=')).toMatchObject({ problem: null, padBits: 1 });
  });

  test('any text is a value, and what node would read is there where no problem is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'Ab9+/-_= \n\u{1f600}') }), (text) => {
        const { bytes, problem, position } = fromBase64(text);
        if (problem === null) expect(Buffer.from(bytes)).toEqual(Buffer.from(text, 'base64'));
        else expect(position).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
