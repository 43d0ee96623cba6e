import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CHALLENGE_ANSWER_SOURCE,
  challengeBytes,
  joinChallenge,
  traceChallenge,
} from '../../../src/protocol/handshake/challenge.ts';
import vectors from '../../vectors/hixie.json' with { type: 'json' };
import { lawfulSteps } from '../bytes/trace-laws.ts';
import { ascii } from './support.ts';

// draft-hixie-76 §1.2 and §1.3, the pair of many test suites, a browser's.
test.each([
  [829309203, 259970620, ascii('^n:ds[4U'), "8jKS'y:G*Co,Wxa-"],
  [155712099, 173347027, ascii('Tm[K T2u'), 'fQJ,fN/4F4!~K~MH'],
  [906585445, 179922739, ascii('WjN}|M(6'), 'n`9eBk9z$R8pOtVb'],
  [
    381927167,
    350991650,
    Buffer.from('5d9fb0670fe4fa75', 'hex'),
    Buffer.from('b6bc2a9ea00c1cb90faddc97906017a8', 'hex').toString('latin1'),
  ],
])('%i, %i and key3 are answered as published.', (part1, part2, key3, answer) => {
  const challenge = joinChallenge(part1, part2, key3);
  expect(Buffer.from(challenge?.answer ?? []).toString('latin1')).toBe(answer);
});

const ACCEPTED = vectors.flatMap(({ id, kind, input, expect: due }) =>
  kind === 'challenge' && due.verdict === 'accept' ? [{ id, input, due }] : [],
);

test.each(ACCEPTED)('$id', ({ input, due }) => {
  if (typeof due.key1 !== 'object' || typeof due.key2 !== 'object') throw new Error('a challenge has both keys');
  const key3 = Buffer.from(input?.key3Hex ?? '', 'hex');
  const challenge = joinChallenge(due.key1.part ?? -1, due.key2.part ?? -1, key3);
  expect(Buffer.from(challenge?.bytes ?? []).toString('hex')).toBe(due.challengeHex);
  expect(Buffer.from(challenge?.answer ?? []).toString('hex')).toBe(due.responseHex);
});

const part = fc.oneof(
  fc.maxSafeNat().map((n) => n % 2 ** 32),
  fc.constantFrom(0, 2 ** 31, 2 ** 32 - 1),
);

test('Any parts and key3 are joined and hashed as node does it, and each byte says where it was.', () => {
  fc.assert(
    fc.property(part, part, fc.uint8Array({ minLength: 8, maxLength: 8 }), (part1, part2, key3) => {
      const due = Buffer.alloc(16);
      due.writeUInt32BE(part1, 0);
      due.writeUInt32BE(part2, 4);
      due.set(key3, 8);
      const challenge = joinChallenge(part1, part2, key3);
      if (!challenge) throw new Error('there is a challenge');
      expect([...challenge.bytes]).toEqual([...due]);
      expect([...challenge.answer]).toEqual([...createHash('md5').update(due).digest()]);
      const sources: Record<string, Uint8Array> = {
        'key1/part': due.subarray(0, 4),
        'key2/part': due.subarray(4, 8),
        key3,
      };
      challengeBytes(challenge).forEach(({ index, value, span, from }, i) => {
        expect(index).toBe(i);
        expect(span).toEqual({ source: 'challenge', start: i * 8, end: i * 8 + 8 });
        expect(from.end - from.start).toBe(8);
        expect(sources[from.source]?.[from.start / 8]).toBe(value);
        expect(value).toBe(due[i]);
      });
      expect(challengeBytes(challenge)).toHaveLength(16);
    }),
  );
});

test('The trace puts the pieces down one after the other and hashes what is there then.', () => {
  const challenge = joinChallenge(829309203, 259970620, ascii('^n:ds[4U'));
  if (!challenge) throw new Error('there is a challenge');
  const steps = lawfulSteps(traceChallenge(challenge));
  expect(steps.map(({ kind, draftStep, after }) => [kind, draftStep, after.length])).toEqual([
    ['append', 8, 4],
    ['append', 8, 8],
    ['append', 8, 16],
    ['hash', 9, 16],
  ]);
  const answer = { answer: challenge.answer, span: { source: CHALLENGE_ANSWER_SOURCE, start: 0, end: 128 } };
  expect(steps[3]).toMatchObject(answer);
});

test('Without 32-bit parts and eight bytes there is no challenge.', () => {
  const key3 = new Uint8Array(8);
  for (const bad of [-1, 2 ** 32, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(joinChallenge(bad, 1, key3)).toBeNull();
    expect(joinChallenge(1, bad, key3)).toBeNull();
  }
  expect(joinChallenge(1, 1, key3.subarray(1))).toBeNull();
  expect(joinChallenge(1, 1, new Uint8Array(9))).toBeNull();
});
