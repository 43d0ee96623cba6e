import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Base64Step } from '../../../src/protocol/bytes/base64-trace.ts';
import { traceBase64 } from '../../../src/protocol/bytes/base64-trace.ts';
import { lawfulSteps } from './trace-laws.ts';

/** Table 1 of RFC 4648, written once more. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const ofKind = <K extends Base64Step['kind']>(steps: readonly Base64Step[], kind: K) =>
  steps.filter((step): step is Extract<Base64Step, { kind: K }> => step.kind === kind);

function bitsOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
}

test('bytes at random: the characters are those of node, each from its six bits', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const trace = traceBase64(bytes, 'digest');
      const steps = lawfulSteps(trace);
      const text = Buffer.from(bytes).toString('base64');
      expect(trace.text).toBe(text);
      expect(steps.at(-1)?.after ?? '').toBe(text);
      const bits = bitsOf(bytes);
      const written = steps.filter((step) => step.kind !== 'group');
      expect(written.map(({ character }) => character).join('')).toBe(text);
      expect(written.map(({ writes }) => writes)).toEqual(
        [...text].map((_, i) => ({ source: 'digest/base64', start: i * 8, end: i * 8 + 8 })),
      );
      for (const { span, value, zeroBits, terms, character } of ofKind(steps, 'letter')) {
        expect(span.source).toBe('digest');
        const six = bits.slice(span.start, span.end) + '0'.repeat(zeroBits);
        expect(six).toHaveLength(6);
        expect(value).toBe(Number.parseInt(six, 2));
        expect(character).toBe(ALPHABET[value]);
        const pieces = terms.flatMap(({ value, from }) => from.map(({ start, end }) => ({ value, start, end })));
        expect(pieces.map(({ start, end }) => bits.slice(start, end)).join('')).toBe(bits.slice(span.start, span.end));
        for (const piece of pieces) {
          expect(piece.value).toBe(Number.parseInt(bits.slice(piece.start, piece.end), 2));
          expect(Math.floor(piece.start / 8)).toBe(Math.floor((piece.end - 1) / 8));
        }
      }
    }),
  );
});

test('bytes at random: the groups hold all bits, and zeros where the last is not whole', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const trace = traceBase64(bytes);
      const groups = ofKind(lawfulSteps(trace), 'group');
      expect(groups).toHaveLength(trace.groupCount);
      const all = groups.map(({ bits, dataBits, zeroBits }) => {
        const row = bits.toString(2).padStart(dataBits + zeroBits, '0');
        expect(row.length % 6).toBe(0);
        expect(row.slice(dataBits)).toBe('0'.repeat(zeroBits));
        return row.slice(0, dataBits);
      });
      expect(all.join('')).toBe(bitsOf(bytes));
      expect(groups.flatMap((group) => group.bytes.map(({ value }) => value))).toEqual([...bytes]);
      expect(trace.outline().map(({ group }) => group)).toEqual([...groups.keys()]);
    }),
  );
});

// RFC 4648 §10, and what its §4 says of the last group.
test.each([
  ['foo', [24, 0], 'Zm9v', []],
  ['fo', [16, 2], 'Zm8', ['=']],
  ['f', [8, 4], 'Zg', ['=', '=']],
] as const)('%j is one group of %j bits', (text, [dataBits, zeroBits], letters, padding) => {
  const steps = lawfulSteps(traceBase64(Buffer.from(text)));
  expect(steps[0]).toMatchObject({ kind: 'group', dataBits, zeroBits });
  expect(ofKind(steps, 'letter').map(({ character }) => character)).toEqual([...letters]);
  expect(ofKind(steps, 'padding').map(({ character }) => character)).toEqual(padding);
  expect(ofKind(steps, 'letter').at(-1)?.zeroBits).toBe(zeroBits);
});

test('the digest of RFC 6455 §1.3 makes 28 characters, the last letter from four bits and two zeros', () => {
  const digest = Buffer.from('b37a4f2cc0624f1690f64606cf385945b2bec4ea', 'hex');
  const trace = traceBase64(digest, 'digest');
  expect(trace).toMatchObject({ text: 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=', groupCount: 7, stepCount: 35 });
  expect(trace.step(33)).toEqual({
    kind: 'letter',
    index: 33,
    phase: 'filled-group',
    group: 6,
    before: 's3pPLMBiTxaQ9kYGzzhZRbK+xO',
    after: 's3pPLMBiTxaQ9kYGzzhZRbK+xOo',
    section: 'RFC 4648 §4',
    slot: 2,
    value: 40,
    span: { source: 'digest', start: 156, end: 160 },
    terms: [{ name: 'bits', value: 10, from: [{ source: 'digest', start: 156, end: 160 }] }],
    zeroBits: 2,
    character: 'o',
    position: 26,
    writes: { source: 'digest/base64', start: 208, end: 216 },
  });
});

test('no bytes make no steps', () => {
  expect(lawfulSteps(traceBase64(new Uint8Array()))).toEqual([]);
});

test('the last step of a megabyte is there without the others', () => {
  const bytes = new Uint8Array(1_000_000).fill(0xff);
  const trace = traceBase64(bytes);
  expect(trace.step(trace.stepCount - 3)).toMatchObject({ kind: 'letter', value: 48, zeroBits: 4, character: 'w' });
  expect(trace.step(trace.stepCount - 1)).toMatchObject({ kind: 'padding', position: 1_333_335 });
});
