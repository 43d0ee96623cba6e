import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Conversation, conversationOf, type Sent } from '../../../src/components/build/conversation.ts';
import { MOST_ITEMS, type Read } from '../../../src/components/build/entries.ts';
import { readFile, toFile } from '../../../src/components/build/file.ts';
import { linkHash, readLink } from '../../../src/components/build/link.ts';
import { DIALECT_IDS } from '../../../src/protocol/model/drafts.ts';

const sent = fc.record<Sent>({
  direction: fc.constantFrom('client-to-server', 'server-to-client'),
  bytes: fc.uint8Array({ maxLength: 40 }),
});
const conversations = fc
  .tuple(
    fc.array(sent, { maxLength: 8 }),
    fc.record(
      {
        dialect: fc.constantFrom(...DIALECT_IDS),
        extensions: fc.stringMatching(/^[ -~]{1,40}$/),
        midStream: fc.boolean(),
        maxMessageBytes: fc.integer({ min: 1, max: 2 ** 40 }),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([items, assumptions]) => conversationOf(items, assumptions));

const plain = ({ items, assumptions }: Conversation) => ({
  items: items.map(({ direction, bytes }) => [direction, Buffer.from(bytes).toString('hex')]),
  assumptions,
});

describe.each([
  ['link', linkHash, readLink],
  ['file', toFile, readFile],
] as const)('a %s', (_, write, read) => {
  test('gives back the same bytes, directions, order and choices', () => {
    fc.assert(
      fc.property(conversations, fc.nat({ max: 7 }), (conversation, index) => {
        const at = Math.min(index, Math.max(0, conversation.items.length - 1));
        const back = read(write(conversation, at)) as Read;
        expect(plain(back.conversation)).toEqual(plain(conversation));
        expect([back.at, back.unusable]).toEqual([at, []]);
      }),
    );
  });

  test('is null for anything else, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(read(text)).toBeNull();
      }),
    );
  });
});

test('a link is one piece of an address', () => {
  fc.assert(
    fc.property(conversations, (conversation) => {
      expect(linkHash(conversation, 0)).toMatch(/^#\/build\/v1\/[\w.~%&=;-]*$/);
    }),
  );
});

test('a broken link keeps what can be used, and says what cannot', () => {
  const link = readLink(
    '#/build/v1/client=gQVIZWxsbw&server=%&at=99&at=0&dialect=java&x=1&mid-stream=maybe&server=gAA',
  );
  expect(plain((link as Read).conversation)).toEqual({
    items: [
      ['client-to-server', '810548656c6c6f'],
      ['server-to-client', '8000'],
    ],
    assumptions: {},
  });
  expect(link?.at).toBe(1);
  expect(link?.unusable).toEqual([
    { key: 'server', value: '%', why: 'bad-value' },
    { key: 'at', value: '0', why: 'repeated' },
    { key: 'dialect', value: 'java', why: 'bad-value' },
    { key: 'x', value: '1', why: 'unknown-key' },
    { key: 'mid-stream', value: 'maybe', why: 'bad-value' },
  ]);
});

test('any fragment at all is read without a throw, and no more than can be drawn', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (rest) => {
      const read = readLink(`#/build/v1/${rest}`);
      expect(read?.conversation.items.length).toBeLessThanOrEqual(200);
    }),
  );
  const many = readLink(`#/build/v1/${'client=&'.repeat(MOST_ITEMS + 2)}`);
  expect(many?.conversation.items.length).toBe(MOST_ITEMS);
  expect(many?.unusable.map(({ why }) => why)).toEqual(['too-many', 'too-many']);
});

test('a newer link is read as far as it is understood', () => {
  const read = readLink('#/build/v2/client=gAA&colour=red');
  expect(read?.unusable.map(({ key }) => key)).toEqual(['version', 'colour']);
  expect(read?.conversation.items.length).toBe(1);
});

test('keys of objects are no keys of ours', () => {
  expect(readLink('#/build/v1/__proto__=x&constructor=y')?.unusable.length).toBe(2);
  expect(
    readFile(
      '{"format":"websocket-101 conversation","version":1,"entries":[["client",7],null,["client","!"]]}',
    )?.unusable.map(({ why }) => why),
  ).toEqual(['unknown-key', 'repeated', 'bad-value']);
});
