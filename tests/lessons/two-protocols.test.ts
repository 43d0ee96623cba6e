import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { type AddressInfo, connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { inputValues } from '../../src/components/player/player.ts';
import lesson from '../../src/lessons/two-protocols/lesson.ts';
import * as wires from '../../src/lessons/two-protocols/wire.ts';
import { latin1 } from '../../src/protocol/handshake/latin1.ts';

/** The types of `ws` leave it out. */
const { Receiver } = createRequire(import.meta.url)('ws') as {
  Receiver: new (options: { isServer: boolean }) => NodeJS.WritableStream;
};

type Inputs = Parameters<typeof lesson.plan>[0];

function inputs(given: Readonly<Record<string, string>> = {}): Inputs {
  return inputValues(lesson as never, given) as unknown as Inputs;
}

function wireOf(given: Readonly<Record<string, string>> = {}): wires.Wire {
  return wires.wireOf(inputs(given));
}

function stepOf(id: string, given: Readonly<Record<string, string>> = {}) {
  const plan = lesson.plan(inputs(given));
  const all = Array.from({ length: plan.stepCount }, (_, i) => plan.step(i));
  return all.find((step) => step?.id === id) ?? null;
}

function ids(given: Readonly<Record<string, string>> = {}): string[] {
  const plan = lesson.plan(inputs(given));
  return Array.from({ length: plan.stepCount }, (_, i) => plan.step(i)?.id ?? '');
}

/** The head in RFC 6455 §1.3, in the order of this engine. */
const REQUEST = [
  'GET /chat HTTP/1.1',
  'Host: server.example.com',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Origin: http://example.com',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Protocol: chat, superchat',
  '',
  '',
].join('\r\n');

describe('against a server that is not ours', () => {
  let server: Server;
  const seen: IncomingMessage[] = [];
  beforeAll(async () => {
    server = createServer((_, response) => response.writeHead(200).end());
    const sockets = new WebSocketServer({ server, handleProtocols: (offered) => [...offered][0] ?? false });
    sockets.on('connection', (socket, request) => {
      seen.push(request);
      socket.send('Hello');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterAll(() => server.closeAllConnections());

  /** Status line and what follows the head, of what comes back within the first bytes. */
  function ask(bytes: Uint8Array): Promise<{ head: string; rest: Buffer }> {
    return new Promise((done, fail) => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(bytes));
      let data = Buffer.alloc(0);
      const check = () => {
        const end = data.indexOf('\r\n\r\n');
        if (end < 0) return;
        const head = data.subarray(0, end).toString('latin1');
        if (head.startsWith('HTTP/1.1 101') && data.length < end + 4 + 7) return;
        socket.destroy();
        done({ head, rest: data.subarray(end + 4) });
      };
      socket.on('data', (piece) => {
        data = Buffer.concat([data, piece]);
        check();
      });
      socket.on('error', fail);
    });
  }

  test('ws answers the request with the accept, the subprotocol and the frame that the lesson shows', async () => {
    const wire = wireOf();
    const { head, rest } = await ask(wire.exchange.request);
    const shown = latin1(wire.exchange.response).trimEnd().split('\r\n');
    expect(head.split('\r\n')[0]).toBe(shown[0]);
    for (const name of ['Sec-WebSocket-Accept', 'Sec-WebSocket-Protocol']) {
      const line = shown.find((one) => one.startsWith(name));
      expect(head).toContain(line);
    }
    expect([...rest]).toEqual([...wire.frame]);
    expect(seen.at(-1)?.headers.origin).toBe('http://example.com');
  });

  test.each(['sec-websocket-key', 'sec-websocket-version'])('ws turns down a request without %s, too', async (line) => {
    const { request } = wires.lacking(wireOf(), line);
    expect((await ask(request)).head).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  test('ws turns down the short key and version 14, too', async () => {
    const wire = wireOf();
    const { nonce } = inputs();
    expect((await ask(wires.shortKey(wire, nonce).request)).head).toMatch(/^HTTP\/1\.1 400 /);
    const other = wires.asking(wire, 'sec-websocket-version', 'Sec-WebSocket-Version: 14');
    expect((await ask(other.request)).head).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  test('ws accepts Firefox’s list, and a request without Origin', async () => {
    const wire = wireOf();
    const list = wires.asking(wire, 'connection', 'Connection: keep-alive, Upgrade');
    expect((await ask(list.request)).head).toMatch(/^HTTP\/1\.1 101 /);
    expect((await ask(wires.lacking(wire, 'origin').request)).head).toMatch(/^HTTP\/1\.1 101 /);
  });
});

test('the request is the one of RFC 6455 §1.3', () => {
  expect(latin1(wireOf().exchange.request)).toBe(REQUEST);
});

test('the accept is SHA-1 and base64 of key and GUID, as node computes it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (nonce) => {
      const wire = wireOf({ nonce: Buffer.from(nonce).toString('hex') });
      const key = Buffer.from(nonce).toString('base64');
      const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
      expect(latin1(wire.exchange.response)).toContain(`Sec-WebSocket-Accept: ${accept}\r\n`);
    }),
    { numRuns: 20 },
  );
});

test.each([
  ['host', 400],
  ['upgrade', 400],
  ['connection', 400],
  ['sec-websocket-key', 400],
  ['sec-websocket-version', 426],
  ['origin', 101],
  ['sec-websocket-protocol', 101],
])('without %s the answer is %i', (line, status) => {
  const { request, response } = wires.lacking(wireOf(), line);
  expect(latin1(request).toLowerCase()).not.toContain(`\r\n${line}:`);
  expect(latin1(response)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
});

test('the refusals are whole answers: 426 lists the versions, 403 is the server’s own wish', () => {
  const wire = wireOf();
  const other = latin1(wires.asking(wire, 'sec-websocket-version', 'Sec-WebSocket-Version: 14').response);
  expect(other).toContain('\r\nSec-WebSocket-Version: 13, 8, 7\r\n');
  const strange = wires.stranger(wire);
  expect(latin1(strange.response)).toBe('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  // Nothing is wrong with the request itself.
  expect(strange.reading.verdict).toBe('accept');
});

test('a client turns down the accept of another connection, and the whole list of subprotocols', () => {
  const wire = wireOf();
  expect(wires.staleAccept(wire, inputs().nonce).fault?.rule).toBe('accept-mismatch');
  const list = wires.answering(wire, 'sec-websocket-protocol', 'Sec-WebSocket-Protocol: chat, superchat');
  expect(list.fault?.rule).toBe('subprotocol-not-offered');
});

test('the rest behind the head is one frame, as the receiver of ws reads it', async () => {
  const wire = wireOf({ message: '你好' });
  const glued = Buffer.from(wires.gluedBytes(wire));
  const rest = glued.subarray(glued.indexOf('\r\n\r\n') + 4);
  const receiver = new Receiver({ isServer: false });
  const message = new Promise<string>((done) => receiver.on('message', (data: Buffer) => done(data.toString('utf8'))));
  receiver.write(rest);
  expect(await message).toBe('你好');
});

test('the client’s frame is read by the receiver of ws, which takes masked frames only', async () => {
  const receiver = new Receiver({ isServer: true });
  const message = new Promise<string>((done) => receiver.on('message', (data: Buffer) => done(data.toString('utf8'))));
  receiver.write(Buffer.from(wireOf().echo));
  expect(await message).toBe('Hello');
});

test('the byte asked for is the first one behind the blank line', () => {
  expect(stepOf('glued')?.ask).toEqual({ kind: 'byte', right: 0x81 });
});

test('what is asked is not on the stage: neither the blank line nor the subprotocol, nor that 14 is refused', () => {
  const blank = stepOf('head-end')?.scene.request.at(-1);
  expect(blank).toMatchObject({ state: 'hidden', pieces: [] });
  const chosen = stepOf('protocol-choice')?.scene.response.find(({ id }) => id === 'sec-websocket-protocol');
  expect(chosen).toMatchObject({ state: 'hidden', pieces: [] });
  const version = JSON.stringify(stepOf('version-choice')?.scene);
  expect(version).not.toMatch(/426|FIN|event-refusal|13, 8, 7/);
  expect(JSON.stringify(stepOf('page-choice')?.scene.detail)).not.toContain('1006');
});

test('step ids stay, whatever the inputs; steps on subprotocols come and go with the offer', () => {
  const all = ids();
  expect(all).toHaveLength(44);
  expect(ids({ host: 'a', path: '/', origin: 'b', message: '\u0000' })).toEqual(all);
  expect(ids({ protocols: '' })).toEqual(all.filter((id) => !id.startsWith('protocol')));
  expect(ids({ protocols: 'chat' })).toEqual(all.filter((id) => id !== 'protocol-choice' && id !== 'protocol-list'));
});

test('what the fields let through is a request that is answered with 101', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 45 }),
    fc.string({ unit: 'binary', maxLength: 45 }),
    fc.constantFrom('a.example:99999', 'x:0', '[::1]:8080', '[:', 'a b', '/#x', '/é', 'a, a', 'a;b', ', ,', 'null'),
  );
  const given = fc.record({ host: text, path: text.map((one) => `/${one}`), origin: text, protocols: text });
  fc.assert(
    fc.property(given, (texts) => {
      const readable = Object.entries(texts).filter(
        ([name, one]) => 'value' in lesson.fields[name as keyof typeof lesson.fields].read(one),
      );
      const { reading, responseReading } = wireOf(Object.fromEntries(readable)).exchange;
      expect(reading.verdict).toBe('accept');
      expect(responseReading.verdict).toBe('accept');
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['host', 'x\r\nEvil: 1', 'line-break'],
  ['path', '/\r\nEvil: 1', 'line-break'],
  ['origin', 'http://a\nEvil: 1', 'line-break'],
  ['protocols', 'a\r\nEvil: 1', 'line-break'],
  ['path', 'chat', 'no-slash'],
  ['path', '/a b', 'not-allowed'],
  ['path', '/a#b', 'not-allowed'],
  ['host', 'user@host', 'not-allowed'],
  ['host', 'h:70000', 'no-such-port'],
  ['protocols', 'chat, chat', 'not-allowed'],
  ['protocols', 'a/b', 'not-allowed'],
] as const)('the field %s answers %j in place: %s', (name, text, problem) => {
  expect(lesson.fields[name].read(text)).toMatchObject({ problem });
});
