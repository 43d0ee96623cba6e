import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compressed, inflated } from '../../../src/components/build/compressing.ts';
import { conversationOf, type Sent } from '../../../src/components/build/conversation.ts';
import { type ItemReading, itemReading } from '../../../src/components/build/selectors.ts';

const HELLO = Buffer.from('Hello');
const server = (hex: string): Sent => ({ direction: 'server-to-client', bytes: Buffer.from(hex, 'hex') });
const hex = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('hex');

function last(sent: readonly Sent[], extensions = 'permessage-deflate'): ItemReading {
  const conversation = conversationOf(sent, extensions === '' ? {} : { extensions });
  return itemReading(conversation, conversation.items.at(-1) as (typeof conversation.items)[number]);
}

describe('a message compressed', () => {
  test('alone is what zlib inflates', () => {
    const payload = compressed(last([server('810548656c6c6f')], ''), HELLO);
    const whole = Buffer.concat([payload, Buffer.from('0000ffff', 'hex')]);
    expect(String(inflateRawSync(whole, { finishFlush: 2 }))).toBe('Hello');
  });

  test('again copies from the message before, as in RFC 7692 §7.2.3.2', () => {
    const first = server('c107f248cdc9c90700');
    expect(hex(compressed(last([first, server('810548656c6c6f')]), HELLO))).toBe('f200110000');
    const none = 'permessage-deflate; server_no_context_takeover';
    expect(hex(compressed(last([first, server('810548656c6c6f')], none), HELLO))).toBe('f248cdc9c90700');
  });
});

describe('a message inflated', () => {
  test('is what it says where it stands', () => {
    const second = [server('c107f248cdc9c90700'), server('c105f200110000')];
    expect(String(Buffer.from(inflated(last(second), Buffer.from('f200110000', 'hex')) as Uint8Array))).toBe('Hello');
  });

  test('is nothing where the bytes are none', () => {
    expect(inflated(last([server('c10107')]), Uint8Array.of(7))).toBeNull();
  });

  test('needs nobody to have agreed', () => {
    const payload = Buffer.from('f248cdc9c90700', 'hex');
    expect(hex(inflated(last([server('c107f248cdc9c90700')], ''), payload))).toBe('48656c6c6f');
  });
});
