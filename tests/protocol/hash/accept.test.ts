import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptFor, GUID } from '../../../src/protocol/hash/accept.ts';

interface KeyVector {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly expect: { readonly accept?: string };
}

const vectors = JSON.parse(
  readFileSync(new URL('../../vectors/accept.json', import.meta.url), 'utf8'),
) as readonly KeyVector[];
const pairs = vectors.filter((vector) => vector.kind === 'key' && vector.expect.accept !== undefined);

test('there are keys to try', () => {
  expect(pairs.length).toBeGreaterThan(20);
});

test.each(pairs.map((vector) => [vector.key, vector.expect.accept]))('%s is answered by %s', (key, accept) => {
  expect(acceptFor(key)).toBe(accept);
});

// RFC 6455 §1.3; then the key whose pad bits are not zero (erratum E3150): text, so hashed as it stands.
test.each([
  ['dGhlIHNhbXBsZSBub25jZQ==', 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='],
  ['AQIDBAUGBwgJCgsMDQ4PEC==', 'OfS0wDaT5NoxF2gqm7Zj2YtetzM='],
  [' dGhlIHNhbXBsZSBub25jZQ==', 's3mCG3XUBfFRrUGpYOBQiHm5i8g='],
])('%j is answered by %s', (key, accept) => {
  expect(acceptFor(key)).toBe(accept);
});

test('any text at all is hashed as its UTF-8, in any order of lengths', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (key) => {
      const due = createHash('sha1')
        .update(key + GUID)
        .digest('base64');
      expect(acceptFor(key)).toBe(due);
      expect(acceptFor(Uint8Array.from(Buffer.from(key)))).toBe(due);
    }),
  );
});
