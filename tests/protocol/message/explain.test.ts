import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../src/protocol/bytes/hex.ts';
import { encodeFrame } from '../../../src/protocol/frame/encode.ts';
import { explainMessage, joinedSource } from '../../../src/protocol/message/explain.ts';
import { type MessageInfo, messageAt } from '../../../src/protocol/message/messages.ts';
import { walk } from '../../../src/protocol/model/node.ts';
import { scan } from './scans.ts';

const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const part = (opcode: number, fin: boolean, text: string, masked = true): Uint8Array =>
  encodeFrame({ opcode, fin, maskingKey: masked ? KEY : null, payload: new TextEncoder().encode(text) });

/** Hel, ping, an empty fragment, lo. */
const HELLO = Uint8Array.from(
  Buffer.concat([part(1, false, 'Hel'), part(9, true, 'now'), part(0, false, ''), part(0, true, 'lo')]),
);

describe('a message of three frames with a ping between them', () => {
  const made = scan(HELLO);
  const message = messageAt(made, 0) as MessageInfo;
  const joined = joinedSource(made, message);

  test('is one text, the ping left out', () => {
    const whole = { complete: true, compressed: false, length: 5, inflatedLength: null };
    expect(message).toEqual({ first: 0, opcode: 1, frames: [0, 2, 3], ...whole });
    expect(toHex(joined.read(0, 5))).toBe('48656c6c6f');
  });

  test('can be read from any byte to any other', () => {
    for (let start = 0; start <= 5; start += 1)
      for (let end = start; end <= 6; end += 1) {
        expect(Buffer.from(joined.read(start, end)).toString()).toBe('Hello'.slice(start, end));
      }
  });

  test('says from which bits it was joined', () => {
    expect(joined.from).toEqual([
      { source: 'client-to-server/frame/0/unmasked', start: 0, end: 24 },
      { source: 'client-to-server/frame/2/unmasked', start: 0, end: 0 },
      { source: 'client-to-server/frame/3/unmasked', start: 0, end: 16 },
    ]);
  });

  test('has a tree with the text in it', () => {
    const tree = explainMessage(made, 0);
    expect(tree && [...walk(tree)].map(({ path, span, value }) => [path, span?.source, span?.end, value])).toEqual([
      ['client-to-server/message/0', 'client-to-server/message/0/joined', 40, 5],
      ['client-to-server/message/0/message-payload', 'client-to-server/message/0/joined', 40, joined.read(0, 5)],
      ['client-to-server/message/0/text', 'client-to-server/message/0/joined', 40, 'Hello'],
    ]);
  });

  test('begins at its first frame only', () => {
    for (const frame of [1, 2, 3, 9]) expect(explainMessage(made, frame)).toBeNull();
  });
});

test('unmasked payloads are joined from the wire itself', () => {
  const made = scan(part(1, true, 'hi', false), { direction: 'server-to-client' });
  expect(joinedSource(made, messageAt(made, 0) as MessageInfo).from).toEqual([
    { source: 'server-to-client', start: 16, end: 32 },
  ]);
});

test('a new message cuts the open one off', () => {
  const made = scan(Uint8Array.from(Buffer.concat([part(1, false, 'a'), part(2, true, 'b'), part(0, true, 'c')])));
  expect(messageAt(made, 0)).toMatchObject({ frames: [0], complete: false });
  expect(messageAt(made, 1)).toMatchObject({ frames: [1], complete: true });
  expect(messageAt(made, 2)).toBeNull();
});

test('a text that fails carries its issue, a binary message has no text', () => {
  const bad = explainMessage(scan(fromHex('8102c328') as Uint8Array, { direction: 'server-to-client' }), 0);
  expect(bad && [...walk(bad)].flatMap(({ field, issues }) => issues.map(({ rule }) => [field, rule]))).toEqual([
    ['text', 'invalid-utf8'],
  ]);
  const binary = explainMessage(scan(part(2, true, 'x')), 0);
  expect(binary && [...walk(binary)].map(({ field }) => field)).toEqual(['message', 'message-payload']);
});
