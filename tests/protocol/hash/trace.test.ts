import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MD5_CONSTANTS } from '../../../src/protocol/hash/md5.ts';
import { traceMd5 } from '../../../src/protocol/hash/md5-trace.ts';
import { SHA1_CONSTANTS } from '../../../src/protocol/hash/sha1.ts';
import { traceSha1 } from '../../../src/protocol/hash/sha1-trace.ts';
import type { HashTrace } from '../../../src/protocol/hash/trace.ts';
import { ACCEPT_INPUT, ascii, CHALLENGE, hex, ofKind, rotl, stepsOf, words } from './support.ts';

describe('SHA-1 of abc, by the example tables published with FIPS 180', () => {
  const rounds = ofKind(traceSha1(ascii('abc')), 'round');

  test.each([
    [0, '0116fc33 67452301 7bf36ae2 98badcfe 10325476'],
    [1, '8990536d 0116fc33 59d148c0 7bf36ae2 98badcfe'],
    [2, 'a1390f08 8990536d c045bf0c 59d148c0 7bf36ae2'],
    [3, 'cdd8e11b a1390f08 626414db c045bf0c 59d148c0'],
    [4, 'cfd499de cdd8e11b 284e43c2 626414db c045bf0c'],
    [5, '3fc7ca40 cfd499de f3763846 284e43c2 626414db'],
    [70, 'c199f8c7 3f2588c2 125c24f0 de37534a 030f7cad'],
    [77, '860d21cc a079b7d9 d8fdf6ad d7b9da25 c45e4fdb'],
    [78, '5738d5e1 860d21cc 681e6df6 d8fdf6ad d7b9da25'],
    [79, '42541b35 5738d5e1 21834873 681e6df6 d8fdf6ad'],
  ])('registers after t = %i', (t, registers) => {
    expect(rounds[t]?.after).toEqual(words(registers));
  });

  test.each([
    [27, '00000180'],
    [45, '000060c0'],
    [63, '627b49a1'],
    [79, '822e0879'],
  ])('W(%i)', (t, word) => {
    expect(traceSha1(ascii('abc')).block(0)?.schedule[t]).toBe(Number.parseInt(word, 16));
  });
});

test('SHA-1 of the two-block example ends its first block as published', () => {
  const trace = traceSha1(ascii('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'));
  expect(ofKind(trace, 'round')[79]?.after).toEqual(words('8ce34517 d3ad7c25 6b4e1883 74351cd2 86838382'));
  expect(trace.block(0)?.after).toEqual(words('f4286818 c37b27ae 0408f581 84677148 4a566572'));
});

describe('MD5 of abc, by walk-throughs that others have published', () => {
  const trace = traceMd5(ascii('abc'));
  const rounds = ofKind(trace, 'round');

  // They rename the registers after every operation, so what they print is a, b, c, d of the next one.
  test.each([
    [0, '10325476 d6d117b4 efcdab89 98badcfe'],
    [1, '98badcfe 344a8432 d6d117b4 efcdab89'],
    [2, 'efcdab89 2f6fbd72 344a8432 d6d117b4'],
    [3, 'd6d117b4 7ad956f2 2f6fbd72 344a8432'],
    [15, 'dda9b9a6 72aff2e0 e396856b a1051895'],
    [16, 'a1051895 3e9e9126 72aff2e0 e396856b'],
    [31, '790a77fb 726342d3 a62884aa 9f47e4f8'],
    [32, '9f47e4f8 b3707ebf 726342d3 a62884aa'],
    [47, '7f2e507b 7beb9700 8fae6399 99d9679d'],
    [48, '99d9679d 7b201df8 7beb9700 8fae6399'],
    [62, '7327d604 e484b9d8 624d8cb2 310ade8f'],
  ])('registers by role after operation %i', (i, registers) => {
    expect(rounds[i + 1]?.registers.map(({ value }) => value)).toEqual(words(registers));
    expect(rounds[i]?.result.value).toBe(words(registers)[1]);
  });

  test('the last operation, the sums, and the digest with its bytes turned round', () => {
    expect(rounds[63]?.after).toEqual(words('310ade8f c08226b3 e484b9d8 624d8cb2'));
    const [fold] = ofKind(trace, 'fold');
    expect(fold?.sums.map(({ sum }) => sum.value)).toEqual(words('98500190 b04fd23c 7d3f96d6 727fe128'));
    const [digest] = ofKind(trace, 'write-digest');
    expect(digest?.words.map(({ bytes }) => hex(Uint8Array.from(bytes)))).toEqual(
      '90015098 3cd24fb0 d6963f7d 28e17f72'.split(' '),
    );
  });

  test('MD5 of nothing reads one word that is not zero', () => {
    expect(ofKind(traceMd5(ascii('')), 'read-word').map(({ word }) => word)).toEqual([0x80, ...Array(15).fill(0)]);
  });
});

test('MD5 has the constants printed in RFC 1321', () => {
  expect(MD5_CONSTANTS.slice(0, 4)).toEqual(words('d76aa478 e8c7b756 242070db c1bdceee'));
  expect(MD5_CONSTANTS.slice(16, 20)).toEqual(words('f61e2562 c040b340 265e5a51 e9b6c7aa'));
  expect(MD5_CONSTANTS.slice(32, 36)).toEqual(words('fffa3942 8771f681 6d9d6122 fde5380c'));
  expect(MD5_CONSTANTS.slice(60)).toEqual(words('f7537e82 bd3af235 2ad7d2bb eb86d391'));
});

/** Straight from RFC 3174 §6.1, §5: registers before each round and after the last. */
function sha1ByTheBook(block: Uint8Array, chain: readonly number[]): readonly (readonly number[])[] {
  const view = new DataView(block.buffer, block.byteOffset);
  const w: number[] = [];
  for (let t = 0; t < 80; t += 1) {
    const old = (back: number) => w[t - back] ?? 0;
    w.push(t < 16 ? view.getUint32(4 * t) : rotl((old(3) ^ old(8) ^ old(14) ^ old(16)) >>> 0, 1));
  }
  const all = [chain];
  let [a, b, c, d, e] = chain as [number, number, number, number, number];
  w.forEach((word, t) => {
    const f = t < 20 ? (b & c) | (~b & d) : t < 40 || t >= 60 ? b ^ c ^ d : (b & c) | (b & d) | (c & d);
    const temp = (rotl(a, 5) + (f >>> 0) + e + word + (SHA1_CONSTANTS[Math.floor(t / 20)] ?? 0)) >>> 0;
    [e, d, c, b, a] = [d, c, rotl(b, 30), a, temp];
    all.push([a, b, c, d, e]);
  });
  return all;
}

/** The sixty-four operations in the RFC's own notation: [abcd k s i], the register names turning. */
function md5ByTheBook(block: Uint8Array, chain: readonly number[]): readonly (readonly number[])[] {
  const view = new DataView(block.buffer, block.byteOffset);
  const k = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [1, 6, 11, 0, 5, 10, 15, 4, 9, 14, 3, 8, 13, 2, 7, 12],
    [5, 8, 11, 14, 1, 4, 7, 10, 13, 0, 3, 6, 9, 12, 15, 2],
    [0, 7, 14, 5, 12, 3, 10, 1, 8, 15, 6, 13, 4, 11, 2, 9],
  ].flat();
  const s = ['7 12 17 22', '5 9 14 20', '4 11 16 23', '6 10 15 21'].flatMap((four) =>
    `${four} ${four} ${four} ${four}`.split(' ').map(Number),
  );
  const functions = [
    (x: number, y: number, z: number) => (x & y) | (~x & z),
    (x: number, y: number, z: number) => (x & z) | (y & ~z),
    (x: number, y: number, z: number) => x ^ y ^ z,
    (x: number, y: number, z: number) => y ^ (x | ~z),
  ];
  const registers: Record<string, number> = Object.fromEntries([...'ABCD'].map((name, i) => [name, chain[i] ?? 0]));
  const all = [chain];
  for (let i = 1; i <= 64; i += 1) {
    const names = ['ABCD', 'DABC', 'CDAB', 'BCDA'][(i - 1) % 4] ?? '';
    const [a, b, c, d] = [...names].map((name) => registers[name] ?? 0) as [number, number, number, number];
    const f = (functions[Math.floor((i - 1) / 16)]?.(b, c, d) ?? 0) >>> 0;
    const constant = Math.floor(4294967296 * Math.abs(Math.sin(i)));
    const sum = (a + f + view.getUint32(4 * (k[i - 1] ?? 0), true) + constant) >>> 0;
    registers[names[0] ?? ''] = (b + rotl(sum, s[i - 1] ?? 0)) >>> 0;
    all.push([...'ABCD'].map((name) => registers[name] ?? 0));
  }
  return all;
}

const CASES: readonly [string, HashTrace, typeof sha1ByTheBook, number, number][] = [
  ['the accept key', traceSha1(ACCEPT_INPUT), sha1ByTheBook, 2, 2 * (80 + 1 + 80 + 1)],
  ['the hixie-76 challenge', traceMd5(CHALLENGE), md5ByTheBook, 1, 16 + 1 + 64 + 1],
  ['three blocks of SHA-1', traceSha1(ascii('x'.repeat(130))), sha1ByTheBook, 3, 3 * 162],
  ['three blocks of MD5', traceMd5(ascii('x'.repeat(130))), md5ByTheBook, 3, 3 * 82],
  ['thirty blocks of SHA-1', traceSha1(ascii('z'.repeat(1900))), sha1ByTheBook, 30, 30 * 162],
];

describe.each(CASES)('%s', (_, trace, byTheBook, blocks, stepsInBlocks) => {
  const steps = stepsOf(trace);

  test('has the blocks and steps it should', () => {
    expect(trace.blockCount).toBe(blocks);
    expect(trace.stepCount).toBe(4 + stepsInBlocks + 1);
    expect(trace.step(-1)).toBeNull();
    expect(trace.step(0.5)).toBeNull();
    expect(trace.step(trace.stepCount)).toBeNull();
    expect(trace.block(blocks)).toBeNull();
  });

  test('registers in every round are those of the RFC taken word for word', () => {
    for (let index = 0; index < blocks; index += 1) {
      const due = byTheBook(trace.padded.read(64 * index, 64 * index + 64), trace.block(index)?.before ?? []);
      const rounds = steps.filter((step) => step.kind === 'round' && step.block === index);
      expect(rounds.map(({ before }) => before)).toEqual(due.slice(0, -1));
      expect(rounds.map(({ after }) => after)).toEqual(due.slice(1));
    }
  });

  test('every step knows its index, and begins where the one before ended', () => {
    steps.forEach((step, i) => {
      expect(step.index).toBe(i);
      if (i > 0) expect(step.before).toEqual(steps[i - 1]?.after);
    });
  });

  test('only rounds and folds change the registers', () => {
    const still = steps.filter(({ kind }) => kind !== 'round' && kind !== 'fold');
    for (const step of still) expect(step.after).toEqual(step.before);
  });

  test('the outline tiles the steps in order, and says of each what the step says', () => {
    let next = 0;
    for (const range of trace.outline()) {
      expect(range.first).toBe(next);
      expect(range.count).toBeGreaterThan(0);
      for (const step of steps.slice(next, next + range.count)) {
        const said = [step.phase, 'block' in step ? step.block : null, 'stage' in step ? step.stage : null];
        expect(said).toEqual([
          range.phase,
          'block' in range ? range.block : null,
          'stage' in range ? range.stage : null,
        ]);
      }
      next += range.count;
    }
    expect(next).toBe(trace.stepCount);
  });
});

test('the outline of SHA-1 splits a block into read, expand, load, four times twenty rounds, and fold', () => {
  const block = [16, 64, 1, 20, 20, 20, 20, 1];
  expect(
    traceSha1(ACCEPT_INPUT)
      .outline()
      .map(({ count }) => count),
  ).toEqual([4, ...block, ...block, 1]);
});

test('the outline of MD5 splits a block into read, load, four times sixteen operations, and fold', () => {
  expect(
    traceMd5(CHALLENGE)
      .outline()
      .map(({ phase, count }) => `${phase} ${count}`),
  ).toEqual(['pad 4', 'read 16', 'load 1', 'rounds 16', 'rounds 16', 'rounds 16', 'rounds 16', 'fold 1', 'digest 1']);
});

test.each([
  ['sha1', traceSha1],
  ['md5', traceMd5],
] as const)('%s: the bytes of the last step are the digest of node:crypto, for any message', (name, trace) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (message) => {
      const made = trace(message);
      const last = made.step(made.stepCount - 1);
      const bytes = last?.kind === 'write-digest' ? last.words.flatMap((word) => word.bytes) : [];
      const due = createHash(name).update(message).digest('hex');
      expect(hex(Uint8Array.from(bytes))).toBe(due);
      expect(hex(made.digest)).toBe(due);
    }),
  );
});
