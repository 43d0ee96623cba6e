import { expect, test } from 'vitest';
import type { Sent } from '../../../src/components/build/conversation.ts';
import { conversationOf } from '../../../src/components/build/conversation.ts';
import { lookedAt, wrongFields } from '../../../src/components/build/figureState.ts';
import { type ItemReading, itemReading } from '../../../src/components/build/selectors.ts';
import { byteSpan } from '../../../src/protocol/bytes/span.ts';
import { broken } from '../../../src/protocol/connection/broken.ts';

function last(sent: readonly Sent[]): ItemReading {
  const conversation = conversationOf(sent);
  const item = conversation.items.at(-1);
  if (!item) throw new Error('nothing sent');
  return itemReading(conversation, item);
}

const wrong = ({ tree, part, issues }: ItemReading) => Object.keys(wrongFields(tree, part, issues));

test.each([
  ['length-not-minimal', ['length-16']],
  ['unmasked-client-frame', ['mask']],
  ['reserved-opcode', ['opcode']],
  ['expected-continuation', ['opcode']],
  ['close-code-invalid', ['payload']],
  ['invalid-utf8', ['payload']],
  ['pong-unsolicited', []],
] as const)('%s shows in %j', (rule, fields) => {
  expect(wrong(last(broken(rule).items))).toEqual(fields);
});

test('both of two reserved bits are wrong', () => {
  const bytes = Buffer.from('b100', 'hex');
  expect(wrong(last([{ direction: 'server-to-client', bytes }]))).toEqual(['rsv2', 'rsv3']);
});

test('what is selected anywhere is the field of the figure, its text being the payload', () => {
  const { tree, part } = last([
    { direction: 'server-to-client', bytes: Buffer.from('8a00', 'hex') },
    { direction: 'server-to-client', bytes: Buffer.from('810161', 'hex') },
  ]);
  const path = 'server-to-client/frame/1';
  const at = (selected: string | null, offset: number) =>
    lookedAt(tree, part, { path: selected, span: byteSpan('server-to-client', offset, 1), view: 'tree' });
  expect(at(`${path}/opcode`, 2)).toBe('opcode');
  expect(at(`${path}/text`, 4)).toBe('payload');
  expect(at(null, 4)).toBe('payload');
  expect(at(path, 2)).toBeUndefined();
  expect(lookedAt(tree, part, null)).toBeUndefined();
});
