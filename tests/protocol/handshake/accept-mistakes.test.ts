import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { diagnose, MISTAKE_IDS, mistakenAccept } from '../../../src/protocol/handshake/accept-mistakes.ts';

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
