import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { conversationOf, type Sent } from '../../../src/components/build/conversation.ts';
import { handshakeOf } from '../../../src/components/build/heads.ts';
import { exportOf, textOf } from '../../../src/components/build/out.ts';
import { workbenchHash } from '../../../src/components/build/workbench.ts';
import { readLink } from '../../../src/components/decode/link.ts';
import type { Direction } from '../../../src/protocol/bytes/span.ts';
import { open } from '../../../src/protocol/capture/open.ts';
import { BREAKABLE, broken } from '../../../src/protocol/connection/broken.ts';
import { encodeFrame } from '../../../src/protocol/frame/encode.ts';
import { DIALECT_IDS } from '../../../src/protocol/model/drafts.ts';
import { WRITE_FORMS } from '../../../src/protocol/text/write.ts';
import { randomFrom } from '../../protocol/handshake/support.ts';

// Many readings in one test; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** The bytes of each direction, in one piece. */
function bothOf(sent: readonly Sent[]): Record<Direction, string> {
  const of = (direction: Direction) =>
    sent.flatMap((one) => (one.direction === direction ? [hex(one.bytes)] : [])).join('');
  return { 'client-to-server': of('client-to-server'), 'server-to-client': of('server-to-client') };
}

const side = fc.constantFrom<Direction>('client-to-server', 'server-to-client');

/** Frames as they are sent, and broken ones. */
const frame = fc
  .record({
    direction: side,
    opcode: fc.nat({ max: 15 }),
    payload: fc.uint8Array({ maxLength: 40 }),
    masked: fc.option(fc.boolean()),
    fin: fc.boolean(),
  })
  .map(({ direction, opcode, payload, masked, fin }): Sent => {
    const maskingKey = (masked ?? direction === 'client-to-server') ? Uint8Array.of(1, 2, 3, 4) : null;
    return { direction, bytes: encodeFrame({ opcode, payload, maskingKey, fin }) };
  });

const anything = fc.record<Sent>({ direction: side, bytes: fc.uint8Array({ minLength: 1, maxLength: 30 }) });

const conversations = fc
  .tuple(
    fc.option(
      fc.constantFrom(...DIALECT_IDS).map((dialect) => handshakeOf({ dialect, deflate: false }, randomFrom(3))),
    ),
    fc.oneof(fc.array(frame, { minLength: 1, maxLength: 6 }), fc.array(anything, { minLength: 1, maxLength: 4 })),
  )
  .map(([heads, frames]) => [...(heads ?? []), ...frames]);

describe.each(WRITE_FORMS)('copied as %s and pasted again', (form) => {
  test('bytes and directions are the same, whatever was built', () => {
    fc.assert(
      fc.property(conversations, (sent) => {
        const opened = open(textOf(form, sent));
        expect(opened.problems).toEqual([]);
        expect(bothOf(opened.streams)).toEqual(bothOf(sent));
      }),
      { numRuns: 80 },
    );
  });

  test.each(BREAKABLE)('so are those of %s', (rule) => {
    const { items } = broken(rule);
    expect(bothOf(open(textOf(form, items)).streams)).toEqual(bothOf(items));
  });
});

const one = (direction: Direction, text: string): Sent => ({ direction, bytes: Buffer.from(text, 'hex') });

test.each([
  ['hexdump-C', 'a gutter that begins with a blank', [one('client-to-server', '200000000000000000')]],
  ['text2pcap', 'a single byte', [one('client-to-server', '00')]],
  ['xxd', 'gutters like C', [one('client-to-server', '753800'), one('server-to-client', '7b00')]],
] as const)('%s: %s does not mislead', (form, _, sent) => {
  const opened = open(textOf(form, sent));
  expect(opened.problems).toEqual([]);
  expect(bothOf(opened.streams)).toEqual(bothOf(sent));
});

test('only where a notation would be misread does a line say who speaks', () => {
  const hello = Buffer.from('810548656c6c6f', 'hex');
  expect(textOf('hex', [{ direction: 'server-to-client', bytes: hello }])).not.toContain('#');
  expect(textOf('hex', [{ direction: 'client-to-server', bytes: hello }])).toMatch(/^# client-to-server\n/);
});

test('the link to the workbench opens the same bytes and directions, in order', () => {
  fc.assert(
    fc.property(conversations, (sent) => {
      const read = readLink(workbenchHash(conversationOf(sent)));
      expect(read?.unusable).toEqual([]);
      const { input = '', form, assumptions = {} } = read?.choices ?? {};
      const opened = open(input, { ...(form && { form }), assumptions });
      expect(opened.problems).toEqual([]);
      expect(bothOf(opened.streams)).toEqual(bothOf(sent));
      const order = opened.segments.map(({ stream }) => opened.streams[stream]?.direction);
      const wanted = sent.filter(({ bytes }) => bytes.length > 0).map(({ direction }) => direction);
      if (new Set(wanted).size > 1) expect(withoutRepeats(order)).toEqual(withoutRepeats(wanted));
    }),
    { numRuns: 150 },
  );
});

function withoutRepeats<T>(list: readonly T[]): readonly T[] {
  return list.filter((one, i) => one !== list[i - 1]);
}

test('what is read beside the bytes goes along to the workbench', () => {
  const assumptions = { extensions: 'permessage-deflate', maxMessageBytes: 9, midStream: true } as const;
  const link = readLink(workbenchHash(conversationOf(broken('rsv1-on-control').items, assumptions)));
  expect(link?.choices.assumptions).toEqual({ ...assumptions, direction: 'client-to-server' });
});

test('the JSON is the documented export, with the bytes of both', () => {
  const sent = handshakeOf({ dialect: 'rfc6455', deflate: false }, randomFrom(1));
  const json = JSON.parse(exportOf(conversationOf(sent)));
  expect(json).toMatchObject({ format: 'websocket-101/connection', phase: 'open', issues: [] });
});
