import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { traceMd5 } from '../../../src/protocol/hash/md5-trace.ts';
import { traceSha1 } from '../../../src/protocol/hash/sha1-trace.ts';
import type { HashStep, HashTrace, WordSum } from '../../../src/protocol/hash/trace.ts';
import { ACCEPT_INPUT, CHALLENGE, hex, noise, ofKind, read, rotl, stepsOf, termsOf } from './support.ts';

const WORD = 2 ** 32;
const valuesOf = (terms: readonly { value: number }[]) => terms.map(({ value }) => value);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const whole = ({ value, carry }: WordSum) => carry * WORD + value;

/** The bits of `b`, `c`, `d` one at a time, `one` called with each three. */
function bitwise(b: number, c: number, d: number, one: (b: number, c: number, d: number) => number): number {
  let word = 0;
  for (let i = 31; i >= 0; i -= 1) {
    const bit = (from: number) => Math.floor(from / 2 ** i) % 2;
    word = word * 2 + one(bit(b), bit(c), bit(d));
  }
  return word;
}

const FUNCTIONS: Record<string, (b: number, c: number, d: number) => number> = {
  Ch: (b, c, d) => (b ? c : d),
  Parity: (b, c, d) => (b + c + d) % 2,
  Maj: (b, c, d) => (b + c + d > 1 ? 1 : 0),
  F: (b, c, d) => (b ? c : d),
  G: (b, c, d) => (d ? b : c),
  H: (b, c, d) => (b + c + d) % 2,
  I: (b, c, d) => (c + (b || !d ? 1 : 0)) % 2,
};

const MESSAGES = [0, 3, 16, 55, 56, 60, 63, 64, 119, 120, 300];
const TRACES: readonly [string, HashTrace][] = [
  ...MESSAGES.map((length): [string, HashTrace] => [`SHA-1 of ${length} bytes`, traceSha1(noise(length))]),
  ...MESSAGES.map((length): [string, HashTrace] => [`MD5 of ${length} bytes`, traceMd5(noise(length))]),
];

describe.each(TRACES)('%s', (_, trace) => {
  const little = trace.algorithm === 'md5';
  const [copy, bit, zeros, length] = stepsOf(trace);
  if (copy?.kind !== 'copy-message' || bit?.kind !== 'append-one-bit') throw new Error('not the padding');
  if (zeros?.kind !== 'append-zeros' || length?.kind !== 'append-length') throw new Error('not the padding');

  test('the padding tiles the blocks, bit by bit', () => {
    const message = trace.source('message')?.length ?? -1;
    expect(copy.terms[0].value).toBe(message);
    let next = 0;
    for (const { span } of [copy, bit, zeros, length]) {
      expect([span.source, span.start]).toEqual(['padded', next]);
      next = span.end;
    }
    expect(next).toBe(trace.padded.length * 8);
    expect(bit.span.end - bit.span.start).toBe(1);
    expect(zeros.zeros).toBe(zeros.span.end - zeros.span.start);
    expect(zeros.blocks).toBe(trace.blockCount);
    // The shortest that fits: RFC 3174 §4, RFC 1321 §3.1.
    expect(zeros.zeros).toBeLessThan(512);
    expect((message * 8 + 1 + zeros.zeros) % 512).toBe(448);
    const padding = trace.padded.read(message, trace.padded.length - 8);
    expect([...padding]).toEqual([0x80, ...Array(padding.length - 1).fill(0)]);
  });

  test('the length stands in its bytes and in its two words', () => {
    const [first, second] = length.terms;
    expect([first.name, second.name]).toEqual(little ? ['low', 'high'] : ['high', 'low']);
    expect(length.bits).toBe(copy.span.end);
    expect(length.bits).toBe(little ? second.value * WORD + first.value : first.value * WORD + second.value);
    expect(length.bytes).toEqual([...read(trace, length.span)]);
    const field = little ? length.bytes.toReversed() : length.bytes;
    expect(Number.parseInt(hex(Uint8Array.from(field)), 16)).toBe(length.bits);
  });

  test('a word is its four bytes, each moved left by its shift', () => {
    for (const step of ofKind(trace, 'read-word')) {
      expect(step.order).toBe(little ? 'little-endian' : 'big-endian');
      const at = 64 * step.block + 4 * step.t;
      expect(valuesOf(step.terms)).toEqual([...trace.padded.read(at, at + 4)]);
      expect(step.terms.map(({ shift }) => shift)).toEqual(little ? [0, 8, 16, 24] : [24, 16, 8, 0]);
      expect(total(step.terms.map(({ value, shift }) => value * 2 ** shift))).toBe(step.word);
      expect(trace.block(step.block)?.schedule[step.t]).toBe(step.word);
    }
  });

  test('load takes the chaining value, fold adds it to the registers', () => {
    for (const step of ofKind(trace, 'load')) expect(valuesOf(step.terms)).toEqual(step.after);
    for (const step of ofKind(trace, 'fold')) {
      expect(step.sums.map(({ chain }) => chain.value)).toEqual(trace.block(step.block)?.before);
      expect(step.sums.map(({ register }) => register.value)).toEqual(step.before);
      expect(step.sums.map(({ sum }) => sum.value)).toEqual(step.after);
      for (const { chain, register, sum } of step.sums) expect(chain.value + register.value).toBe(whole(sum));
      expect(step.after).toEqual(trace.block(step.block)?.after);
    }
  });

  test('the digest is the last chaining value, word by word', () => {
    const [step] = ofKind(trace, 'write-digest');
    expect(step?.words.map(({ chain }) => chain.value)).toEqual(step?.before);
    expect(step?.words.flatMap(({ bytes }) => bytes)).toEqual([...trace.digest]);
    for (const { chain, bytes } of step?.words ?? []) {
      expect(Number.parseInt(hex(Uint8Array.from(little ? bytes.toReversed() : bytes)), 16)).toBe(chain.value);
    }
  });

  test('all numbers are unsigned 32-bit words', () => {
    for (const step of stepsOf(trace)) {
      const values = [...step.before, ...step.after, ...valuesOf(termsOf(step))];
      expect(values.filter((value) => !Number.isInteger(value) || value < 0 || value >= WORD)).toEqual([]);
    }
  });
});

function checkRound(step: Extract<HashStep, { kind: 'round' }>): void {
  const [, b, c, d] = step.registers;
  expect(step.terms[1].value).toBe(bitwise(b.value, c.value, d.value, FUNCTIONS[step.fn] ?? (() => 2)));
  const sum = step.algorithm === 'sha1' ? step.temp : step.sum;
  expect(whole(sum)).toBe(total(valuesOf(step.terms)));
}

const messages = fc.uint8Array({ maxLength: 150 });

test('SHA-1: TEMP is the sum of the summands, and the registers move on by one', () => {
  fc.assert(
    fc.property(messages, (message) => {
      const trace = traceSha1(message);
      for (const step of ofKind(trace, 'round')) {
        const [a, b, c, d, e] = step.registers;
        checkRound(step);
        expect(valuesOf(step.registers)).toEqual(step.before);
        expect(step.registers.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e']);
        expect(step.terms.map(({ name }) => name)).toEqual(['rotl5', 'f', 'e', 'w', 'k']);
        const [rotl5, , summand, w, k] = step.terms;
        expect([rotl5.value, summand.value, step.rotl30]).toEqual([rotl(a.value, 5), e.value, rotl(b.value, 30)]);
        expect(w.value).toBe(trace.block(step.block)?.schedule[step.round]);
        expect(step.after).toEqual([step.temp.value, a.value, step.rotl30, c.value, d.value]);
        expect(step.stage).toBe(Math.floor(step.round / 20));
        expect(step.fn).toBe(['Ch', 'Parity', 'Maj', 'Parity'][step.stage]);
        expect(k.value).toBe([0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6][step.stage]);
      }
    }),
    { numRuns: 10 },
  );
});

test('SHA-1: a later word is four earlier ones, XORed and rotated by one', () => {
  const trace = traceSha1(ACCEPT_INPUT);
  const later = ofKind(trace, 'expand-word');
  expect(later.map(({ t }) => t)).toEqual([0, 1].flatMap(() => Array.from({ length: 64 }, (_, i) => 16 + i)));
  for (const step of later) {
    const schedule = trace.block(step.block)?.schedule ?? [];
    expect(step.terms.map(({ name }) => name)).toEqual(['w[t-3]', 'w[t-8]', 'w[t-14]', 'w[t-16]']);
    expect(valuesOf(step.terms)).toEqual([3, 8, 14, 16].map((back) => schedule[step.t - back]));
    const [p, q, r, s] = step.terms.map(({ value }) => BigInt(value)) as [bigint, bigint, bigint, bigint];
    expect(BigInt(step.xor)).toBe(p ^ q ^ r ^ s);
    expect([step.word, schedule[step.t]]).toEqual([rotl(step.xor, step.rotation), step.word]);
  }
});

test('MD5: the register that plays a becomes b plus the rotated sum; the others stay', () => {
  fc.assert(
    fc.property(messages, (message) => {
      const trace = traceMd5(message);
      for (const step of ofKind(trace, 'round')) {
        checkRound(step);
        expect(valuesOf(step.registers)).toEqual(step.roles.map((register) => step.before[register]));
        expect(step.registers.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
        expect(step.terms.map(({ name }) => name)).toEqual(['a', 'f', 'x', 't']);
        const [a, , x, t] = step.terms;
        expect([a.value, x.value]).toEqual([step.registers[0].value, trace.block(step.block)?.schedule[step.k]]);
        expect(t.value).toBe(Math.floor(WORD * Math.abs(Math.sin(step.round + 1))));
        expect(step.rotated).toBe(rotl(step.sum.value, step.s));
        expect(whole(step.result)).toBe(step.registers[1].value + step.rotated);
        const [target] = step.roles;
        expect(step.after).toEqual(step.before.map((word, i) => (i === target ? step.result.value : word)));
        expect(step.fn).toBe('FGHI'[Math.floor(step.round / 16)]);
        expect(step.stage).toBe(Math.floor(step.round / 16));
      }
    }),
    { numRuns: 10 },
  );
});

test('MD5: the roles turn as RFC 1321 prints them: [ABCD], [DABC], [CDAB], [BCDA]', () => {
  const rounds = ofKind(traceMd5(CHALLENGE), 'round');
  const printed = rounds.map(({ roles }) => roles.map((register) => 'ABCD'[register]).join(''));
  expect(printed).toEqual(Array.from({ length: 16 }, () => ['ABCD', 'DABC', 'CDAB', 'BCDA']).flat());
});

test('MD5: each of the sixteen words is used once in each stage', () => {
  const rounds = ofKind(traceMd5(CHALLENGE), 'round');
  for (let stage = 0; stage < 4; stage += 1) {
    const used = rounds.filter((step) => step.stage === stage).map(({ k }) => k);
    expect(used.toSorted((x, y) => x - y)).toEqual(Array.from({ length: 16 }, (_, i) => i));
  }
});
