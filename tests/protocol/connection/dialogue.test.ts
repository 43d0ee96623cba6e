import { once } from 'node:events';
import { type AddressInfo, connect as connectTcp, createServer, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { Direction } from '../../../src/protocol/bytes/span.ts';
import { connect } from '../../../src/protocol/connection/connect.ts';
import { type Act, dialogue, type Moment } from '../../../src/protocol/connection/dialogue.ts';
import type { CloseReport, Side } from '../../../src/protocol/connection/endpoint.ts';
import { controlPayload } from '../../../src/protocol/message/control.ts';

const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const text = (words: string) => new TextEncoder().encode(words);

function run(acts: readonly Act[]): readonly Moment[] {
  const trace = dialogue(acts, () => KEY);
  return Array.from({ length: trace.stepCount }, (_, i) => trace.step(i) as Moment);
}

const said = (moments: readonly Moment[], side: Side) =>
  moments.flatMap(({ sent }) => sent.filter(({ by, frame }) => by === side && frame >= 0)).map(({ bytes }) => bytes);
const reports = (moments: readonly Moment[]) => {
  const { client, server } = (moments.at(-1) as Moment).ends;
  return { client: client.report, server: server.report };
};

/** Opcode and payload of every frame that a side sent. */
function framesOf(wires: Readonly<Record<Side, readonly Uint8Array[]>>): Record<Side, string[]> {
  const view = connect([
    { direction: 'client-to-server', bytes: Buffer.concat(wires.client) },
    { direction: 'server-to-client', bytes: Buffer.concat(wires.server) },
  ]);
  const frames = (direction: Direction) => {
    const scan = view.scanOf(direction);
    const count = scan?.table.count ?? 0;
    return Array.from({ length: count }, (_, i) => {
      const payload = scan ? controlPayload(scan, i) : [];
      return `${scan?.table.opcode(i)}: ${Buffer.from(payload).toString('hex')}`;
    });
  };
  return { client: frames('client-to-server'), server: frames('server-to-client') };
}

/** What `ws` does at both ends of a real connection: opcodes and payloads of every frame, and what each end reports. */
async function real(play: (client: WebSocket, server: WebSocket) => void) {
  const wires: Record<Side, Uint8Array[]> = { client: [], server: [] };
  const listener = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(listener, 'listening');
  const target = (listener.address() as AddressInfo).port;
  const relay = createServer({ allowHalfOpen: true }, (down: Socket) => {
    const up = connectTcp({ port: target, host: '127.0.0.1', allowHalfOpen: true });
    const pipe = (from: Socket, to: Socket, side: Side) => {
      from.on('data', (data) => {
        wires[side].push(Uint8Array.from(data));
        to.write(data);
      });
      from.on('end', () => {
        to.end();
      });
      from.on('error', () => to.destroy());
    };
    pipe(down, up, 'client');
    pipe(up, down, 'server');
  }).listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${(relay.address() as AddressInfo).port}`, { perMessageDeflate: false });
  const [[server]] = (await Promise.all([once(listener, 'connection'), once(client, 'open')])) as unknown as [
    [WebSocket],
  ];
  const ended = (end: WebSocket) =>
    new Promise<Omit<CloseReport, 'clean'>>((resolve) => {
      end.on('error', () => {});
      end.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
  const both = Promise.all([ended(client), ended(server)]);
  play(client, server);
  const [atClient, atServer] = await both;
  listener.close();
  relay.close();
  return {
    ...framesOf(wires),
    reports: { client: atClient, server: atServer },
  };
}

function ours(acts: readonly Act[]) {
  const moments = run(acts);
  const { client, server } = reports(moments);
  const brief = (report: CloseReport | null) => report && { code: report.code, reason: report.reason };
  return {
    ...framesOf({ client: said(moments, 'client'), server: said(moments, 'server') }),
    reports: { client: brief(client), server: brief(server) },
  };
}

describe('two ends do as two ends of ws do', () => {
  const send = (by: Side, opcode: number, payload: Uint8Array): Act => ({
    by,
    does: 'send',
    frame: { opcode, payload },
  });
  const cases: readonly [string, readonly Act[], (client: WebSocket, server: WebSocket) => void][] = [
    [
      'the client closes with a code and a reason',
      [{ by: 'client', does: 'close', said: { code: 1000, reason: 'bye' } }],
      (client) => client.close(1000, 'bye'),
    ],
    [
      'the client closes without a code',
      [{ by: 'client', does: 'close', said: { code: null, reason: '' } }],
      (client) => client.close(),
    ],
    [
      'the server goes away',
      [{ by: 'server', does: 'close', said: { code: 1001, reason: 'restart' } }],
      (_, server) => server.close(1001, 'restart'),
    ],
    [
      'both close at the same time with different codes',
      [
        { by: 'client', does: 'close', said: { code: 4000, reason: 'a' } },
        { by: 'server', does: 'close', crossing: true, said: { code: 4001, reason: 'b' } },
      ],
      (client, server) => {
        client.close(4000, 'a');
        server.close(4001, 'b');
      },
    ],
    [
      'the server pings, then closes',
      [send('server', 9, text('beat')), { by: 'server', does: 'close', said: { code: 1000, reason: '' } }],
      (client, server) => {
        client.on('ping', () => setTimeout(() => server.close(1000), 20));
        server.ping('beat');
      },
    ],
    ['the client vanishes', [{ by: 'client', does: 'vanish' }], (client) => client.terminate()],
    ['the server vanishes', [{ by: 'server', does: 'vanish' }], (_, server) => server.terminate()],
  ];
  test.each(cases)('%s', async (_, acts, play) => {
    const theirs = await real(play);
    const mine = ours(acts);
    expect({ client: mine.client, server: mine.server }).toEqual({ client: theirs.client, server: theirs.server });
    for (const side of ['client', 'server'] as const) {
      // Who vanished can report nothing; a library that is told to vanish still calls back.
      if (mine.reports[side] !== null) expect(mine.reports[side], side).toEqual(theirs.reports[side]);
    }
  });

  test('a frame that breaks a rule is answered with its code, and ends the connection', async () => {
    const broken = { opcode: 1, payload: Uint8Array.of(0xff) };
    const mine = ours([{ by: 'client', does: 'send', frame: broken }]);
    const theirs = await real((client) => client.send(broken.payload, { binary: false }));
    expect(mine.server).toEqual(theirs.server);
    expect(mine.reports.client).toEqual(theirs.reports.client);
    expect(mine.reports.server?.code).toBe(1006);
  });
});

test('what arrives after a Close frame is not even read, and what is sent after one is refused', () => {
  const moments = run([
    { by: 'server', does: 'close', said: { code: 1000, reason: '' } },
    { by: 'client', does: 'send', crossing: true, frame: { opcode: 1, payload: text('late') } },
    { by: 'client', does: 'send', frame: { opcode: 1, payload: text('later') } },
  ]);
  const late = moments.find(({ kind, arrived }) => kind === 'arrival' && arrived?.opcode === 1);
  expect(late?.did).toBe('dropped');
  expect(moments.find(({ act }) => act === 2)?.did).toBe('ignored');
  expect(said(moments, 'client').map((bytes) => (bytes[0] ?? 0) & 15)).toEqual([1, 8]);
});

test('1005 and 1006 are reported, and stand in no frame', () => {
  const empty = run([{ by: 'client', does: 'close', said: { code: null, reason: '' } }]);
  expect(reports(empty).client).toEqual({ code: 1005, reason: '', clean: true });
  expect(said(empty, 'client').map((bytes) => bytes.length)).toEqual([6]);
  expect(said(empty, 'server').map((bytes) => [...bytes])).toEqual([[0x88, 0x00]]);
  const cut = run([{ by: 'server', does: 'vanish' }]);
  expect(reports(cut)).toEqual({ client: { code: 1006, reason: '', clean: false }, server: null });
  expect([...said(cut, 'client'), ...said(cut, 'server')]).toEqual([]);
});

test('a code that may not travel makes the other end fail the connection with 1002', () => {
  for (const code of [0, 999, 1004, 1005, 1006, 1015, 1016, 2999]) {
    const moments = run([{ by: 'client', does: 'close', said: { code, reason: '' } }]);
    expect(said(moments, 'server').map((bytes) => [...bytes])).toEqual([[0x88, 0x02, 0x03, 0xea]]);
  }
});

test('every dialogue ends with nothing under way and TCP closed at both ends', () => {
  for (const side of ['client', 'server'] as const) {
    const last = run([{ by: side, does: 'close', said: { code: 1000, reason: '' } }]).at(-1);
    expect(last?.underWay).toEqual([]);
    expect([last?.ends.client.state, last?.ends.server.state]).toEqual(['closed', 'closed']);
  }
});

test('after a clean closing the server ends TCP first, whoever began', () => {
  for (const by of ['client', 'server'] as const) {
    const moments = run([{ by, does: 'close', said: { code: 1000, reason: '' } }]);
    const fins = moments.flatMap(({ sent }) => sent).filter(({ frame }) => frame < 0);
    expect(fins.map(({ by }) => by)).toEqual(['server', 'client']);
  }
});
