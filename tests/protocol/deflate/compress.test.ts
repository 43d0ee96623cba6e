import { constants, inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { toHex } from '../../../src/protocol/bytes/hex.ts';
import { encodeUtf8 } from '../../../src/protocol/bytes/utf8.ts';
import { Deflater } from '../../../src/protocol/deflate/compress.ts';
import { Random, randomMessages } from './streams.ts';
import { zlibMessages } from './zlib.ts';

const TAIL = Buffer.from([0x00, 0x00, 0xff, 0xff]);
/** Much work: on a busy machine it may take its time. */
const LONG = 60_000;
const FORMS = ['fixed', 'dynamic', 'stored'] as const;
const HELLO = encodeUtf8('Hello');
const NOTHING = new Uint8Array(0);

test('the examples of RFC 7692 §7.2.3 come out byte for byte', () => {
  const deflater = new Deflater({ windowBits: 15, takeover: true });
  expect(toHex(deflater.message(HELLO))).toBe('f248cdc9c90700');
  expect(toHex(deflater.message(HELLO))).toBe('f200110000');
  const alone = new Deflater({ windowBits: 15, takeover: false });
  expect(toHex(alone.message(HELLO))).toBe('f248cdc9c90700');
  expect(toHex(alone.message(HELLO))).toBe('f248cdc9c90700');
  expect(toHex(alone.message(HELLO, 'stored'))).toBe('000500faff48656c6c6f00');
  expect(toHex(alone.message(NOTHING))).toBe('00');
  expect(toHex(alone.message(NOTHING, 'fixed'))).toBe('0200');
});

test(
  'zlib inflates every form with a window of the same size, and never needs a larger one',
  () => {
    const random = new Random(3);
    for (let stream = 0; stream < 250; stream += 1) {
      const windowBits = random.whole(8, 15);
      const takeover = random.chance(0.7);
      const deflater = new Deflater({ windowBits, takeover });
      let before: Buffer = Buffer.alloc(0);
      for (const message of randomMessages(random)) {
        const payload = deflater.message(message, random.pick([undefined, undefined, ...FORMS]));
        const dictionary = takeover && before.length > 0 ? { dictionary: before } : {};
        const options = { windowBits, ...dictionary, finishFlush: constants.Z_SYNC_FLUSH };
        expect(inflateRawSync(Buffer.concat([payload, TAIL]), options).compare(message)).toBe(0);
        before = Buffer.concat([before, message]).subarray(-(2 ** windowBits));
      }
    }
  },
  LONG,
);

test('a window of 8 bits reaches 256 bytes back and no farther', () => {
  const phrase = new Random(4).bytes(64);
  for (const [gap, shorter] of [
    [192, true],
    [193, false],
  ] as const) {
    const deflater = new Deflater({ windowBits: 8, takeover: true });
    deflater.message(Buffer.concat([Uint8Array.of(0), phrase]));
    deflater.message(new Random(5).bytes(gap));
    expect(deflater.message(phrase).length < 20).toBe(shorter);
  }
});

test('messages take about as much room as with zlib', () => {
  const random = new Random(6);
  let ours = 0;
  let theirs = 0;
  for (let stream = 0; stream < 60; stream += 1) {
    const messages = randomMessages(random);
    const deflater = new Deflater({ windowBits: 15, takeover: true });
    for (const message of messages) ours += deflater.message(message).length;
    for (const payload of zlibMessages(messages, {})) theirs += payload.length;
  }
  expect(ours).toBeLessThan(theirs * 1.05);
});

test('more than one block: a long message of changing kinds, and one longer than a stored block', () => {
  const random = new Random(7);
  const long = Buffer.concat([random.bytes(70_000), Buffer.alloc(70_000, 'abc'), random.bytes(90_000, 5)]);
  for (const form of [undefined, ...FORMS]) {
    const payload = new Deflater({ windowBits: 12, takeover: true }).message(long, form);
    const options = { windowBits: 12, finishFlush: constants.Z_SYNC_FLUSH };
    expect(inflateRawSync(Buffer.concat([payload, TAIL]), options).compare(long)).toBe(0);
  }
});

test('ws understands the messages of a connection with takeover', async () => {
  const random = new Random(8);
  const messages = Array.from({ length: 12 }, () => randomMessages(random)).flat();
  const deflater = new Deflater({ windowBits: 15, takeover: true });
  const server = new WebSocketServer({ port: 0, perMessageDeflate: true });
  const { port } = server.address() as { port: number };
  const got = new Promise<Buffer[]>((resolve, reject) => {
    server.on('connection', (socket) => {
      const all: Buffer[] = [];
      socket.on('error', reject);
      socket.on('message', (data: Buffer) => {
        all.push(data);
        if (all.length === messages.length) resolve(all);
      });
    });
  });
  const client = new WebSocket(`ws://localhost:${port}`, { perMessageDeflate: true });
  await new Promise((resolve) => client.on('open', resolve));
  // ws compresses nothing itself here: the frames go out as they are made, unfragmented, with RSV1.
  const raw = client as unknown as { _socket: { write(bytes: Uint8Array): void } };
  for (const message of messages) raw._socket.write(frameOf(deflater.message(message)));
  const received = await got;
  client.terminate();
  server.close();
  messages.forEach((message, i) => {
    expect(received[i]?.compare(message)).toBe(0);
  });
});

/** A binary frame with RSV1 and a masking key of zeros. */
function frameOf(payload: Uint8Array): Uint8Array {
  const head = Buffer.alloc(14);
  head[0] = 0xc2;
  head[1] = 0x80 | 127;
  head.writeBigUInt64BE(BigInt(payload.length), 2);
  if (payload.length >= 65_536) return Buffer.concat([head, payload]);
  const short = payload.length < 126;
  const small = Buffer.alloc(short ? 6 : 8);
  small[0] = 0xc2;
  small[1] = 0x80 | (short ? payload.length : 126);
  if (!short) small.writeUInt16BE(payload.length, 2);
  return Buffer.concat([small, payload]);
}
