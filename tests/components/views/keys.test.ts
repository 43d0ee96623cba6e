import { describe, expect, test } from 'vitest';
import { framed } from '../../../src/components/home/framed.ts';
import { moveInHex } from '../../../src/components/views/hexKeys.ts';
import { originOf, treeRows, typeahead } from '../../../src/components/views/treeRows.ts';

const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false });

describe('in 35 bytes, 16 a row', () => {
  const shape = { from: 0, end: 35, first: 0, perRow: 16, page: 2 };
  test.each([
    ['ArrowRight', 15, 16],
    ['ArrowRight', 34, 34],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 5, 21],
    ['ArrowDown', 20, 20],
    ['ArrowUp', 5, 5],
    ['PageDown', 1, 33],
    ['PageDown', 5, 34],
    ['PageUp', 20, 0],
    ['Home', 21, 16],
    ['End', 21, 31],
    ['End', 33, 34],
  ])('%s from byte %i leads to %i', (name, from, to) => {
    expect(moveInHex(key(name), from, shape)).toBe(to);
  });

  test('with Ctrl, Home and End lead to the ends', () => {
    expect(moveInHex(key('Home', true), 20, shape)).toBe(0);
    expect(moveInHex(key('End', true), 20, shape)).toBe(34);
  });

  test('other keys are left to the browser', () => {
    expect(moveInHex(key('a'), 3, shape)).toBeNull();
    expect(moveInHex(key('ArrowLeft', true), 3, shape)).toBeNull();
  });
});

describe('the tree of a masked frame', () => {
  const { tree } = framed('Hello', Uint8Array.of(1, 2, 3, 4));

  test('has a row for each field, with its place among its siblings', () => {
    const rows = treeRows(tree, new Map());
    expect(rows.map(({ node, level }) => `${level} ${node.field}`)).toEqual([
      '1 frame',
      '2 fin',
      '2 rsv1',
      '2 rsv2',
      '2 rsv3',
      '2 opcode',
      '2 mask',
      '2 length-7',
      '2 masking-key',
      '2 payload',
      '3 payload-unmasked',
      '4 text',
    ]);
    expect(rows[9]).toMatchObject({ position: 9, siblings: 9, parent: 0, open: true });
  });

  test('hides what is closed', () => {
    const rows = treeRows(tree, new Map([[`${tree.path}/payload`, false]]));
    expect(rows.at(-1)).toMatchObject({ open: false, node: { field: 'payload' } });
  });

  test('tells what travelled from what was computed', () => {
    const origins = treeRows(tree, new Map()).map(({ node }) => originOf(node));
    expect(origins.slice(-3)).toEqual(['wire', 'derived', 'derived']);
    expect(originOf({ ...tree, span: null })).toBe('computed');
  });
});

test('typing finds the next name, round the end', () => {
  const names = ['Frame', 'FIN', 'RSV1', 'RSV2', 'Opcode'];
  expect(typeahead(names, 0, 'f')).toBe(1);
  expect(typeahead(names, 1, 'f')).toBe(0);
  expect(typeahead(names, 2, 'rsv2')).toBe(3);
  expect(typeahead(names, 0, 'x')).toBe(-1);
});
