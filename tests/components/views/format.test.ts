import { expect, test } from 'vitest';
import { type FormatWords, formatValue, grouped, hex } from '../../../src/components/views/format.ts';
import type { FieldId } from '../../../src/protocol/model/fields.ts';
import type { FieldNode, FieldStatus, FieldValue } from '../../../src/protocol/model/node.ts';

const words: FormatWords = {
  opcode: (name) => name,
  closeCode: (code) => (code === 1000 ? 'Normal closure' : null),
  bytes: (count) => `${count} bytes`,
  missing: 'missing',
  quote: (text) => `“${text}”`,
};

function node(field: FieldId, value: FieldValue, status: FieldStatus = 'complete'): FieldNode {
  return { path: field, field, span: null, from: [], value, status, issues: [], children: [] };
}

test.each([
  ['fin', true, '1'],
  ['rsv1', false, '0'],
  ['opcode', 1, '0x1 · text'],
  ['opcode', 0xb, '0xB · reserved-control'],
  ['length-7', 125, '125'],
  ['masking-key', Uint8Array.of(0x37, 0xfa, 0x21, 0x3d), '37 fa 21 3d'],
  ['payload', new Uint8Array(0), '0 bytes'],
  ['text', 'a\u202eb\n', '“a⟨U+202E⟩b␊”'],
  ['close-code', 1000, '1000 · Normal closure'],
  ['close-code', 4321, '4321'],
  ['frame', null, ''],
] as const)('%s %j is written %s', (field, value, shown) => {
  expect(formatValue(node(field, value), words)).toBe(shown);
});

test('long values are cut and say so', () => {
  expect(formatValue(node('payload', new Uint8Array(20)), words, 4)).toBe('00 00 00 00 …');
  expect(formatValue(node('text', 'x'.repeat(100)), words, 4)).toBe('“xxxxxxxx…”');
});

test('a field whose bytes are missing says so', () => {
  expect(formatValue(node('length-16', null, 'incomplete'), words)).toBe('missing');
});

test('2^63 - 1 and 2^53 + 1 keep their last digits', () => {
  expect(formatValue(node('length-64', 9223372036854775807n), words)).toBe(
    '9\u202f223\u202f372\u202f036\u202f854\u202f775\u202f807',
  );
  expect(grouped(9007199254740993n)).toBe('9\u202f007\u202f199\u202f254\u202f740\u202f993');
});

test('hex is two lower-case digits a byte', () => {
  expect(hex(Uint8Array.of(0, 15, 255))).toBe('00 0f ff');
});
