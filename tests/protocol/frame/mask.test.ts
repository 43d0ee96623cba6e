import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../src/protocol/bytes/hex.ts';
import { keyWord, MaskScratch, turnKey, unmask } from '../../../src/protocol/frame/mask.ts';

/** The definition of section 5.3, letter by letter. */
function slow(input: Uint8Array, key: Uint8Array, position: number): Uint8Array {
  return input.map((byte, i) => byte ^ (key[(position + i) % 4] as number));
}

const key4 = fc.uint8Array({ minLength: 4, maxLength: 4 });
const payload = fc.uint8Array({ maxLength: 300 });
const position = fc.integer({ min: 0, max: 2 ** 40 });

test('unmasks the sample of section 5.7', () => {
  const hello = unmask(fromHex('7f9f4d5158') as Uint8Array, keyWord(fromHex('37fa213d') as Uint8Array));
  expect(toHex(hello)).toBe('48656c6c6f');
});

test('is the definition, at every length and key position', () => {
  fc.assert(
    fc.property(payload, key4, position, (input, key, at) => {
      expect(unmask(input, keyWord(key), at)).toEqual(slow(input, key, at));
    }),
  );
});

test('undoes itself and leaves its input alone', () => {
  fc.assert(
    fc.property(payload, key4, (input, key) => {
      const before = toHex(input);
      expect(unmask(unmask(input, keyWord(key)), keyWord(key))).toEqual(input);
      expect(toHex(input)).toBe(before);
    }),
  );
});

test('carries the key over pieces of any size', () => {
  fc.assert(
    fc.property(payload, key4, fc.nat(300), (input, key, cut) => {
      const word = keyWord(key);
      const pieces = [
        unmask(input.subarray(0, cut), word),
        unmask(input.subarray(cut), word, Math.min(cut, input.length)),
      ];
      expect(Buffer.concat(pieces).equals(unmask(input, word))).toBe(true);
    }),
  );
});

/** The four key bytes of a word. */
const keyBytes = (word: number): Uint8Array => unmask(new Uint8Array(4), word);

test('a key word is the four bytes and back', () => {
  fc.assert(
    fc.property(key4, fc.nat(50), (key, turns) => {
      expect(keyBytes(keyWord(key))).toEqual(key);
      expect(keyBytes(turnKey(keyWord(key), turns))).toEqual(slow(new Uint8Array(4), key, turns));
    }),
  );
});

describe('the scratch', () => {
  const scratch = new MaskScratch(512);

  test('unmasks any slice, wherever it begins', () => {
    fc.assert(
      fc.property(payload, key4, fc.nat(20), (input, key, skip) => {
        const start = Math.min(skip, input.length);
        scratch.unmask(input, start, input.length, keyWord(key));
        expect(scratch.bytes.slice(0, input.length - start)).toEqual(slow(input.subarray(start), key, 0));
      }),
    );
  });

  test('unmasks a few bytes the same way and knows whether they are ASCII', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), key4, (input, key) => {
        const view = new DataView(input.buffer, input.byteOffset, input.length);
        const seen = scratch.unmaskTiny(view, 0, input.length, keyWord(key) | 0);
        const clear = slow(input, key, 0);
        expect(scratch.bytes.slice(0, input.length)).toEqual(clear);
        expect((seen & 0x80808080) === 0).toBe(clear.every((byte) => byte < 128));
      }),
    );
  });
});
