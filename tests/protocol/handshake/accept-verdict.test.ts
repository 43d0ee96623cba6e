import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeAccept } from '../../../src/protocol/handshake/accept-verdict.ts';

/** RFC 6455 §1.3. */
const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

test('The accept of the RFC is right, and one of a known mistake names it.', () => {
  expect(judgeAccept(KEY, 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=')).toEqual({ kind: 'right' });
  expect(judgeAccept(KEY, 'BXhwxM0SZasKmCD9S4BfpPmCnEw=')).toEqual({ kind: 'mistake', mistake: 'key-decoded' });
});

test.each([
  ['HSmrc0sMlYUkAGmm5OPpG2HaGWk=', 'twenty-bytes'],
  ['s3pPLMBiTxaQ9kYGzzhZRbK+xO0=', 'nearly'],
  ['AAAAAAAAAAAAAAAAAAAAAA==', 'sixteen-bytes'],
  [Buffer.alloc(32, 7).toString('base64'), 'thirty-two-bytes'],
  ['0'.repeat(40), 'hex-digits'],
  ['not base64', 'not-base64'],
  ['AAAA', 'other-size'],
  ['', 'other-size'],
])('Of %s is said what can be said: %s.', (accept, clue) => {
  expect(judgeAccept(KEY, accept)).toEqual({ kind: 'unknown', clue });
});

test('Any texts are judged without throwing.', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(fc.property(text, text, (key, accept) => void judgeAccept(key, accept)));
});
