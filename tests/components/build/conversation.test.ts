import { expect, test } from 'vitest';
import {
  type Conversation,
  conversationOf,
  duplicated,
  inserted,
  moved,
  replaced,
  turned,
  withBytes,
  without,
} from '../../../src/components/build/conversation.ts';

const sent = (byte: number) => ({ direction: 'client-to-server', bytes: Uint8Array.of(byte) }) as const;
const three = conversationOf([sent(1), sent(2), sent(3)]);
const shape = ({ items }: Conversation) => items.map(({ id, bytes }) => [id, bytes[0]]);

test('items keep their ids, and no id is used twice', () => {
  expect(shape(three)).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  expect(shape(inserted(without(three, 2), 1, [sent(9)]))).toEqual([
    [1, 1],
    [4, 9],
    [3, 3],
  ]);
  expect(shape(duplicated(three, 1))).toEqual([
    [1, 1],
    [4, 1],
    [2, 2],
    [3, 3],
  ]);
});

test('an item moves by places, not beyond either end', () => {
  const order = (conversation: Conversation) => conversation.items.map(({ id }) => id);
  expect(order(moved(three, 1, 1))).toEqual([2, 1, 3]);
  expect(order(moved(three, 3, -5))).toEqual([3, 1, 2]);
  expect(moved(three, 1, -1)).toBe(three);
  expect(moved(three, 7, 1)).toBe(three);
});

test('several items take the place of one, the first with its id', () => {
  expect(shape(replaced(three, 2, [sent(7), sent(8)]))).toEqual([
    [1, 1],
    [2, 7],
    [4, 8],
    [3, 3],
  ]);
});

test('bytes and sender change alone', () => {
  const [item] = turned(withBytes(three, 1, Uint8Array.of(5)), 1).items;
  expect(item).toEqual({ id: 1, direction: 'server-to-client', bytes: Uint8Array.of(5) });
  expect(three.items[0]?.bytes[0]).toBe(1);
});
