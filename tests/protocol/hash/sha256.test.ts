import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from '../../../src/protocol/hash/sha256.ts';

test('SHA-256 equals node:crypto at every length from 0 to 200, wherever the bytes begin', () => {
  const bytes = Uint8Array.from({ length: 203 }, (_, i) => (Math.imul(i + 1, 0x9e3779b1) >>> 13) & 0xff).subarray(3);
  for (let length = 0; length <= 200; length += 1) {
    const message = bytes.subarray(0, length);
    expect(Buffer.from(sha256(message)).toString('hex')).toBe(createHash('sha256').update(message).digest('hex'));
  }
});
