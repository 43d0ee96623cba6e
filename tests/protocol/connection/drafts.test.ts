import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../src/protocol/bytes/hex.ts';
import type { Direction } from '../../../src/protocol/bytes/span.ts';
import { answerTo } from '../../../src/protocol/connection/answer.ts';
import { connect } from '../../../src/protocol/connection/connect.ts';
import { Connection } from '../../../src/protocol/connection/connection.ts';
import { exportConnection } from '../../../src/protocol/connection/export.ts';
import type { Assumptions } from '../../../src/protocol/connection/model.ts';
import { connectionKey, frameKey } from '../../../src/protocol/frame/draft-frames.ts';
import { maskingKey, payloadOf } from '../../../src/protocol/frame/payload.ts';
import { DIALECTS, type DialectId } from '../../../src/protocol/model/drafts.ts';
import { walk } from '../../../src/protocol/model/node.ts';
import { draftOpcode } from '../../../src/protocol/model/opcodes.ts';
import { peerConnectionKey, peerFrame } from '../frame/draft-peer.ts';
import { load } from '../vectors.ts';

interface Listed {
  readonly frames: readonly Record<string, unknown>[];
  readonly headLength?: number;
  readonly messages: readonly { readonly opcode: number; readonly frames: readonly number[]; readonly hex: string }[];
}

type Vector = { readonly id: string } & (
  | {
      readonly kind: 'keys';
      readonly key: string;
      readonly nonce: string;
      readonly frameNonce: string;
      readonly expect: { readonly connectionKey: string; readonly frameKey: string };
    }
  | {
      readonly kind: 'frames';
      readonly dialect: DialectId;
      readonly direction: Direction;
      readonly connectionKey: string | null;
      readonly hex: string;
      readonly expect: Listed;
    }
  | {
      readonly kind: 'connection';
      readonly clientToServerHex: string;
      readonly serverToClientHex: string;
      readonly expect: {
        readonly dialect: DialectId;
        readonly connectionKey: string | null;
        readonly clientToServer: Listed;
        readonly serverToClient: Listed;
      };
    }
);

const bytes = (hex: string): Uint8Array => fromHex(hex) as Uint8Array;
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const vectors = load<Vector>('drafts.json');
const ofKind = <K extends Vector['kind']>(kind: K) =>
  vectors.filter((vector): vector is Extract<Vector, { kind: K }> => vector.kind === kind);

/** The frames whose header is whole, and the messages that are, as the vectors tell them. */
function listed(connection: Connection, direction: Direction): Listed {
  const { frames: table, source } = connection.directions[direction];
  const whole = Array.from({ length: table.count }, (_, i) => i).filter((i) => table.status(i) !== 'header');
  const hexOf = (i: number) => toHex(payloadOf(table, i, source));
  return {
    frames: whole.map((i) => {
      const key = maskingKey(table, i, source);
      return {
        offset: table.offset(i),
        fin: table.fin(i),
        rsv1: table.rsv1(i),
        rsv2: table.rsv2(i),
        rsv3: table.rsv3(i),
        rsv4: rsv4Of(connection, direction, i),
        draftOpcode: draftOpcode(table.opcode(i)),
        opcode: table.opcode(i),
        lengthForm: table.lengthForm(i),
        payloadLength: table.payloadLength(i),
        headerLength: table.headerLength(i),
        maskingKey: key && toHex(key),
        payload: hexOf(i),
        complete: table.status(i) === 'complete',
      };
    }),
    messages: connection
      .messages(direction)
      .filter(({ complete }) => complete)
      .map(({ opcode, frames }) => ({ opcode, frames, hex: frames.map(hexOf).join('') })),
  };
}

function rsv4Of(connection: Connection, direction: Direction, frame: number): unknown {
  const tree = connection.explain(`${direction}/frame/${frame}`);
  return [...(tree ? walk(tree) : [])].find(({ field }) => field === 'rsv4')?.value;
}

const from = (direction: Direction, data: Uint8Array, assumptions: Assumptions = {}) =>
  connect([{ direction, bytes: data }], [], assumptions);

describe('the vectors', () => {
  it.each(ofKind('keys'))('$id', ({ key, nonce, frameNonce, expect: due }) => {
    const connection = connectionKey(key, nonce);
    expect(toHex(connection)).toBe(due.connectionKey);
    expect(toHex(frameKey(bytes(frameNonce), connection))).toBe(due.frameKey);
  });

  it.each(ofKind('frames'))('$id', ({ dialect, direction, connectionKey: key, hex, expect: due }) => {
    const connection = from(direction, bytes(hex), { dialect, ...(key !== null && { connectionKey: bytes(key) }) });
    expect(listed(connection, direction)).toEqual(due);
  });

  it.each(ofKind('connection'))('$id', ({ clientToServerHex, serverToClientHex, expect: due }) => {
    const connection = connect([
      { direction: 'client-to-server', bytes: bytes(clientToServerHex) },
      { direction: 'server-to-client', bytes: bytes(serverToClientHex) },
    ]);
    expect(connection.dialect).toMatchObject({ value: due.dialect });
    expect(connection.issues().list).toEqual([]);
    expect(connection.handshake.verdict).toBe('accept');
    expect(connection.phase).toBe('closed');
    expect(connection.connectionKey && toHex(connection.connectionKey)).toBe(due.connectionKey);
    const { clientToServer, serverToClient } = due;
    expect(connection.directions['client-to-server'].headLength).toBe(clientToServer.headLength);
    expect(listed(connection, 'client-to-server')).toEqual(without(clientToServer));
    expect(listed(connection, 'server-to-client')).toEqual(without(serverToClient));
  });
});

const without = ({ frames, messages }: Listed): Listed => ({ frames, messages });

const talk = (id: string) => {
  const vector = ofKind('connection').find((one) => one.id === id);
  if (!vector) throw new Error(id);
  return { client: bytes(vector.clientToServerHex), server: bytes(vector.serverToClientHex) };
};

describe('what a sender that shares nothing with the engine sends', () => {
  const DRAFTS: readonly (readonly [DialectId, 1 | 4 | 5])[] = [
    ['hybi-01', 1],
    ['hybi-03', 1],
    ['version-4', 4],
    ['version-5', 5],
    ['version-6', 5],
  ];
  const frame = fc.record({
    last: fc.boolean(),
    opcode: fc.integer({ min: 0, max: 15 }),
    payload: fc.uint8Array({ maxLength: 150 }),
    front: fc.uint8Array({ minLength: 4, maxLength: 4 }),
  });

  it('is read as it was meant, in any pieces', () => {
    const key = peerConnectionKey('x3JJHMbDL1EzLkh9GBhXDw==', 'aGVsbG8gaGVsbG8gaGVsbA==');
    fc.assert(
      fc.property(
        fc.constantFrom(...DRAFTS),
        fc.boolean(),
        fc.array(frame, { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 40 })),
        ([dialect, draft], fromClient, frames, sizes) => {
          const direction = fromClient ? 'client-to-server' : 'server-to-client';
          const sent = frames.map((one) => (fromClient ? one : { ...one, front: null }));
          const data = Buffer.concat(sent.map((one) => peerFrame(draft, one, key)));
          const connection = new Connection({ dialect, connectionKey: key });
          let at = 0;
          for (const size of sizes) {
            connection.push(direction, data.subarray(at, at + size));
            // Asking in between must change nothing.
            connection.issues();
            at += size;
          }
          connection.push(direction, data.subarray(at));
          connection.end();
          expect(listed(connection, direction).frames).toMatchObject(
            sent.map(({ last, opcode, payload, front }) => ({
              fin: last,
              draftOpcode: opcode,
              payload: toHex(payload),
              maskingKey: front && draft !== 1 ? toHex(front) : null,
              complete: true,
            })),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('the chooser', () => {
  const choose = (hex: string) => connect([{ direction: 'server-to-client', bytes: bytes(hex) }]).dialect;

  it('takes whole frames of hybi-01 for such, but only as a guess', () => {
    expect(choose('040548656c6c6f')).toMatchObject({
      value: 'hybi-03',
      certainty: 'guess',
      reasons: ['frames-fit-hybi-01'],
    });
    expect(choose('840348656c00026c6f').value).toBe('hybi-03');
  });

  it.each([
    ['a clean frame of today', '810548656c6c6f'],
    ['a fragment of today, 01 03 Hel 80 02 lo', '010348656c80026c6f'],
    ['an empty continuation', '0000'],
    ['a message of hybi-01 that does not end', '840348656c'],
    ['a frame of a hybi-04 server, which could be one of today with an opcode nobody knows', '840548656c6c6f'],
    ['a cut frame', '040548656c'],
  ])('leaves %s to RFC 6455', (_, hex) => {
    expect(choose(hex).value).toBe('rfc6455');
  });

  it('never takes what reads cleanly as today’s frames for anything older', () => {
    const frame = fc.record({ opcode: fc.constantFrom(1, 2, 9, 10), payload: fc.uint8Array({ maxLength: 130 }) });
    fc.assert(
      fc.property(fc.array(frame, { minLength: 1, maxLength: 5 }), (frames) => {
        const data = Buffer.concat(
          frames.map(({ opcode, payload }) =>
            payload.length < 126
              ? Buffer.from([128 + opcode, payload.length, ...payload])
              : Buffer.from([128 + (opcode & 3 || 1), 126, 0, payload.length, ...payload]),
          ),
        );
        expect(from('server-to-client', data).dialect.value).toBe('rfc6455');
      }),
    );
  });

  it('tells hixie-76 from hybi-01 by the first frame of either side', () => {
    const heads = { client: latin1('GET / HTTP/1.1\r\nUpgrade: WebSocket\r\nSec-WebSocket-Key1: 1 2\r\n\r\n12345678') };
    const behind = (hex: string) => from('client-to-server', Buffer.concat([heads.client, bytes(hex)])).dialect;
    expect(behind('').reasons).toEqual(['key1-header']);
    expect(behind('0048ff')).toMatchObject({ value: 'hixie-76', reasons: ['key1-header', 'first-frame-sentinel'] });
    expect(behind('ff00').value).toBe('hixie-76');
    expect(behind('04024869')).toMatchObject({ value: 'hybi-01', reasons: ['key1-header', 'first-frame-binary'] });
    expect(behind('8401480001ff').value).toBe('hybi-01');
    // A type that neither generation sends says nothing.
    expect(behind('7fff').value).toBe('hixie-76');
  });
});

describe('hybi-04 without both halves of the handshake', () => {
  const { client, server } = talk('talk-version-4');
  const rules = (connection: Connection) => connection.issues().list.map(({ rule }) => rule);

  it('leaves the frames of the client unread, says why, and reads those of the server', () => {
    const connection = connect(
      [
        { direction: 'client-to-server', bytes: client },
        { direction: 'server-to-client', bytes: server.subarray(server.indexOf(0x82)) },
      ],
      [],
      { dialect: 'version-4' },
    );
    expect(rules(connection)).toEqual(['frame-key-unknown']);
    const { firstFrame, frames } = connection.directions['client-to-server'];
    expect([firstFrame.reasons, frames.count]).toEqual([['no-frames-without-key'], 0]);
    expect(connection.messages('server-to-client')).toHaveLength(1);
    expect(connection.explain('client-to-server/unparsed')).toMatchObject({ status: 'unparsed' });
  });

  it('reads them with a key that is given by hand', () => {
    const key = connectionKey('dGhlIHNhbXBsZSBub25jZQ==', 'AQIDBAUGBwgJCgsMDQ4PEC==');
    const connection = from('client-to-server', client, { connectionKey: key });
    expect(rules(connection)).toEqual([]);
    expect(connection.messages('client-to-server')).toHaveLength(1);
  });
});

describe('rules by draft', () => {
  const rulesOf = (dialect: DialectId, hex: string) =>
    from('server-to-client', bytes(hex), { dialect })
      .issues()
      .list.map(({ rule }) => rule);

  it('reserved bits, long forms and unknown opcodes were no faults yet', () => {
    expect(rulesOf('hybi-03', '740548656c6c6f')).toEqual([]);
    expect(rulesOf('version-6', '84fe000548656c6c6f')).toEqual([]);
    expect(rulesOf('version-6', '8f00')).toEqual([]);
  });

  it('control frames may not be cut from hybi-04 on', () => {
    expect(rulesOf('hybi-03', '8200')).toEqual([]);
    expect(rulesOf('version-4', '0200')).toEqual(['control-fragmented']);
  });

  it('a message is one in every draft', () => {
    expect(rulesOf('hybi-01', '00026c6f')).toEqual(['unexpected-continuation']);
    expect(rulesOf('version-5', '0400' + '8400')).toEqual(['expected-continuation']);
  });

  it('text that is not UTF-8 is mended, not refused', () => {
    expect(rulesOf('version-6', '8401ff')).toEqual(['utf8-replaced']);
  });

  it('a Close has a code from hybi-06 on', () => {
    const codeIn = (dialect: DialectId, hex: string) => {
      const tree = from('server-to-client', bytes(hex), { dialect }).explain('server-to-client/frame/0');
      return [...(tree ? walk(tree) : [])].find(({ field }) => field === 'close-code')?.value;
    };
    expect(codeIn('version-6', '810203e8')).toBe(1000);
    expect(codeIn('version-5', '810203e8')).toBeUndefined();
    expect(codeIn('hybi-03', '010203e8')).toBeUndefined();
  });

  it('a strict peer before hybi-06 has no code to send and drops the connection', () => {
    const stop = (dialect: DialectId, hex: string) => {
      const connection = from('server-to-client', bytes(hex), { dialect });
      return { code: connection.directions['server-to-client'].strict?.closeCode, phase: connection.phase };
    };
    expect(stop('hybi-03', '00026c6f')).toEqual({ code: null, phase: 'failed' });
    expect(stop('version-6', '8000')).toEqual({ code: 1002, phase: 'failed' });
  });
});

describe('answers', () => {
  it.each([
    ['talk-hybi-03-as-3', 'hybi-03', 1],
    ['talk-version-4', 'version-4', 4],
    ['talk-version-6', 'version-6', 5],
  ] as const)('to a ping are pongs of the same draft: %s', (id, dialect, draft) => {
    const { client, server } = talk(id);
    // The client's own frames left out, so that it has not said goodbye yet.
    const headLength = from('client-to-server', client, { dialect }).directions['client-to-server'].headLength;
    const connection = connect(
      [
        { direction: 'client-to-server', bytes: client.subarray(0, headLength) },
        { direction: 'server-to-client', bytes: server },
      ],
      [],
      { dialect },
    );
    const row = connection.rowOf('server-to-client/frame/0');
    const front = Uint8Array.of(9, 8, 7, 6);
    const answer = answerTo(connection, connection.part(row), front);
    const key = peerConnectionKey('dGhlIHNhbXBsZSBub25jZQ==', 'AQIDBAUGBwgJCgsMDQ4PEC==');
    const pong = peerFrame(draft, { last: true, opcode: 3, payload: latin1('!'), front }, key);
    expect(answer).toMatchObject({ kind: 'pong', from: 'client-to-server' });
    expect(toHex('bytes' in answer ? answer.bytes : latin1(''))).toBe(toHex(pong));
  });
});

it('the export names version, opcode as it was numbered, and RSV4', () => {
  const { client, server } = talk('talk-version-6');
  const json = exportConnection(
    connect([
      { direction: 'client-to-server', bytes: client },
      { direction: 'server-to-client', bytes: server },
    ]),
  );
  expect(json).toMatchObject({
    dialect: { id: 'version-6', version: 6, protocol: DIALECTS['version-6'].document, certainty: 'certain' },
    directions: { 'client-to-server': { frames: [{ opcode: 1, draftOpcode: 4, rsv4: false, masked: true }, {}] } },
  });
});
