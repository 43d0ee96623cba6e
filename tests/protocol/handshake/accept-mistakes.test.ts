import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AcceptHash,
  type AcceptRecipe,
  type AcceptWriting,
  diagnose,
  MISTAKE_IDS,
  mistakenAccept,
  recipeWith,
  rightRecipe,
} from '../../../src/protocol/handshake/accept-mistakes.ts';

const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const base64 = (hash: string, ...parts: (string | Buffer)[]) =>
  parts.reduce((all, part) => all.update(part), createHash(hash)).digest('base64');

test.each([
  ['key-decoded', 'BXhwxM0SZasKmCD9S4BfpPmCnEw='],
  ['hex-digest', 'YjM3YTRmMmNjMDYyNGYxNjkwZjY0NjA2Y2YzODU5NDViMmJlYzRlYQ=='],
  ['lower-case-guid', 'WJfwerbIozKsJXHxxI0JTO1SQgU='],
  ['no-guid', 'hHLtf2V1k8aDQZfNjw3Ia1hCwt0='],
  ['guid-first', '2OZf2Seed9yzIpkj+zvC9KS9Mjw='],
  ['crlf-kept', 'kex8Ji4w0ek1Mc3Dwcf4mOpf5b4='],
  ['leading-space-kept', 's3mCG3XUBfFRrUGpYOBQiHm5i8g='],
  ['md5', 'fI/F95pFHyUax3HLt0ktmQ=='],
  ['wrong-key-sample-draft04', 'me89jWimTRKTWwrS3aRrL53YZSo='],
  ['missing-padding', 's3pPLMBiTxaQ9kYGzzhZRbK+xOo'],
  ['url-safe-alphabet', 's3pPLMBiTxaQ9kYGzzhZRbK-xOo='],
])('The published wrong accept of the mistake %s is recognised.', (mistake, accept) => {
  expect(diagnose(KEY, accept)).toBe(mistake);
});

test.each([
  ['quoted-key', base64('sha1', `"${KEY}"`, GUID)],
  ['trailing-newline', base64('sha1', KEY, GUID, '\n')],
  ['lf-kept', base64('sha1', KEY, '\n', GUID)],
  ['guid-typo', base64('sha1', KEY, '258EAFA5-E914-47DA-95CA-5AB5DC11B735')],
  ['trailing-nul', base64('sha1', KEY, GUID, Buffer.of(0))],
  [
    'sha1-twice',
    base64(
      'sha1',
      createHash('sha1')
        .update(KEY + GUID)
        .digest(),
    ),
  ],
  ['sha256', base64('sha256', KEY, GUID)],
  ['guid-without-dashes', base64('sha1', KEY, GUID.replace(/-/g, ''))],
  ['utf-16', base64('sha1', Buffer.from(KEY + GUID, 'utf16le'))],
  ['key-padding-stripped', base64('sha1', KEY.slice(0, -2), GUID)],
  [
    'hex-not-base64',
    createHash('sha1')
      .update(KEY + GUID)
      .digest('hex'),
  ],
])('A wrong accept made by node:crypto is recognised: %s.', (mistake, accept) => {
  expect(diagnose(KEY, accept)).toBe(mistake);
});

test('The right accept is no mistake, and a strange one has none.', () => {
  expect(diagnose(KEY, base64('sha1', KEY, GUID))).toBeNull();
  expect(diagnose(KEY, base64('sha1', 'another key', GUID))).toBeNull();
});

test('Every mistake can be told from every other for a key whose accept has a special character.', () => {
  const values = MISTAKE_IDS.map((id) => mistakenAccept(id, KEY)).filter((value) => value !== null);
  expect(new Set(values).size).toBe(values.length);
  for (const id of MISTAKE_IDS) {
    const value = mistakenAccept(id, KEY);
    if (value !== null) expect(diagnose(KEY, value)).toBe(id);
  }
});

test('A mistake that changes nothing is not named.', () => {
  expect(mistakenAccept('sample-accept', KEY)).toBeNull();
  expect(mistakenAccept('key-decoded', 'not base64!')).toBeNull();
});

test('Every recipe, carried out by node:crypto, gives its accept.', () => {
  const anyKey = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((nonce) => Buffer.from(nonce).toString('base64'));
  fc.assert(
    fc.property(anyKey, (key) => {
      for (const mistake of MISTAKE_IDS) {
        const recipe = recipeWith(mistake, key) as AcceptRecipe;
        if (recipe.writing !== 'copied') expect(carriedOut(recipe, key), mistake).toBe(recipe.accept);
      }
      expect(carriedOut(rightRecipe(key), key)).toBe(base64('sha1', key, GUID));
    }),
    { numRuns: 20 },
  );
});

test('A recipe marks what is hashed and should not be, and only that.', () => {
  for (const mistake of MISTAKE_IDS) {
    const { pieces, hash } = recipeWith(mistake, KEY) as AcceptRecipe;
    const text = Buffer.concat(pieces.map(({ bytes }) => bytes)).toString('latin1');
    const missing = mistake === 'no-guid' || mistake === 'guid-only' || hash === null;
    expect(pieces.some(({ odd }) => odd) || missing, mistake).toBe(text !== KEY + GUID);
  }
});

test('A key that is no base64 cannot be decoded, and breaks no other recipe.', () => {
  const bad = MISTAKE_IDS.filter((mistake) => recipeWith(mistake, '\u00ff no key') === null);
  expect(bad).toEqual(['key-decoded']);
});

/** Carries a recipe out with node's hashes and base64. */
function carriedOut({ hash, pieces, writing }: AcceptRecipe, key: string): string {
  if (hash === null) return writing === 'echo' ? key : '';
  const digest = HASHES[hash](Buffer.concat(pieces.map(({ bytes }) => bytes)));
  return WRITINGS[writing](digest);
}

const node = (name: string) => (bytes: Buffer) => createHash(name).update(bytes).digest();

const HASHES: Record<AcceptHash, (bytes: Buffer) => Buffer> = {
  sha1: node('sha1'),
  'sha1-twice': (bytes) => node('sha1')(node('sha1')(bytes)),
  sha256: node('sha256'),
  md5: node('md5'),
};

const inBase64 = (digest: Buffer) => digest.toString('base64');
const url = (digest: Buffer) => inBase64(digest).replaceAll('+', '-').replaceAll('/', '_');

const WRITINGS: Record<AcceptWriting, (digest: Buffer) => string> = {
  base64: inBase64,
  'hex-base64': (digest) => inBase64(Buffer.from(digest.toString('hex'))),
  'upper-hex-base64': (digest) => inBase64(Buffer.from(digest.toString('hex').toUpperCase())),
  hex: (digest) => digest.toString('hex'),
  url,
  'url-unpadded': (digest) => url(digest).replace('=', ''),
  unpadded: (digest) => inBase64(digest).replace('=', ''),
  lower: (digest) => inBase64(digest).toLowerCase(),
  quoted: (digest) => `"${inBase64(digest)}"`,
  echo: () => '',
  copied: () => '',
};
