import { createRequire } from 'node:module';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeFrame } from '../../../src/protocol/frame/encode.ts';
import { composeMessage, type MessageCompressor } from '../../../src/protocol/message/compose.ts';
import { askDriver, askWs } from './peers.ts';

const hex = (frames: readonly Parameters<typeof encodeFrame>[0][]) =>
  frames.map((frame) => Buffer.from(encodeFrame(frame)).toString('hex'));
const wireOf = (frames: readonly Parameters<typeof encodeFrame>[0][]) =>
  Uint8Array.from(Buffer.concat(frames.map(encodeFrame)));
const text = (value: string) => new TextEncoder().encode(value);
const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);

/** What zlib makes of a message, each on its own; RFC 7692 section 7.2.1 cuts off the tail. */
const zlib: MessageCompressor = {
  message: (payload) => Uint8Array.from(deflateRawSync(payload, { finishFlush: 2 }).subarray(0, -4)),
};

test('Hello in one frame and in two, as section 5.7 has them', () => {
  expect(hex(composeMessage({ opcode: 1, payload: text('Hello') }))).toEqual(['810548656c6c6f']);
  expect(hex(composeMessage({ opcode: 1, payload: text('Hello'), cuts: [3] }))).toEqual(['010348656c', '80026c6f']);
  const masked = composeMessage({ opcode: 1, payload: text('Hello'), mask: () => KEY });
  expect(hex(masked)).toEqual(['818537fa213d7f9f4d5158']);
});

test('compressed Hello in one frame and in two, as RFC 7692 section 7.2.3.1 has them', () => {
  const hello = { opcode: 1, payload: text('Hello'), compress: zlib };
  expect(hex(composeMessage(hello))).toEqual(['c107f248cdc9c90700']);
  expect(hex(composeMessage({ ...hello, cuts: [3] }))).toEqual(['4103f248cd', '8004c9c90700']);
});

const messages = fc.record({
  opcode: fc.constantFrom(1, 2),
  payload: fc.string({ unit: 'binary', maxLength: 60 }).map(text),
  cuts: fc.array(fc.nat(80), { maxLength: 6 }),
  keys: fc.array(fc.uint8Array({ minLength: 4, maxLength: 4 }), { minLength: 7, maxLength: 7 }),
});

test('two receivers we did not write get the message, however it is cut, from either side', () => {
  fc.assert(
    fc.property(messages, fc.boolean(), ({ keys, ...parts }, fromClient) => {
      const wire = wireOf(composeMessage({ ...parts, mask: (i) => (fromClient ? (keys[i] as Uint8Array) : null) }));
      const due = [[parts.opcode, Buffer.from(parts.payload).toString('hex')]];
      for (const ask of [askWs, askDriver]) {
        const { messages: heard, refuses } = ask(wire, fromClient);
        expect(heard).toEqual(due);
        expect(refuses).toBe(false);
      }
    }),
  );
});

test('a ping between any two of its frames changes nothing for them', () => {
  fc.assert(
    fc.property(messages, fc.nat(6), ({ keys: _, ...parts }, place) => {
      const frames = [...composeMessage(parts)];
      const ping = composeMessage({ opcode: 9, payload: text('still there?') });
      frames.splice(place, 0, ...ping);
      expect(askWs(wireOf(frames), false).messages).toEqual([
        [parts.opcode, Buffer.from(parts.payload).toString('hex')],
      ]);
    }),
  );
});

test('FIN is on the last frame alone, the opcode and RSV1 on the first alone', () => {
  fc.assert(
    fc.property(messages, fc.boolean(), ({ keys: _, ...parts }, compressed) => {
      const frames = composeMessage(compressed ? { ...parts, compress: zlib } : parts);
      expect(frames.map(({ fin }) => fin)).toEqual(frames.map((_, i) => i === frames.length - 1));
      expect(frames.map(({ opcode }) => opcode)).toEqual(frames.map((_, i) => (i === 0 ? parts.opcode : 0)));
      expect(frames.map(({ rsv1 }) => rsv1)).toEqual(frames.map((_, i) => compressed && i === 0));
    }),
  );
});

test('the receiver of ws inflates what a compressor made, cut anywhere', async () => {
  const { Receiver, PerMessageDeflate: Deflate } = createRequire(import.meta.url)('ws');
  const words = 'one two one two three '.repeat(20);
  for (const cuts of [[], [1], [0, 5, 5, 30], [2, 1]]) {
    const extension = new Deflate({ isServer: false });
    extension.accept([{ server_no_context_takeover: [true] }]);
    const receiver = new Receiver({ extensions: { [Deflate.extensionName]: extension } });
    const heard = new Promise((resolve, reject) => {
      receiver.on('message', (data: Buffer) => resolve(data.toString()));
      receiver.on('error', reject);
    });
    receiver.write(Buffer.from(wireOf(composeMessage({ opcode: 1, payload: text(words), cuts, compress: zlib }))));
    expect(await heard).toBe(words);
  }
});

test('a cut at either end or twice makes an empty frame; one outside makes none', () => {
  const sizes = (cuts: readonly number[]) =>
    composeMessage({ opcode: 2, payload: text('Hello'), cuts }).map(({ payload }) => payload.length);
  expect(sizes([0])).toEqual([0, 5]);
  expect(sizes([5])).toEqual([5, 0]);
  expect(sizes([3, 1, 3])).toEqual([1, 2, 0, 2]);
  expect(sizes([-1, 6, 2.5, Number.NaN, Number.POSITIVE_INFINITY])).toEqual([5]);
});

test('control frames are neither cut nor compressed', () => {
  let asked = 0;
  const compress = {
    message: (payload: Uint8Array) => {
      asked += 1;
      return payload;
    },
  };
  for (let opcode = 8; opcode < 16; opcode += 1) {
    const frames = composeMessage({ opcode, payload: text('Hello'), cuts: [2], mask: () => KEY, compress });
    expect(frames).toEqual([{ fin: true, opcode, maskingKey: KEY, payload: text('Hello') }]);
  }
  expect(asked).toBe(0);
});

test('neither the payload nor the list of cuts is changed', () => {
  const payload = text('Hello');
  const cuts = [4, 1];
  wireOf(composeMessage({ opcode: 1, payload, cuts, mask: () => KEY }));
  expect(payload).toEqual(text('Hello'));
  expect(cuts).toEqual([4, 1]);
});
