import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readKey } from '../../../src/protocol/handshake/hixie-key.ts';
import type { MakeKeyStep } from '../../../src/protocol/handshake/hixie-key-make.ts';
import { makeKey, makeKeyFor, traceMakeKey, traceMakeKeyFor } from '../../../src/protocol/handshake/hixie-key-make.ts';
import { lawfulSteps } from '../bytes/trace-laws.ts';
import { randomFrom } from './support.ts';

const LIMIT = 4_294_967_295;
const seed = fc.nat();
const always = (byte: number) => (count: number) => new Uint8Array(count).fill(byte);

const ofKind = <K extends MakeKeyStep['kind']>(steps: readonly MakeKeyStep[], kind: K) =>
  steps.filter((step): step is Extract<MakeKeyStep, { kind: K }> => step.kind === kind);

test('A made key reads back as its number, and looks as section 4.1 says.', () => {
  for (let seed = 0; seed < 500; seed += 1) {
    const { text, spaces, part } = makeKey(randomFrom(seed));
    expect(readKey(text)).toMatchObject({ part, spaces, problems: [] });
    expect(text).toMatch(/^[!-~][ -~]*[!-~]$/);
    const noise = text.replace(/[\d ]/g, '').length;
    expect(noise).toBeGreaterThanOrEqual(1);
    expect(noise).toBeLessThanOrEqual(12);
    expect(spaces).toBeLessThanOrEqual(12);
  }
});

test('A random source that always says the same, or gives too little, still ends in a key.', () => {
  for (const random of [always(0), always(0xff), () => new Uint8Array()]) {
    const { text, part } = makeKey(random);
    expect(readKey(text).part).toBe(part);
  }
});

test('The trace makes the key that makeKey makes, step by step from section 4.1.', () => {
  fc.assert(
    fc.property(seed, (seed) => {
      const trace = traceMakeKey(randomFrom(seed), 'key2');
      const steps = lawfulSteps(trace);
      const { spaces, part, text } = makeKey(randomFrom(seed));
      expect(trace.key).toEqual({ spaces, part, text });
      const noise = ofKind(steps, 'noise');
      expect(steps.map(({ kind, draftStep }) => `${kind} ${draftStep}`)).toEqual([
        'spaces 16',
        'max 17',
        'number 18',
        'product 19',
        'digits 20',
        'noise-count 21',
        ...noise.map(() => 'noise 21'),
        ...Array.from({ length: spaces }, () => 'space 22'),
        'key null',
      ]);
      const max = Number(BigInt(LIMIT) / BigInt(spaces));
      expect(steps[0]).toMatchObject({ spaces, least: 1, most: 12, chosen: 'at-random', before: '', after: '' });
      expect(steps[1]).toMatchObject({ limit: LIMIT, spaces, max });
      expect(steps[2]).toMatchObject({ number: part, least: 0, most: max, chosen: 'at-random' });
      expect(steps[3]).toMatchObject({ number: part, spaces, product: part * spaces });
      expect(steps[4]).toMatchObject({ before: '', after: String(part * spaces) });
      expect(steps[5]).toMatchObject({ count: noise.length, least: 1, most: 12 });
      expect(steps.at(-1)).toMatchObject({ after: text, key: { text }, span: { start: 0, end: text.length * 8 } });
      expect(part * spaces).toBeLessThanOrEqual(LIMIT);
    }),
  );
});

test('Each insertion puts one character where it says, a space never first or last.', () => {
  fc.assert(
    fc.property(seed, (seed) => {
      const steps = lawfulSteps(traceMakeKey(randomFrom(seed)));
      for (const kind of ['noise', 'space'] as const) {
        const inserts = ofKind(steps, kind);
        inserts.forEach(({ before, after, position, character, least, most, span, nth, count }, i) => {
          expect(before.slice(0, position) + character + before.slice(position)).toBe(after);
          expect(after).toHaveLength(before.length + 1);
          expect([least, most]).toEqual(kind === 'space' ? [1, before.length - 1] : [0, before.length]);
          expect(position).toBeGreaterThanOrEqual(least);
          expect(position).toBeLessThanOrEqual(most);
          expect(character).toMatch(kind === 'space' ? /^ $/ : /^[!-/:-~]$/);
          expect(span).toEqual({ source: 'key1', start: position * 8, end: position * 8 + 8 });
          expect([nth, count]).toEqual([i, inserts.length]);
        });
      }
    }),
  );
});

test('A chosen part and number of spaces are in the key.', () => {
  const choice = fc
    .integer({ min: 1, max: 12 })
    .chain((spaces) => fc.record({ spaces: fc.constant(spaces), part: fc.nat(Math.floor(LIMIT / spaces)) }));
  fc.assert(
    fc.property(choice, seed, ({ spaces, part }, seed) => {
      const trace = traceMakeKeyFor({ spaces, part }, randomFrom(seed));
      expect(trace?.step(0)).toMatchObject({ spaces, chosen: 'given' });
      expect(trace?.step(2)).toMatchObject({ number: part, chosen: 'given' });
      expect(readKey(trace?.key.text ?? '')).toMatchObject({ spaces, part, problems: [] });
      expect(makeKeyFor({ spaces }, randomFrom(seed))).toMatchObject({ spaces });
      expect(makeKeyFor({ part }, randomFrom(seed))).toMatchObject({ part });
      expect(makeKeyFor({}, randomFrom(seed))).toEqual(makeKey(randomFrom(seed)));
    }),
  );
});

test('A big part leaves only the numbers of spaces with which it fits.', () => {
  const steps = lawfulSteps(traceMakeKeyFor({ part: 2_000_000_000 }, always(1)) ?? traceMakeKey(always(0)));
  expect(steps[0]).toMatchObject({ least: 1, most: 2, chosen: 'at-random' });
  expect(steps[2]).toMatchObject({ number: 2_000_000_000 });
});

test.each([
  [{ spaces: 0 }],
  [{ spaces: 13 }],
  [{ spaces: 1.5 }],
  [{ spaces: Number.NaN }],
  [{ part: -1 }],
  [{ part: 4_294_967_296 }],
  [{ spaces: 12, part: 357_913_942 }],
])('There is no key for %j.', (choice) => {
  expect(traceMakeKeyFor(choice, randomFrom(1))).toBeNull();
  expect(makeKeyFor(choice, randomFrom(1))).toBeNull();
});
