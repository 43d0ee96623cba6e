import { expect, test } from 'vitest';
import { treeOf } from '../../../src/components/decode/selectors.ts';
import { framed } from '../../../src/components/home/framed.ts';
import { hexCell } from '../../../src/components/views/hexCell.ts';
import { bestMark, finder, issuesIn, leaves } from '../../../src/components/views/marks.ts';
import { Connection } from '../../../src/protocol/connection/connection.ts';

const { tree, wire } = framed('Hello', Uint8Array.of(0x37, 0xfa, 0x21, 0x3d));
const marks = leaves(tree);
const find = finder(marks, wire.id);

test('the leaves tile the wire without gap or overlap', () => {
  const own = marks.filter((mark) => mark.span.source === wire.id);
  expect(own[0]?.span.start).toBe(0);
  for (const [i, mark] of own.entries()) expect(mark.span.end).toBe(own[i + 1]?.span.start ?? wire.length * 8);
});

test('the fields of a byte are found in order', () => {
  expect(find(0, 1).map((mark) => mark.field)).toEqual(['fin', 'rsv1', 'rsv2', 'rsv3', 'opcode']);
  expect(find(1, 3).map((mark) => mark.field)).toEqual(['mask', 'length-7', 'masking-key']);
  expect(find(10, 99).map((mark) => mark.field)).toEqual(['payload']);
  expect(find(11, 20)).toEqual([]);
});

test('a byte goes by the name of the field with most of its bits', () => {
  expect(bestMark(find(0, 1), 0, 8)?.field).toBe('opcode');
  expect(bestMark(find(1, 2), 8, 16)?.field).toBe('length-7');
});

test('a byte of two colours shows each as wide as its bits', () => {
  const cell = hexCell(find(1, 2), 1);
  expect(cell.role).toBe('length');
  expect(cell.fill).toBe('linear-gradient(to right, var(--mask-fill) 0% 12.5%, var(--length-fill) 12.5% 100%)');
  expect(hexCell(find(0, 1), 0).fill).toBeUndefined();
});

test('bytes of one field are joined up to its last', () => {
  expect([2, 3, 4, 5].map((at) => hexCell(find(at, at + 1), at).joined)).toEqual([true, true, true, false]);
});

test('a fault that a frame and its message both hold is listed once', () => {
  // A block of type 3, which DEFLATE does not have; and a fragment with a byte that no UTF-8 has.
  for (const bytes of [
    [0xc1, 0x01, 0x07],
    [0x01, 0x02, 0x48, 0xff, 0x80, 0x00],
  ]) {
    const connection = new Connection({ direction: 'server-to-client', extensions: 'permessage-deflate' }, true);
    connection.push('server-to-client', Uint8Array.from(bytes));
    connection.end();
    const tree = treeOf(connection, connection.part(0));
    const { list } = connection.issues();
    expect(tree && issuesIn(tree).map(({ rule }) => rule)).toEqual(
      list.filter(({ part }) => part === connection.part(0).path).map(({ rule }) => rule),
    );
    expect(list.length).toBeGreaterThan(0);
  }
});
