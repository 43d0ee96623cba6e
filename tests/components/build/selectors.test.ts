import { describe, expect, test } from 'vitest';
import { type Conversation, conversationOf, type Sent } from '../../../src/components/build/conversation.ts';
import { handshakeOf } from '../../../src/components/build/heads.ts';
import { answerOf, type ItemReading, itemReading } from '../../../src/components/build/selectors.ts';
import { brokenHandshake } from '../../../src/protocol/handshake/broken.ts';
import { randomFrom } from '../../protocol/handshake/support.ts';

const KEY = Uint8Array.of(1, 2, 3, 4);
const client = (hex: string): Sent => ({ direction: 'client-to-server', bytes: Buffer.from(hex, 'hex') });
const server = (hex: string): Sent => ({ direction: 'server-to-client', bytes: Buffer.from(hex, 'hex') });

/** How each item of a conversation is read. */
function readings(conversation: Conversation): readonly ItemReading[] {
  return conversation.items.map((item) => itemReading(conversation, item));
}

const facts = ({ kind, part, alone, more, issues }: ItemReading) => ({
  kind,
  path: part?.path ?? null,
  alone,
  more,
  rules: issues.map(({ rule }) => rule),
});

describe('an item', () => {
  test('is read where it stands in its direction', () => {
    const read = readings(conversationOf([server('810161'), client('8980 37fa213d'.replace(' ', '')), server('8a00')]));
    expect(read.map(facts)).toEqual([
      { kind: 'frame', path: 'server-to-client/frame/0', alone: null, more: 0, rules: [] },
      { kind: 'frame', path: 'client-to-server/frame/0', alone: null, more: 0, rules: [] },
      { kind: 'frame', path: 'server-to-client/frame/1', alone: null, more: 0, rules: [] },
    ]);
  });

  test('that an earlier one claims is read by itself, and is answered by nobody', () => {
    const read = readings(conversationOf([server('820561'), server('810162')]));
    expect(read.map(facts)).toEqual([
      { kind: 'frame', path: 'server-to-client/frame/0', alone: null, more: 0, rules: ['bytes-end-inside-frame'] },
      { kind: 'frame', path: 'server-to-client/frame/0', alone: 'swallowed', more: 0, rules: [] },
    ]);
    expect(read[1]?.tree?.span).toMatchObject({ start: 0, end: 24 });
    expect(answerOf(read[1] as ItemReading, KEY)).toBeNull();
  });

  test('with more bytes than its length says holds more frames', () => {
    expect(readings(conversationOf([server('8101618a008a00')])).map(({ more }) => more)).toEqual([2]);
  });

  test('of no bytes is nothing, and takes nothing along', () => {
    const read = readings(conversationOf([server(''), server('810161')]));
    expect(read.map(({ part, tree }) => [part?.path ?? null, tree === null])).toEqual([
      [null, true],
      ['server-to-client/frame/0', false],
    ]);
  });

  test('behind a refused handshake is no frame, and is shown by itself', () => {
    const { request } = brokenHandshake('upgrade-missing', randomFrom(1));
    const refused = [
      { direction: 'client-to-server', bytes: request },
      { direction: 'server-to-client', bytes: Buffer.from('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n') },
    ] as const;
    const read = readings(conversationOf([...refused, client('818037fa213d')]));
    expect(read.map(({ kind, alone }) => [kind, alone])).toEqual([
      ['request', null],
      ['response', null],
      ['frame', 'no-frames'],
    ]);
    expect(answerOf(read[0] as ItemReading, KEY)?.kind).toBe('refuse');
  });

  test('of an old draft is a frame of that draft', () => {
    const heads = handshakeOf({ dialect: 'hixie-76', deflate: false }, randomFrom(2));
    const read = readings(conversationOf([...heads, client('0048656c6c6fff'), client('ff00')]));
    expect(read.map(({ kind }) => kind)).toEqual(['request', 'response', 'hixie', 'hixie']);
    expect(answerOf(read[3] as ItemReading, KEY)?.kind).toBe('close');
  });
});
