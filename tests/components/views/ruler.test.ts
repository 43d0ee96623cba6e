import { describe, expect, test } from 'vitest';
import { framed } from '../../../src/components/home/framed.ts';
import { fitting, moveInRuler, rulerRows } from '../../../src/components/views/ruler.ts';

const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);

function rowsOf(message: string, perRow: number) {
  const { tree, wire } = framed(message, KEY);
  return rulerRows(tree, wire, perRow);
}

/** `fin:1 rsv1:1 …`: the pieces of a row and their bits. */
const pieces = (message: string, perRow: number) =>
  rowsOf(message, perRow).map((row) => row.pieces.map((piece) => `${piece.mark.field}:${piece.bits}`).join(' '));

test('the first row of a short masked frame is the first row of the figure in section 5.2', () => {
  expect(pieces('Hello', 32)).toEqual([
    'fin:1 rsv1:1 rsv2:1 rsv3:1 opcode:4 mask:1 length-7:7 masking-key:16',
    'masking-key:16 payload:16',
  ]);
});

test('the bits are those of the bytes 81 85 37 fa', () => {
  const [row] = rowsOf('Hello', 32);
  expect(row?.bits.map((bit) => bit.value).join('')).toBe('10000001100001010011011111111010');
});

test('the longer lengths stand where the figure has them', () => {
  expect(pieces('x'.repeat(126), 32)[0]).toBe('fin:1 rsv1:1 rsv2:1 rsv3:1 opcode:4 mask:1 length-7:7 length-16:16');
  expect(pieces('x'.repeat(65_536), 32)).toEqual([
    'fin:1 rsv1:1 rsv2:1 rsv3:1 opcode:4 mask:1 length-7:7 length-64:16',
    'length-64:32',
    'length-64:16 masking-key:16',
    'masking-key:16 payload:16',
  ]);
});

test('a field over several rows says which of its bytes are where', () => {
  const bytes = rowsOf('x'.repeat(65_536), 32).flatMap((row) =>
    row.pieces.filter((piece) => piece.mark.field === 'length-64').map((piece) => piece.bytes),
  );
  expect(bytes).toEqual([
    [0, 1],
    [2, 5],
    [6, 7],
  ]);
});

test('the payload is beyond the header, and an empty one is not there', () => {
  expect(rowsOf('Hello', 32)[1]?.bits.map((bit) => bit.beyond)).toEqual([
    ...Array(16).fill(false),
    ...Array(16).fill(true),
  ]);
  expect(rowsOf('', 32).flatMap((row) => row.bits)).toHaveLength(48);
});

test.each([8, 16, 32])('rows of %i bits hold the same bits', (perRow) => {
  const bits = rowsOf('Hello', perRow).flatMap((row) => row.bits);
  expect(bits.map((bit) => bit.at)).toEqual(Array.from({ length: 64 }, (_, i) => i));
});

describe('keys', () => {
  const rows = rowsOf('Hello', 16);
  test.each([
    ['left', 0, 0],
    ['right', 0, 1],
    ['right', 63, 63],
    ['down', 3, 19],
    ['up', 3, 3],
    ['up', 19, 3],
    ['row-end', 3, 15],
    ['row-start', 19, 16],
    ['end', 3, 63],
    ['start', 40, 0],
    ['next', 4, 8],
    ['next', 5, 8],
    ['previous', 6, 4],
    ['previous', 4, 3],
    ['next', 20, 48],
    ['previous', 0, 0],
  ] as const)('%s from bit %i leads to %i', (move, from, to) => {
    expect(moveInRuler(rows, from, move)).toBe(to);
  });
});

test('the longest text that fits is taken, and none where none does', () => {
  expect(fitting(['Masking key, bytes 0–1', 'Masking key', 'key'], 200)).toBe('Masking key, bytes 0–1');
  expect(fitting(['Masking key', 'key'], 40)).toBe('key');
  expect(fitting(['掩码键', '键'], 30)).toBe('键');
  expect(fitting(['MASK', 'M'], 8)).toBeNull();
});
