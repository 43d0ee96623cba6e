import { describe, expect, test } from 'vitest';
import type { Span } from '../../../src/protocol/bytes/span.ts';
import { endByte, firstByte } from '../../../src/protocol/bytes/span.ts';
import { MD5_CONSTANTS } from '../../../src/protocol/hash/md5.ts';
import { traceMd5 } from '../../../src/protocol/hash/md5-trace.ts';
import { SHA1_CONSTANTS } from '../../../src/protocol/hash/sha1.ts';
import { traceSha1 } from '../../../src/protocol/hash/sha1-trace.ts';
import type { HashStep, HashTrace } from '../../../src/protocol/hash/trace.ts';

const ascii = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const words = (text: string) => text.split(' ').map((word) => Number.parseInt(word, 16));
const rotl = (x: number, places: number) => ((x << places) | (x >>> (32 - places))) >>> 0;

const ACCEPT_INPUT = ascii('dGhlIHNhbXBsZSBub25jZQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11');
const CHALLENGE = Uint8Array.from(Buffer.from('316e41130f7ed63c5e6e3a64735b3455', 'hex'));

function stepsOf(trace: HashTrace): readonly HashStep[] {
  return Array.from({ length: trace.stepCount }, (_, i) => trace.step(i) as HashStep);
}

function roundsOf(trace: HashTrace): readonly HashStep[] {
  return stepsOf(trace).filter(({ kind }) => kind === 'round');
}

function term(step: HashStep, name: string): number {
  const found = step.terms.find((each) => each.name === name);
  if (!found) throw new Error(`no term ${name}`);
  return found.value;
}

function read(trace: HashTrace, span: Span | undefined): Uint8Array {
  if (span?.source !== 'padded') throw new Error('not in the padded message');
  return trace.padded.read(firstByte(span), endByte(span));
}

describe('SHA-1 of abc, by the example tables published with FIPS 180', () => {
  const rounds = roundsOf(traceSha1(ascii('abc')));

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
  expect(roundsOf(trace)[79]?.after).toEqual(words('8ce34517 d3ad7c25 6b4e1883 74351cd2 86838382'));
  expect(trace.block(0)?.after).toEqual(words('f4286818 c37b27ae 0408f581 84677148 4a566572'));
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

describe.each([
  ['the accept key', traceSha1(ACCEPT_INPUT), sha1ByTheBook, 2, [4, 2 * (80 + 81 + 1), 1]],
  ['the hixie-76 challenge', traceMd5(CHALLENGE), md5ByTheBook, 1, [4, 16 + 65 + 1, 1]],
  ['three blocks of SHA-1', traceSha1(ascii('x'.repeat(130))), sha1ByTheBook, 3, [4, 3 * 162, 1]],
  ['three blocks of MD5', traceMd5(ascii('x'.repeat(130))), md5ByTheBook, 3, [4, 3 * 82, 1]],
  ['thirty blocks of SHA-1', traceSha1(ascii('z'.repeat(1900))), sha1ByTheBook, 30, [4, 30 * 162, 1]],
] as const)('%s', (_, trace, byTheBook, blocks, sizes) => {
  const steps = stepsOf(trace);

  test('has the blocks and steps it should', () => {
    expect(trace.blockCount).toBe(blocks);
    expect(trace.stepCount).toBe(sizes[0] + sizes[1] + sizes[2]);
    expect(trace.step(-1)).toBeNull();
    expect(trace.step(0.5)).toBeNull();
    expect(trace.step(trace.stepCount)).toBeNull();
    expect(trace.block(blocks)).toBeNull();
  });

  test('registers in every round are those of the RFC taken word for word', () => {
    for (let index = 0; index < blocks; index += 1) {
      const block = trace.block(index);
      const due = byTheBook(trace.padded.read(64 * index, 64 * index + 64), block?.before ?? []);
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

  test('all words are unsigned 32-bit integers', () => {
    const isWord = (value: number) => Number.isInteger(value) && value >= 0 && value <= 0xffffffff;
    for (const step of steps) {
      const values = [...step.before, ...step.after, ...step.terms.map(({ value }) => value), step.result ?? 0];
      expect(values.every(isWord)).toBe(true);
    }
  });

  test('the outline tiles the steps in order', () => {
    let next = 0;
    for (const range of trace.outline()) {
      expect(range.first).toBe(next);
      for (const step of steps.slice(next, next + range.count)) {
        expect([step.phase, step.block]).toEqual([range.phase, range.block]);
      }
      next += range.count;
    }
    expect(next).toBe(trace.stepCount);
    expect(
      trace
        .outline(0, 1)
        .map(({ phase }) => phase)
        .slice(0, 4),
    ).toEqual(['pad', 'schedule', 'rounds', 'fold']);
  });

  test('folding adds the chaining value, and the last registers are the digest', () => {
    for (const step of steps.filter(({ kind }) => kind === 'fold')) {
      expect(step.after).toEqual(step.before.map((word, i) => (word + term(step, `h${i}`)) >>> 0));
    }
    const last = steps.at(-1);
    const view = new DataView(trace.digest.buffer);
    expect(last?.kind).toBe('write-digest');
    expect(last?.after).toEqual(last?.after.map((_word, i) => view.getUint32(4 * i, trace.algorithm === 'md5')));
  });

  test('the four padding steps tile the padded message', () => {
    const [copy, bit, zeros, length] = steps;
    let next = 0;
    for (const step of [copy, bit, zeros, length]) {
      expect(step?.span?.start).toBe(next);
      next = step?.span?.end ?? -1;
    }
    expect(next).toBe(trace.padded.length * 8);
    expect(read(trace, bit?.span ?? undefined)).toEqual(Uint8Array.of(0x80));
    expect(read(trace, zeros?.span ?? undefined).every((byte) => byte === 0)).toBe(true);
    const field = read(trace, length?.span ?? undefined);
    const little = trace.algorithm === 'md5';
    const bits = new DataView(field.buffer, field.byteOffset).getBigUint64(0, little);
    expect(bits).toBe(BigInt(copy?.span?.end ?? -1));
    expect(length && term(length, 'bits')).toBe(Number(bits));
  });

  test('the words of a block are its bytes, and their spans say which', () => {
    for (const step of steps.filter(({ kind }) => kind === 'read-word')) {
      const bytes = step.terms.flatMap(({ from }) => [...read(trace, from[0])]);
      expect(step.terms.map(({ value }) => value)).toEqual(bytes);
      const view = new DataView(Uint8Array.from(bytes).buffer);
      expect(step.result).toBe(view.getUint32(0, trace.algorithm === 'md5'));
      expect(trace.block(step.block ?? -1)?.schedule[step.round ?? -1]).toBe(step.result);
    }
  });
});

describe('formulas', () => {
  test('SHA-1: TEMP is the sum of its terms, and W has the word the schedule made', () => {
    const trace = traceSha1(ACCEPT_INPUT);
    for (const step of roundsOf(trace)) {
      const [a, b, , , e] = step.before as [number, number, number, number, number];
      expect(step.terms.map(({ name }) => name)).toEqual(['rotl5-a', 'f', 'e', 'w', 'k']);
      expect(step.terms.reduce((sum, { value }) => (sum + value) >>> 0, 0)).toBe(step.result);
      expect(step.after.slice(0, 3)).toEqual([step.result, a, rotl(b, 30)]);
      expect([term(step, 'rotl5-a'), term(step, 'e'), term(step, 'k')]).toEqual([rotl(a, 5), e, step.constant]);
      expect(term(step, 'w')).toBe(trace.block(step.block ?? -1)?.schedule[step.round ?? -1]);
      expect(step.fn).toBe(['Ch', 'Parity', 'Maj', 'Parity'][step.stage ?? -1]);
    }
  });

  test('SHA-1: a later word is four earlier ones, XORed and rotated by one', () => {
    const later = stepsOf(traceSha1(ACCEPT_INPUT)).filter(({ kind }) => kind === 'expand-word');
    expect(later).toHaveLength(2 * 64);
    for (const step of later) {
      expect(step.terms.map(({ name }) => name)).toEqual(['w[t-3]', 'w[t-8]', 'w[t-14]', 'w[t-16]']);
      expect(
        rotl(
          step.terms.reduce((all, { value }) => (all ^ value) >>> 0, 0),
          step.rotation ?? 0,
        ),
      ).toBe(step.result);
    }
  });

  test('MD5: the register that plays a becomes b plus the rotated sum; the others stay', () => {
    for (const step of roundsOf(traceMd5(CHALLENGE))) {
      const [target = -1, b = -1] = step.roles;
      const sum = ['a', 'f', 'x', 't'].reduce((all, name) => (all + term(step, name)) >>> 0, 0);
      expect(term(step, 'sum')).toBe(sum);
      expect(term(step, 'rotated')).toBe(rotl(sum, step.rotation ?? 0));
      expect([term(step, 'a'), term(step, 'b')]).toEqual([step.before[target], step.before[b]]);
      expect((term(step, 'b') + term(step, 'rotated')) >>> 0).toBe(step.result);
      expect(step.after).toEqual(step.before.map((word, i) => (i === target ? step.result : word)));
    }
  });

  test('MD5: each of the sixteen words is used once in each stage', () => {
    for (let stage = 0; stage < 4; stage += 1) {
      const steps = roundsOf(traceMd5(CHALLENGE)).filter((step) => step.stage === stage);
      const used = steps.map((step) => step.terms.find(({ name }) => name === 'x')?.from[0]?.start ?? -1);
      expect(used.toSorted((x, y) => x - y)).toEqual(Array.from({ length: 16 }, (_, i) => i * 32));
    }
  });
});

test('the padded message reads the same in any piece', () => {
  const { padded } = traceSha1(ascii('y'.repeat(70)));
  const whole = [...padded.read(0, padded.length)];
  expect(whole).toHaveLength(128);
  for (let start = -1; start <= 128; start += 3) {
    for (let end = start; end <= 130; end += 5) {
      expect([...padded.read(start, end)]).toEqual(whole.slice(Math.max(0, start), Math.max(0, end)));
    }
  }
});
