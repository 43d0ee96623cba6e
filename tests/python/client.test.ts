import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { runClient } from './peer.ts';

/** What the server says behind the request, by the path that was asked for. */
const answers: Record<string, string> = {
  '/wrong-proof': 'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
  '/no-upgrade': 'Connection: Upgrade\r\nSec-WebSocket-Accept: x',
  '/endless': 'X: y\r\n'.repeat(10_000),
};
/** Frames that a client must refuse, and the code with which it does (section 7.4). */
const frames: readonly [path: string, hex: string, code: number][] = [
  ['masked', '8185000000004141414141', 1002],
  ['rsv', 'c10141', 1002],
  ['opcode', '830141', 1002],
  ['length', '817e000141', 1002],
  ['long-ping', '897e0080', 1002],
  ['continuation', '800141', 1002],
  ['nested', '010141810141', 1002],
  ['half-code', '880103', 1002],
  ['code', '880203ed', 1002],
  ['text', '8101ff', 1007],
  ['huge', '827f7fffffffffffffff', 1009],
];

let server: Server;
let wss: WebSocketServer;
let port = 0;
/** The close codes that came back, by path. */
const codes: Record<string, number> = {};

beforeAll(async () => {
  server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (request) => {
      const path = /^GET (\S+)/.exec(request.toString('latin1'))?.[1] ?? '';
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${answers[path]}\r\n\r\n`);
      if (path !== '/endless') socket.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const good = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(good, 'listening');
  wss = good;
  good.on('connection', (client, request) => {
    const name = request.url?.slice(1) ?? '';
    client.on('error', () => {});
    client.on('close', (code) => {
      codes[name] = code;
    });
    const bad = frames.find(([path]) => path === name);
    if (bad) request.socket.write(Buffer.from(bad[1], 'hex'));
    else client.on('message', (data, binary) => client.send(data, { binary }));
    if (name === 'ping') {
      client.on('pong', (bytes: Buffer) => client.send(`pong ${bytes.toString()}`));
      client.ping('now');
    }
    if (name === 'bye') client.close(4000, 'bye');
  });
  port = (good.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  wss.close();
});

describe('client.py', () => {
  test.each(Object.keys(answers))('does not take %s for an answer', async (path) => {
    const { code, output } = await runClient([`ws://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, 'x']);
    expect(output).toMatch(/^!! /m);
    expect(output).not.toMatch(/Traceback|-> 81/);
    expect(code).toBe(1);
  });

  test('refuses each wrong frame with its code', async () => {
    const told = await Promise.all(
      frames.map(([path]) => runClient([`ws://127.0.0.1:${port}/${path}`, '--listen', '5'])),
    );
    expect(told.map(({ code }) => code)).toEqual(frames.map(() => 1));
    expect(told.map(({ output }) => Number(/^!! (\d+) /m.exec(output)?.[1]))).toEqual(frames.map(([, , code]) => code));
    await expect.poll(() => codes).toEqual(Object.fromEntries(frames.map(([path, , code]) => [path, code])));
  });

  test('talks to the server of ws: an echo, a pong, a close with a reason', async () => {
    const echo = await runClient([`ws://127.0.0.1:${port}/`, 'Hello', 'x'.repeat(70_000)]);
    expect(echo.output).toContain('<- 81 05 48 65 6c 6c 6f  text “Hello”');
    expect(echo.code).toBe(0);
    const ping = await runClient([`ws://127.0.0.1:${port}/ping`, '--listen', '0.3']);
    expect(ping.output).toContain('“pong now”');
    const bye = await runClient([`ws://127.0.0.1:${port}/bye`, '--listen', '5']);
    expect(bye.output).toMatch(/<- 88 05 0f a0 62 79 65 {2}close 4000 “bye”\n-> 88 82 .* close 4000/);
    expect(bye.code).toBe(0);
  });

  test('takes options before, between and behind its messages', async () => {
    const { code, output } = await runClient([`ws://127.0.0.1:${port}/`, 'one', '--listen', '0.1', 'two']);
    expect(output).toMatch(/text “one”[\s\S]*text “two”/);
    expect(code).toBe(0);
  });

  test('says what is wrong with an address', async () => {
    for (const url of ['http://127.0.0.1/', 'ws:///', 'ws://127.0.0.1:99999/', 'ws://127.0.0.1:1/']) {
      const { code, output } = await runClient([url, 'x']);
      expect(output).toMatch(/^!! .+\n$/);
      expect(code).toBe(1);
    }
  });
});
