import { createHash, randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { askDriver, askWs } from '../protocol/message/peers.ts';
import { frameStream, randomFrom } from '../protocol/message/streams.ts';
import { bytesOf, type FrameVector, load } from '../protocol/vectors.ts';
import { PythonServer, Raw, REQUEST, RESPONSE, runClient } from './peer.ts';

let server: PythonServer;
beforeAll(async () => {
  server = await PythonServer.start({ CLOSE_SECONDS: 0.5 });
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  expect(server.log).not.toMatch(/Traceback|Warning|^\S+ \?\?/m);
});

const opened = async (client: WebSocket) => {
  await once(client, 'open');
  return client;
};
const closed = async (client: WebSocket) => {
  const [code, reason] = (await once(client, 'close')) as [number, Buffer];
  return [code, reason.toString()];
};
const echo = async (client: WebSocket, message: string | Buffer) => {
  client.send(message);
  const [data, binary] = (await once(client, 'message')) as [Buffer, boolean];
  return binary ? data : data.toString();
};

/** A masked frame, made here: the key is in clear, the payload XORed with it (section 5.3). */
function frame(first: number, payload: string | Buffer, key = randomBytes(4)): Buffer {
  const masked = Buffer.from(payload).map((byte, i) => byte ^ (key[i % 4] ?? 0));
  return Buffer.concat([Buffer.of(first, 0x80 | masked.length), key, masked]);
}

/** What is told to a client, frame by frame: opcode and payload, of a close its code and reason. */
function hear(bytes: Buffer): string[] {
  const frames: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const short = bytes[at + 1] ?? 0;
    const size = short === 126 ? bytes.readUInt16BE(at + 2) : short === 127 ? bytes.readUInt32BE(at + 6) : short;
    const start = at + (short === 126 ? 4 : short === 127 ? 10 : 2);
    const payload = bytes.subarray(start, start + size);
    const opcode = first & 15;
    const code = payload.length > 1 ? `${payload.readUInt16BE()} ${payload.toString('utf8', 2)}`.trimEnd() : '';
    frames.push(`${opcode} ${opcode === 8 ? code : payload.toString('hex')}`);
    at = start + size;
  }
  // Nobody else finds anything wrong with what it says.
  const { refuses, messages } = askWs(bytes, false);
  expect(refuses).toBe(false);
  expect(messages.map(([opcode, hex]) => `${opcode} ${hex}`)).toEqual(frames.filter((frame) => /^[12] /.test(frame)));
  return frames;
}

/** The frames that come back for these bytes, sent in one piece behind the request and then ended. */
async function say(bytes: Uint8Array): Promise<string[]> {
  const raw = new Raw(server.port, Buffer.concat([Buffer.from(REQUEST), bytes]));
  raw.socket.end();
  const heard = await raw.ended;
  expect(heard.toString('latin1').slice(0, RESPONSE.length)).toBe(RESPONSE);
  return hear(heard.subarray(RESPONSE.length));
}

describe('server.py and the client of ws', () => {
  test('echoes text and binary of every length form', async () => {
    const client = await opened(new WebSocket(server.url('/echo')));
    expect(client.extensions).toBe('');
    for (const text of ['', 'Hello', '你好 👋🏽', 'x'.repeat(125), 'x'.repeat(126), 'é'.repeat(40_000)]) {
      expect(await echo(client, text)).toBe(text);
    }
    for (const size of [0, 1, 127, 65_535, 65_536, 128 * 1024]) {
      const bytes = randomBytes(size);
      expect(bytes.equals((await echo(client, bytes)) as Buffer)).toBe(true);
    }
    client.close(3000, 'bye');
    expect(await closed(client)).toEqual([3000, '']);
  });

  test('answers a ping with its bytes, between the fragments of a message', async () => {
    const client = await opened(new WebSocket(server.url()));
    client.send('Hel', { fin: false });
    client.ping('now');
    const [bytes] = (await once(client, 'pong')) as [Buffer];
    expect(bytes.toString()).toBe('now');
    client.send('lo', { fin: true });
    const [data] = (await once(client, 'message')) as [Buffer];
    expect(data.toString()).toBe('Hello');
    client.close();
    // Nothing in the close frame: nothing in its answer (section 7.1.5).
    expect(await closed(client)).toEqual([1005, '']);
  });

  test('pushes the time to those who opened /clock, and to no other', async () => {
    const clock = await opened(new WebSocket(server.url('/clock?from=test')));
    const other = await opened(new WebSocket(server.url()));
    const heard: string[] = [];
    other.on('message', (data) => heard.push(String(data)));
    const [time] = (await once(clock, 'message')) as [Buffer];
    expect(time.toString()).toMatch(/^\d\d:\d\d:\d\d$/);
    expect(heard).toEqual([]);
    clock.close();
    other.close();
    await Promise.all([closed(clock), closed(other)]);
  });

  test('closes with 1009 above its limit', async () => {
    const client = await opened(new WebSocket(server.url()));
    client.send(Buffer.alloc(128 * 1024 + 1));
    expect((await closed(client))[0]).toBe(1009);
    const parts = await opened(new WebSocket(server.url()));
    parts.send(Buffer.alloc(128 * 1024), { fin: false });
    parts.send(Buffer.alloc(1), { fin: false });
    expect((await closed(parts))[0]).toBe(1009);
  });
});

describe('server.py and bytes', () => {
  const vectors = [...load('frames.json'), ...load('autobahn.json')].filter(
    ({ id, direction, midStream }) =>
      direction === 'client-to-server' && !midStream && !['frame-limit-single', 'frame-len64-2pow53-1'].includes(id),
  );

  /** What has to come back: the messages, pongs and the close, in the order of what they answer. */
  function expected({ expect: { messages = [], controls = [], violation } }: FrameVector): string[] {
    const last = ({ frames }: Record<string, unknown>) => Math.max(...(frames as number[]));
    const all = [
      ...messages.map((message) => [last(message), `${message.opcode} ${hexOf(message)}`] as const),
      ...controls
        .filter(({ opcode }) => opcode !== 10)
        .map(
          ({ frame, opcode, hex, code }) => [frame as number, opcode === 8 ? `8 ${code ?? ''}` : `10 ${hex}`] as const,
        ),
    ];
    const told = all.toSorted(([a], [b]) => a - b).map(([, text]) => text);
    return violation ? [...told, `8 ${violation.closeCode}`] : told;
  }

  function hexOf({ text, hex }: Record<string, unknown>): string {
    return typeof text === 'string' ? Buffer.from(text).toString('hex') : String(hex);
  }

  test('answers every vector with the right messages, pongs and close codes', async () => {
    const heard = await Promise.all(vectors.map(async ({ hex = '' }) => say(bytesOf(hex))));
    const codes = heard.map((frames) => frames.map((frame) => frame.replace(/^(8 \d+) .+/, '$1')));
    expect(vectors.map(({ id }, i) => [id, codes[i]])).toEqual(vectors.map((vector) => [vector.id, expected(vector)]));
  });

  test('answers made-up streams as ws and websocket-driver do', async () => {
    const random = randomFrom(20260501);
    const streams = Array.from({ length: 60 }, () => frameStream(random, true, 0.08));
    const heard = await Promise.all(streams.map(say));
    for (const [i, stream] of streams.entries()) {
      const frames = heard[i] ?? [];
      const messages = frames.filter((frame) => /^[12] /.test(frame));
      const refuses = /^8 (1002|1007|1009) ./.test(frames.at(-1) ?? '');
      const theirs = [askWs(stream, true), askDriver(stream, true)].map((judge) => ({
        messages: judge.messages.map(([opcode, hex]) => `${opcode} ${hex}`),
        refuses: judge.refuses,
      }));
      // Both take lengths that are not in their shortest form, which section 5.2 forbids.
      if (frames.at(-1)?.endsWith('shortest form'))
        expect(theirs[0]?.messages).toEqual(expect.arrayContaining(messages));
      else expect(theirs, Buffer.from(stream).toString('hex')).toContainEqual({ messages, refuses });
    }
  });

  test('says the same however the bytes are cut', async () => {
    const key = randomBytes(4);
    const bytes = Buffer.concat([frame(0x01, '你', key), frame(0x89, 'p'), frame(0x80, '好'), frame(0x88, '\x03\xe8')]);
    const raw = await new Raw(server.port).drip(Buffer.concat([Buffer.from(REQUEST), bytes.subarray(0, -2)]));
    raw.write(Buffer.of(...bytes.subarray(-2)));
    const heard = await raw.ended;
    expect(hear(heard.subarray(RESPONSE.length))[0]).toBe('10 70');
    expect(hear(heard.subarray(RESPONSE.length))[1]).toBe(`1 ${Buffer.from('你好').toString('hex')}`);
  });

  test('refuses as HTTP what is no WebSocket', async () => {
    const heads = await Promise.all(
      [
        REQUEST.replace('/echo', '/chat'),
        REQUEST.replace('Upgrade: websocket\r\n', ''),
        REQUEST.replace('13', '12'),
        REQUEST.replace('GET', 'PUT'),
      ].map((request) => new Raw(server.port, request).head()),
    );
    expect(heads.map((head) => head.split('\r\n')[0])).toEqual([
      'HTTP/1.1 404 try /echo or /clock',
      'HTTP/1.1 426 this is a WebSocket server',
      'HTTP/1.1 426 Sec-WebSocket-Version must be 13',
      'HTTP/1.1 400 the first line must be: GET /... HTTP/1.1',
    ]);
    // RFC 6455 section 4.4, and for 426 RFC 9110 section 15.5.22.
    for (const head of heads) expect(head).toContain('\r\nSec-WebSocket-Version: 13');
    for (const head of heads) expect(head).toContain('\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n');
  });
});

describe('server.py and a client of the hixie drafts', () => {
  const old = (...more: string[]) =>
    [
      'GET /echo HTTP/1.1',
      'Upgrade: WebSocket',
      'Connection: Upgrade',
      'Host: a:1',
      'Origin: http://a',
      ...more,
      '',
      '',
    ].join('\r\n');

  /** The number times its spaces, with noise and spaces put in (draft 76, section 4.1). */
  function keyOf(part: number): string {
    const spaces = 1 + randomInt(Math.min(12, Math.floor(0xffffffff / Math.max(part, 1))));
    let key = `${part * spaces}!`;
    for (let i = 0; i < spaces; i += 1) {
      const at = 1 + randomInt(key.length - 1);
      key = `${key.slice(0, at)} ${key.slice(at)}`;
    }
    return key;
  }

  test('proves to a hixie-76 client that it has read its three keys, key3 being late', async () => {
    for (const part of [0, 1, 0xffffffff, randomInt(2 ** 32)]) {
      const numbers = Buffer.alloc(8);
      numbers.writeUInt32BE(part, 0);
      numbers.writeUInt32BE(part, 4);
      const key3 = randomBytes(8);
      const answer = createHash('md5').update(numbers).update(key3).digest();
      const raw = new Raw(server.port, old(`Sec-WebSocket-Key1: ${keyOf(part)}`, `Sec-WebSocket-Key2: ${keyOf(part)}`));
      await raw.drip(key3);
      const head = await raw.head();
      expect(head).toContain('\r\nSec-WebSocket-Location: ws://a:1/echo');
      // Two texts, one that is skipped, a length to be skipped, and the close.
      raw.write(Buffer.from('\x00Hello\xff\x05no\xff\x80\x02no', 'latin1'));
      await raw.drip(Buffer.from('\x00\xe4\xbd\xa0\xff\xff\x00', 'latin1'));
      const rest = (await raw.ended).subarray(head.length + 4);
      expect(rest.subarray(0, 16).equals(answer)).toBe(true);
      expect(rest.toString('latin1', 16)).toBe('\x00Hello\xff\x00\xe4\xbd\xa0\xff\xff\x00');
    }
  });

  test('echoes to a hixie-75 client what came right behind its request, until it ends', async () => {
    const raw = new Raw(server.port, Buffer.from(`${old()}\x00a\xff\x00b`, 'latin1'));
    await raw.until((heard) => heard.includes('a\xff', 0, 'latin1'));
    // A close is of hixie-76: here it is a length of 0, to be skipped.
    raw.write(Buffer.from('\xff\xff\x00\x00\xe2\x82\xff', 'latin1'));
    raw.socket.end();
    const heard = (await raw.ended).toString('latin1').split('\r\n\r\n')[1];
    expect(heard).toBe('\x00a\xff\x00b\xff\x00\xef\xbf\xbd\xff');
  });
});

describe('server.py with options', () => {
  test('says why it cannot listen', async () => {
    await expect(PythonServer.start({}, ['--port', String(server.port)])).rejects.toThrow(
      /cannot listen at 127\.0\.0\.1/,
    );
  });
});

describe('client.py and server.py', () => {
  test.each(['rfc6455', 'hixie-76', 'hixie-75'])('talk %s, and every byte is shown', async (dialect) => {
    const { code, lines } = await runClient([server.url('/echo'), 'Hello', '你好', '--dialect', dialect]);
    const texts = (arrow: string) => lines.filter((line) => line.startsWith(arrow) && line.includes('text'));
    for (const arrow of ['->', '<-']) {
      expect(texts(arrow).map((line) => line.split('text ')[1])).toEqual(['“Hello”', '“你好”']);
    }
    const echoed = dialect === 'rfc6455' ? '81 05 48 65 6c 6c 6f' : '00 48 65 6c 6c 6f ff';
    expect(lines).toContain(`<- ${echoed}  text “Hello”`);
    expect(code).toBe(0);
  });

  test('masks with a fresh key each time', async () => {
    const { lines } = await runClient([server.url(), 'same', 'same', 'same']);
    const wires = lines
      .filter((line) => line.startsWith('-> 81 84'))
      .map((line) => bytesOf(line.slice(3, 32).replaceAll(' ', '')));
    expect(wires).toHaveLength(3);
    expect(new Set(wires.map((wire) => Buffer.from(wire.subarray(2, 6)).toString('hex'))).size).toBe(3);
    for (const wire of wires) expect(askWs(wire, true).messages).toEqual([[1, Buffer.from('same').toString('hex')]]);
  });

  test('sends the lines that are typed', async () => {
    const { code, output } = await runClient([server.url()], 'one\ntwo\n');
    expect(output).toMatch(/<- .*“one”[\s\S]*<- .*“two”/);
    expect(code).toBe(0);
  });

  test('tells of a refusal', async () => {
    const { code, output } = await runClient([server.url('/none'), 'x']);
    expect(output).toContain('<- HTTP/1.1 404 try /echo');
    expect(code).toBe(1);
  });
});
