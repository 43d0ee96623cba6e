import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { below, randomFrom } from '../protocol/message/streams.ts';
import { PythonServer, Raw, REQUEST, RESPONSE } from './peer.ts';

const OLD = 'GET / HTTP/1.1\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\nHost: a\r\nOrigin: b\r\n\r\n';
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

let server: PythonServer;
/** Somebody who only wants to talk, all the while. */
let friend: WebSocket;

beforeAll(async () => {
  server = await PythonServer.start({ HANDSHAKE_SECONDS: 1, CLOSE_SECONDS: 0.2 });
  friend = new WebSocket(server.url());
  await once(friend, 'open');
});
afterAll(async () => {
  const closed = once(friend, 'close');
  expect(await server.stop()).toBe(0);
  expect((await closed)[0]).toBe(1001);
  // Nothing but what it says itself: no exception that nobody has caught, nothing that Python finds left open.
  expect(server.log.split('\n').filter((line) => !/^\d\d:\d\d:\d\d (?!\?\?)/.test(line))).toEqual(['']);
});

const hello = async () => {
  friend.send('Hello');
  const [data] = (await once(friend, 'message')) as [Buffer];
  return data.toString();
};

/** Runs them all, so many at a time. */
async function each<T>(things: readonly T[], at: number, visit: (thing: T) => Promise<unknown>): Promise<void> {
  const left = [...things];
  const worker = async () => {
    for (let thing = left.pop(); thing !== undefined; thing = left.pop()) await visit(thing);
  };
  await Promise.all(Array.from({ length: at }, worker));
}

describe('a hostile client of server.py', () => {
  let files = 0;
  beforeEach(async () => {
    expect(await hello()).toBe('Hello');
    files = server.files();
  });
  afterEach(async () => {
    expect(await hello()).toBe('Hello');
    // What the test has opened ends, with nobody's help.
    await expect.poll(() => server.files(), { timeout: 20_000, interval: 20 }).toBe(files);
  });

  test('gets an end for every request, however broken', async () => {
    const random = randomFrom(7);
    const requests = Array.from({ length: 150 }, (_, i) => {
      const request = Buffer.from(
        i % 2 === 0 ? REQUEST : OLD.replace('\r\n\r\n', '\r\nSec-WebSocket-Key1: 1 2\r\n\r\n'),
      );
      if (i % 5 === 0) return randomBytes(below(random, 400));
      if (i % 5 === 1) return request.subarray(0, below(random, request.length));
      for (let left = 1 + below(random, 4); left > 0; left -= 1)
        request[below(random, request.length)] = below(random, 256);
      return Buffer.concat([request, randomBytes(below(random, 20))]);
    });
    await each(requests, 15, async (request) => {
      const raw = new Raw(server.port, request);
      raw.socket.end();
      const heard = (await raw.ended).toString('latin1');
      expect(heard).toMatch(/^$|^HTTP\/1\.1 (101|400|404|426) /);
    });
  });

  test('gets an end for every stream of frames, however broken', async () => {
    const random = randomFrom(8);
    const streams = Array.from({ length: 150 }, (_, i) => [
      i % 3 === 0 ? OLD : REQUEST,
      randomBytes(below(random, 300)),
    ]);
    await each(streams, 15, async ([request = '', bytes = '']) => {
      const raw = new Raw(server.port, request).write(bytes);
      raw.socket.end();
      expect((await raw.ended).toString('latin1')).toMatch(/^HTTP\/1\.1 101 /);
    });
  });

  test.each([
    ['2^63 - 1 bytes', REQUEST, '82 ff 7f ff ff ff ff ff ff ff', '03f1'],
    ['2^40 bytes', REQUEST, '82 ff 00 00 01 00 00 00 00 00', '03f1'],
    ['a length with the top bit set', REQUEST, '82 ff 80', '03ea'],
    ['a hixie length of 2^63 - 1 bytes', OLD, '80 ff ff ff ff ff ff ff ff 7f', undefined],
    ['a hixie length without end', OLD, `80${' 80'.repeat(20)}`, undefined],
  ])('is refused when it announces %s, before it sends them', async (_, request, bytes, code) => {
    const raw = new Raw(server.port, request).write(hex(bytes));
    const heard = await raw.ended;
    const body = heard.subarray(heard.indexOf('\r\n\r\n') + 4);
    if (code === undefined) expect(body).toHaveLength(0);
    else expect(body.toString('hex')).toMatch(new RegExp(`^88..${code}`));
  });

  test('is refused when a hixie text goes on above the limit', async () => {
    const raw = new Raw(server.port, OLD).write(Buffer.alloc(128 * 1024 + 2));
    expect((await raw.ended).toString('latin1')).toMatch(/^HTTP[\s\S]*\r\n\r\n$/);
  });

  test.each([
    ['one endless line', `GET /${'a'.repeat(40_000)}`],
    ['an endless header', REQUEST.replace('\r\n\r\n', `\r\nX: ${'y'.repeat(40_000)}`)],
    ['headers without end', REQUEST.replace('\r\n\r\n', `\r\n${'X: y\r\n'.repeat(8000)}`)],
  ])('cannot flood it with %s', async (_, request) => {
    expect(await new Raw(server.port, request).head()).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('may be slow with its request, yet not for ever', async () => {
    // One that never gets to the end, byte after byte; and one that never sends its key3.
    const endless = new Raw(server.port, 'GET / HTTP/1.1\r\nX: ');
    const dripping = setInterval(() => endless.write('y'), 20);
    const keys = 'Sec-WebSocket-Key1: 1 2\r\nSec-WebSocket-Key2: 1 2\r\n\r\n';
    const keyless = new Raw(server.port, OLD.replace('\r\n\r\n', `\r\n${keys}1234567`));
    expect(await endless.head()).toMatch(/^HTTP\/1\.1 408 /);
    expect(await keyless.head()).toMatch(/^HTTP\/1\.1 408 /);
    // Nor can it stay by going on after it was refused.
    await Promise.all([endless.ended, keyless.ended]);
    clearInterval(dripping);
  });

  test('may open many connections and say nothing: the others do not notice', async () => {
    const silent = Array.from({ length: 200 }, (_, i) => new Raw(server.port, i % 2 === 0 ? '' : REQUEST.slice(0, 40)));
    await Promise.all(silent.map(({ socket }) => once(socket, 'connect')));
    for (let i = 0; i < 20; i += 1) expect(await hello()).toBe('Hello');
    const late = new Raw(server.port, REQUEST);
    expect(await late.head()).toBe(RESPONSE.trimEnd());
    late.socket.destroy();
    await Promise.all(silent.map(({ ended }) => ended));
  });

  test('may reset the connection in a request, in a frame, in a message', async () => {
    const cuts = ['', REQUEST.slice(0, 30), REQUEST, `${REQUEST}\x82\xfe`, `${REQUEST}\x01\x81abcdx`, `${OLD}\x00abc`];
    await each([...cuts, ...cuts, ...cuts], 6, async (bytes) => {
      const raw = new Raw(server.port, Buffer.from(bytes, 'latin1'));
      await once(raw.socket, 'connect');
      if (bytes.startsWith(REQUEST)) await raw.head();
      raw.socket.resetAndDestroy();
      await raw.ended;
    });
  });

  test('leaves nothing behind, of hundreds in turn', async () => {
    const visit = async () => {
      const client = new WebSocket(server.url('/clock'));
      await once(client, 'open');
      client.send('x'.repeat(1000));
      await once(client, 'message');
      client.close();
      await once(client, 'close');
    };
    const turns = (count: number) => each(Array(count).fill(0), 4, visit);
    await turns(50);
    const before = server.memory();
    await turns(250);
    expect(server.memory() - before).toBeLessThan(3000);
  });
});

test('a client that stops reading, or answering, is let go', async () => {
  const other = await PythonServer.start({ PING_SECONDS: 1, IDLE_SECONDS: 1.4, CLOSE_SECONDS: 0.2 });
  const files = other.files();
  const deaf = new Raw(other.port, REQUEST);
  await deaf.head();
  deaf.socket.pause();
  const frame = Buffer.concat([hex('82 ff 00 00 00 00 00 02 00 00 00 00 00 00'), Buffer.alloc(128 * 1024)]);
  for (let i = 0; i < 100; i += 1) deaf.write(frame);
  const alive = new WebSocket(other.url());
  const silent = await new Raw(other.port, REQUEST).ended;
  // A ping first; nobody answers.
  expect(silent.toString('latin1', RESPONSE.length)).toMatch(/^(\x89\x00)+\x88.\x03\xe9/);
  expect(alive.readyState).toBe(WebSocket.OPEN);
  alive.terminate();
  await expect.poll(() => other.files(), { timeout: 20_000, interval: 20 }).toBe(files);
  deaf.socket.destroy();
  expect(await other.stop()).toBe(0);
  expect(other.log).not.toMatch(/Traceback|\?\?/);
});

test.skipIf(process.platform === 'win32')(
  'more clients than files may be open only wait, and say so in few lines',
  async () => {
    const other = await PythonServer.start({ FILES: 40, CLOSE_SECONDS: 0.2 });
    const early = new WebSocket(other.url());
    await once(early, 'open');
    const silent = Array.from({ length: 60 }, () => new Raw(other.port));
    await expect.poll(() => other.log, { timeout: 20_000, interval: 20 }).toMatch(/\?\? .*Too many open files/);
    early.send('still there?');
    expect(String((await once(early, 'message'))[0])).toBe('still there?');
    for (const { socket } of silent) socket.destroy();
    expect(await new Raw(other.port, REQUEST).head()).toBe(RESPONSE.trimEnd());
    expect(await other.stop()).toBe(0);
    expect(other.log).not.toContain('Traceback');
    expect(other.log.match(/Too many/g)?.length).toBeLessThan(10);
  },
);

describe('Ctrl-C', () => {
  test('may come in the middle of a frame, and again while the server waits for its clients to end', async () => {
    const other = await PythonServer.start({ CLOSE_SECONDS: 0.5 });
    const pings = Buffer.concat(Array(20_000).fill(hex('89 81 00 00 00 00 61')));
    const raw = new Raw(other.port, REQUEST).write(pings);
    await raw.until((heard) => heard.length > 1000);
    const stopped = other.stop();
    await raw.until((heard) => heard.includes('the server stops'));
    expect(await Promise.all([stopped, other.stop()])).toEqual([0, 0]);
    expect(other.log).not.toMatch(/Traceback|\?\?/);
  });

  test('ends it with 0 whatever its clients are doing, and tells them', async () => {
    const other = await PythonServer.start({ CLOSE_SECONDS: 0.2 });
    const half = new Raw(other.port, REQUEST.slice(0, 30));
    const frame = new Raw(other.port, REQUEST).write(hex('81 fe 01'));
    const hixie = new Raw(other.port, OLD);
    await Promise.all([frame.head(), hixie.head(), once(half.socket, 'connect')]);
    expect(await other.stop()).toBe(0);
    expect((await half.ended).toString()).toMatch(/^HTTP\/1\.1 503 /);
    expect((await frame.ended).subarray(RESPONSE.length).toString('latin1')).toMatch(/^\x88.\x03\xe9the server stops$/);
    expect((await hixie.ended).toString()).toMatch(/\r\n\r\n$/);
    expect(other.log).not.toMatch(/Traceback|\?\?/);
  });
});
