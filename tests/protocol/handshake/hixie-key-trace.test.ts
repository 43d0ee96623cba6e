import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readKey } from '../../../src/protocol/handshake/hixie-key.ts';
import type { KeyStep } from '../../../src/protocol/handshake/hixie-key-trace.ts';
import { traceKey } from '../../../src/protocol/handshake/hixie-key-trace.ts';
import vectors from '../../vectors/hixie.json' with { type: 'json' };
import { lawfulSteps } from '../bytes/trace-laws.ts';
import { DRAFT_KEYS } from './draft-keys.ts';

const LIMIT = 2n ** 32n - 1n;

function find<K extends KeyStep['kind']>(text: string, kind: K): Extract<KeyStep, { kind: K }> | undefined {
  return lawfulSteps(traceKey(text)).find((step): step is Extract<KeyStep, { kind: K }> => step.kind === kind);
}

function kindsBehindScan(text: string): readonly string[] {
  return lawfulSteps(traceKey(text))
    .slice(text.length)
    .map(({ kind }) => kind);
}

test.each(DRAFT_KEYS)('The key %j: %s / %i = %i.', (text, digits, spaces, part) => {
  expect(kindsBehindScan(text)).toEqual(['number', 'divide', 'bytes']);
  expect(find(text, 'number')).toMatchObject({ decimal: digits, number: Number(digits), draftStep: 4 });
  expect(find(text, 'divide')).toMatchObject({
    dividend: { name: 'number', value: Number(digits) },
    divisor: { name: 'spaces', value: spaces },
    quotient: part,
    remainder: 0,
    product: Number(digits),
    draftStep: 7,
  });
  const bytes = find(text, 'bytes');
  const expected = Buffer.alloc(4);
  expected.writeUInt32BE(part);
  expect(bytes?.bytes.map(({ value }) => value)).toEqual([...expected]);
  expect(bytes?.bytes.map(({ shift }) => shift)).toEqual([24, 16, 8, 0]);
});

const CHALLENGES = vectors
  .filter(({ kind }) => kind === 'challenge')
  .flatMap(({ id, input, expect: due }) => [
    { id, text: input?.key1 ?? '', due: due.key1 },
    { id, text: input?.key2 ?? '', due: due.key2 },
  ]);

test('There are vectors to hold the trace to.', () => {
  expect(CHALLENGES.length).toBeGreaterThan(10);
});

test.each(CHALLENGES)('$id: $text', ({ text, due }) => {
  if (typeof due !== 'object') throw new Error('a challenge says what its keys hold');
  const steps = lawfulSteps(traceKey(text));
  const last = steps.at(-1);
  expect(last?.after).toEqual({ digits: due.digits, spaces: due.spaces });
  if ('error' in due) {
    const problem = due.error === 'part-exceeds-32-bit' ? 'number-too-big' : due.error;
    const remainder = 'remainder' in due ? due.remainder : null;
    expect(last).toMatchObject({ kind: 'abort', problem, number: due.number ?? null, remainder });
  } else {
    expect(last).toMatchObject({ kind: 'bytes', part: due.part });
  }
});

test('The scan says of each character what it is, where it is and what has been gathered.', () => {
  const trace = traceKey('4 @', { name: 'key2', source: 'client-to-server', offset: 100 });
  const facts = { phase: 'scan', section: 'draft-hixie-76 §5.2', kind: 'character' };
  const at = (byte: number) => ({ source: 'client-to-server', start: byte * 8, end: byte * 8 + 8 });
  expect([0, 1, 2].map((index) => trace.step(index))).toEqual([
    {
      ...facts,
      index: 0,
      before: { digits: '', spaces: 0 },
      after: { digits: '4', spaces: 0 },
      draftStep: 4,
      class: 'digit',
      position: 0,
      character: '4',
      span: at(100),
    },
    {
      ...facts,
      index: 1,
      before: { digits: '4', spaces: 0 },
      after: { digits: '4', spaces: 1 },
      draftStep: 5,
      class: 'space',
      position: 1,
      character: ' ',
      span: at(101),
    },
    {
      ...facts,
      index: 2,
      before: { digits: '4', spaces: 1 },
      after: { digits: '4', spaces: 1 },
      draftStep: 4,
      class: 'noise',
      position: 2,
      character: '@',
      span: at(102),
    },
  ]);
  expect(trace.step(4)).toMatchObject({ dividend: { from: [at(100)] }, divisor: { from: [at(101)] } });
  expect(trace.step(5)).toMatchObject({ span: { source: 'key2/part', start: 0, end: 32 } });
});

test.each([
  ['x y z', 'no-digits', ['abort'], 'number', null],
  ['', 'no-digits', ['abort'], 'number', null],
  ['42949 67296 ', 'number-too-big', ['number', 'abort'], 'number', 4],
  ['123', 'no-spaces', ['number', 'abort'], 'divide', 5],
  ['7 x 8y9', 'not-divisible', ['number', 'divide', 'abort'], 'divide', 6],
] as const)('A server stops at %j: %s.', (text, problem, kinds, phase, draftStep) => {
  expect(kindsBehindScan(text)).toEqual(kinds);
  expect(lawfulSteps(traceKey(text)).at(-1)).toMatchObject({ kind: 'abort', problem, phase, draftStep });
});

test('A number of several faults ends at the one a server meets first.', () => {
  expect(find('99999999999', 'abort')?.problem).toBe('number-too-big');
  expect(readKey('99999999999').problems).toEqual(['number-too-big', 'no-spaces']);
});

test('The abort of an inexact division has what is left over, and the division that left it stands before it.', () => {
  const shown = '4 @1 46546xW%0l 1 5';
  expect(find(shown, 'divide')).toMatchObject({ quotient: 1036636503, remainder: 3, product: 4146546012 });
  expect(find(shown, 'abort')).toMatchObject({ number: 4146546015, remainder: 3, after: { spaces: 4 } });
});

test('The division on paper is the one a pupil writes.', () => {
  const lines = find('0 7 0 8', 'divide')?.lines;
  expect(lines).toEqual([
    { carried: 0, digit: 7, dividend: 7, quotientDigit: 2, rest: 1 },
    { carried: 1, digit: 0, dividend: 10, quotientDigit: 3, rest: 1 },
    { carried: 1, digit: 8, dividend: 18, quotientDigit: 6, rest: 0 },
  ]);
});

const keyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789   ab'), maxLength: 24 }),
  fc.string({ unit: 'binary', maxLength: 24 }),
);

/** The last step that the draft's rules ask for. */
function endOf(number: bigint | null, spaces: bigint) {
  if (number === null) return { kind: 'abort', problem: 'no-digits' };
  if (number > LIMIT) return { kind: 'abort', problem: 'number-too-big' };
  if (spaces === 0n) return { kind: 'abort', problem: 'no-spaces' };
  if (number % spaces !== 0n) return { kind: 'abort', problem: 'not-divisible' };
  return { kind: 'bytes', part: Number(number / spaces) };
}

test('Numbers, parts and remainders are those of BigInt, and spans lead back to their characters.', () => {
  fc.assert(
    fc.property(keyText, (text) => {
      const digits = text.replace(/[^0-9]/g, '');
      const spaces = text.split(' ').length - 1;
      const charactersAt = (from: readonly { start: number; end: number }[]) =>
        from.map(({ start, end }) => text.slice(start / 8, end / 8)).join('');
      const steps = lawfulSteps(traceKey(text));
      const characters = steps.filter((step) => step.kind === 'character');
      expect(characters.map(({ character }) => character).join('')).toBe(text);
      expect(charactersAt(characters.map(({ span }) => span))).toBe(text);
      const number = digits === '' ? null : BigInt(digits);
      for (const step of steps) {
        if (step.kind === 'number') {
          expect(step.decimal).toBe(String(number));
          expect(charactersAt(step.from)).toBe(digits);
        }
        if (step.kind === 'divide') {
          expect(BigInt(step.quotient)).toBe((number ?? 0n) / BigInt(spaces));
          expect(BigInt(step.remainder)).toBe((number ?? 0n) % BigInt(spaces));
          expect(step.product + step.remainder).toBe(step.dividend.value);
          expect(Number(step.lines.map(({ quotientDigit }) => quotientDigit).join(''))).toBe(step.quotient);
          expect(step.lines.at(-1)?.rest).toBe(step.remainder);
          expect(charactersAt(step.divisor.from)).toBe(' '.repeat(spaces));
        }
      }
      expect(steps.at(-1)).toMatchObject(endOf(number, BigInt(spaces)));
    }),
  );
});

test('Ten thousand digits stay exact.', () => {
  const text = `${'0123456789'.repeat(1000)}   `;
  const trace = traceKey(text);
  const exact = BigInt(text.trim());
  expect(trace.scan).toMatchObject({ number: null, part: null, remainder: Number(exact % 3n) });
  expect(trace.step(10_003)).toMatchObject({ kind: 'number', decimal: String(exact), number: null });
  expect(trace.step(10_004)).toMatchObject({ kind: 'abort', problem: 'number-too-big', decimal: String(exact) });
  expect(trace.step(9_999)).toMatchObject({ character: '9', after: { digits: text.trim(), spaces: 0 } });
});

test('A number of ten thousand zeros in front is read as what it is.', () => {
  const text = `${'0'.repeat(10_000)} 12 `;
  const trace = traceKey(text);
  expect(trace.step(text.length + 1)).toMatchObject({ quotient: 6, lines: { length: 2 } });
  expect(trace.step(text.length + 2)).toMatchObject({ kind: 'bytes', part: 6 });
});

test('Characters that no header can hold are noise, and each keeps its place.', () => {
  const steps = lawfulSteps(traceKey('٣😀 \u00a08'));
  expect(steps.slice(0, 6).map((step) => step.kind === 'character' && step.class)).toEqual([
    'noise',
    'noise',
    'noise',
    'space',
    'noise',
    'digit',
  ]);
  expect(steps.at(-1)).toMatchObject({ kind: 'bytes', part: 8 });
});
