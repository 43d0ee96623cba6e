import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { md5 } from '../../../src/protocol/hash/md5.ts';
import { md5Steps, traceMd5 } from '../../../src/protocol/hash/md5-trace.ts';
import { sha1 } from '../../../src/protocol/hash/sha1.ts';
import { sha1Steps, traceSha1 } from '../../../src/protocol/hash/sha1-trace.ts';
import { ascii, hex, noise } from './support.ts';

const HASHES = [
  ['sha1', sha1, traceSha1, sha1Steps],
  ['md5', md5, traceMd5, md5Steps],
] as const;

describe.each(HASHES)('%s', (name, plain, trace, steps) => {
  test('equals node:crypto at every length from 0 to 300, watched or not', () => {
    const bytes = noise(300);
    for (let length = 0; length <= 300; length += 1) {
      const message = bytes.subarray(0, length);
      const due = createHash(name).update(message).digest('hex');
      expect(hex(plain(message))).toBe(due);
      expect(hex(trace(message).digest)).toBe(due);
    }
  });

  test('equals node:crypto on a megabyte that starts in the middle of a buffer', () => {
    const message = noise(1_000_003).subarray(3);
    expect(hex(plain(message))).toBe(createHash(name).update(message).digest('hex'));
  });

  test('the drained generator returns the plain digest', () => {
    for (const length of [0, 55, 56, 64, 119, 120]) {
      const generator = steps(noise(length));
      let next = generator.next();
      while (!next.done) next = generator.next();
      expect(next.value).toEqual(plain(noise(length)));
    }
  });

  test('half-walked traces and plain hashes do not disturb each other', () => {
    const first = trace(noise(150));
    const second = trace(noise(70));
    const alone = Array.from({ length: first.stepCount }, (_, i) => first.step(i));
    const mixed = Array.from({ length: first.stepCount }, (_, i) => {
      second.step(i % second.stepCount);
      plain(noise(i));
      return first.step(first.stepCount - 1 - i);
    }).reverse();
    expect(mixed).toEqual(alone);
  });

  test('the message is left as it was', () => {
    const message = noise(130);
    plain(message);
    trace(message).step(100);
    expect(message).toEqual(noise(130));
  });
});

// RFC 1321 §A.5.
test.each([
  ['', 'd41d8cd98f00b204e9800998ecf8427e'],
  ['a', '0cc175b9c0f1b6a831c399e269772661'],
  ['abc', '900150983cd24fb0d6963f7d28e17f72'],
  ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
  ['abcdefghijklmnopqrstuvwxyz', 'c3fcd3d76192e4007dfb496cca67e13b'],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 'd174ab98d277d9f5a5611c2c9f419d9f'],
  ['1234567890'.repeat(8), '57edf4a22be3c955ac49da2e2107b67a'],
])('MD5 of %j is as the RFC says', (text, digest) => {
  expect(hex(md5(ascii(text)))).toBe(digest);
});

// RFC 3174 §7.3.
test.each([
  ['abc', 1, 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', 1, '84983e441c3bd26ebaae4aa1f95129e5e54670f1'],
  ['a', 1_000_000, '34aa973cd4c4daa4f61eeb2bdbad27316534016f'],
  ['0123456701234567012345670123456701234567012345670123456701234567', 10, 'dea356a2cddd90c7a7ecedc5ebb563934f460452'],
])('SHA-1 of %j times %i is as the RFC says', (text, times, digest) => {
  expect(hex(sha1(ascii(text.repeat(times))))).toBe(digest);
});

// Challenges of hixie-76 §1.2 and §1.3.
test.each([
  ['316e41130f7ed63c5e6e3a64735b3455', "8jKS'y:G*Co,Wxa-"],
  ['0947fa630a5510d3546d5b4b20543275', 'fQJ,fN/4F4!~K~MH'],
])('MD5 of the challenge %s is the response of the draft', (challenge, response) => {
  expect(Buffer.from(md5(Uint8Array.from(Buffer.from(challenge, 'hex')))).toString('latin1')).toBe(response);
});
