import { expect, test } from 'vitest';
import { bitSpan, byteSpan, type Span } from '../../../src/protocol/bytes/span.ts';
import type { Issue } from '../../../src/protocol/model/issue.ts';
import { type FieldNode, fieldNode, walk, withIssues } from '../../../src/protocol/model/node.ts';

const WIRE = 'server-to-client';
const CLEAR = 'clear';

const issueAt = (span: Span): Issue => ({
  rule: 'rsv-nonzero',
  direction: WIRE,
  part: 'root',
  span,
  offset: 0,
  values: {},
});

const bits = [0, 1, 2, 3].map((bit) => fieldNode('root', 'rsv1', bitSpan(WIRE, 0, bit, 1), { name: `bit-${bit}` }));
const text = fieldNode('root', 'text', byteSpan(CLEAR, 2, 2));
const payload = fieldNode('root', 'payload', byteSpan(WIRE, 1, 4), {
  children: [fieldNode('root', 'payload-unmasked', byteSpan(CLEAR, 0, 4), { children: [text] })],
});
const computed = fieldNode('root', 'accept-expected', null);
const root: FieldNode = {
  ...fieldNode('', 'frame', byteSpan(WIRE, 0, 5), { children: [...bits, payload, computed] }),
  path: 'root',
};

test.each([
  ['one field', bitSpan(WIRE, 0, 2, 1), 'root/bit-2'],
  ['several fields', bitSpan(WIRE, 0, 1, 3), 'root/bit-1'],
  ['a part of a field', byteSpan(WIRE, 2, 1), 'root/payload'],
  ['a part of a computed field', byteSpan(CLEAR, 3, 1), 'root/text'],
  ['a field that holds another', byteSpan(CLEAR, 1, 3), 'root/payload-unmasked'],
  ['the whole', byteSpan(WIRE, 0, 5), 'root'],
  ['no bytes', byteSpan(WIRE, 2, 0), 'root'],
  ['bytes behind it', byteSpan(WIRE, 9, 1), 'root'],
  ['another source', byteSpan('other', 0, 1), 'root'],
] as const)('An issue at %s stands on one node.', (_, span, path) => {
  const issue = issueAt(span);
  const found = [...walk(withIssues(root, [issue]))].filter((node) => node.issues.length > 0);
  expect(found.map((node) => [node.path, node.issues])).toEqual([[path, [issue]]]);
});

test('Issues at one place keep their order, and those that were there stay.', () => {
  const [first, second, third] = [1, 2, 3].map((values) => ({ ...issueAt(byteSpan(WIRE, 1, 1)), values: { values } }));
  const once = withIssues(root, [first as Issue]);
  const twice = withIssues(once, [second as Issue, third as Issue]);
  expect(twice.children[4]?.issues.map(({ values }) => values.values)).toEqual([1, 2, 3]);
  expect(root.children[4]?.issues).toEqual([]);
  expect(withIssues(root, [])).toBe(root);
});

test('A node is named by its field unless told otherwise.', () => {
  expect(fieldNode('a/b', 'opcode', null).path).toBe('a/b/opcode');
  expect(fieldNode('a/b', 'opcode', null, { name: 'c/0' }).path).toBe('a/b/c/0');
});
