import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { connect } from '../../../src/protocol/connection/connect.ts';
import { Connection } from '../../../src/protocol/connection/connection.ts';
import { exportConnection } from '../../../src/protocol/connection/export.ts';
import type { Assumptions } from '../../../src/protocol/connection/model.ts';
import { bytesOf, type FrameVector, load, wireOf } from '../vectors.ts';

interface Exported {
  readonly frames: readonly Record<string, unknown>[];
  readonly messages: readonly Record<string, unknown>[];
  readonly controls: readonly Record<string, unknown>[];
  readonly framesAfterClose: readonly number[];
  readonly openMessage: { readonly frames: readonly number[]; readonly length: number } | null;
  readonly strict: { readonly rule: string; readonly offset: number; readonly closeCode: number } | null;
  readonly firstFrame: { readonly offset: number };
}

function assumptionsOf(vector: FrameVector): Assumptions {
  return {
    dialect: 'rfc6455',
    ...(vector.extensionsHeader ? { extensions: vector.extensionsHeader } : {}),
    ...(vector.maxMessage ? { maxMessageBytes: vector.maxMessage } : {}),
    // A vector begins where the connection does, unless it says otherwise.
    ...(vector.midStream || vector.extensionsHeader ? { midStream: vector.midStream ?? false } : {}),
  };
}

function exported(vector: FrameVector): Exported & { readonly issues: readonly { rule: string; offset: number }[] } {
  const streams = [{ direction: vector.direction, bytes: wireOf(vector) }];
  const value = exportConnection(connect(streams, [], assumptionsOf(vector))) as {
    directions: Record<string, Exported>;
    issues: { rule: string; offset: number }[];
  };
  const direction = value.directions[vector.direction];
  if (!direction) throw new Error('no direction');
  return { ...direction, issues: value.issues };
}

function sha256(hex: unknown): string | undefined {
  return typeof hex === 'string' ? createHash('sha256').update(bytesOf(hex)).digest('hex') : undefined;
}

/** A message as the vectors tell it: the length is that of its content, however it travelled. */
function asVector(message: Record<string, unknown>): Record<string, unknown> {
  const hex = String(message.hex);
  const [frame] = message.frames as number[];
  return { ...message, frame, length: hex.length / 2, sha256: sha256(hex), first16: hex.slice(0, 32) };
}

/** A test where the vector says something about it; nothing, not a skipped test, where it does not. */
function optional(asked: unknown): typeof test | (() => void) {
  return asked ? test : () => undefined;
}

const streams = [
  ...load('autobahn.json'),
  ...load('frames.json'),
  ...load('deflate.json'),
  ...load('autobahn-deflate.json'),
];

describe.each(streams.map((vector) => [vector.id, vector] as const))('%s', (_, vector) => {
  const { expect: wanted } = vector;
  const got = exported(vector);

  optional(wanted.frames)('lists every frame with every field', () => {
    const known = (wanted.frames ?? []).map(({ payloadFirst16: _first, ...frame }) => frame);
    const hashed = got.frames.map((frame) => ({
      ...frame,
      payloadSha256: sha256(frame.payload),
      payloadRawSha256: sha256(frame.payloadRaw),
    }));
    expect(hashed).toMatchObject(known);
  });

  optional(wanted.messages)('delivers the messages before the fault', () => {
    const delivered = got.messages.filter(({ delivered }) => delivered);
    expect(delivered).toHaveLength(wanted.messages?.length ?? 0);
    expect(delivered.map(asVector)).toMatchObject(wanted.messages ?? []);
  });

  optional(wanted.controls)('reads the control frames before the fault', () => {
    const reached = got.controls.filter(({ delivered }) => delivered);
    const known = (wanted.controls ?? []).map(({ codeClass: _class, ...rest }) => rest);
    expect(reached).toMatchObject(known);
  });

  optional(wanted.verdict === 'fail')('stops a strict receiver at the right byte with the right code', () => {
    const { violation, alsoInSameFrame = [] } = wanted;
    expect(got.strict).toMatchObject({
      rule: violation?.kind,
      offset: violation?.offset,
      closeCode: violation?.closeCode,
    });
    for (const other of alsoInSameFrame) {
      expect(got.issues).toContainEqual(expect.objectContaining({ rule: other.kind, offset: other.offset }));
    }
  });

  optional(wanted.verdict !== 'fail' && !vector.midStream)('finds nothing to fail over', () => {
    expect(got.strict).toBeNull();
  });

  test('knows what comes after Close and what is left open', () => {
    expect(got.framesAfterClose).toEqual(wanted.framesAfterClose ?? []);
    if (wanted.openMessage) {
      const { frames, soFar } = wanted.openMessage;
      expect(got.openMessage).toMatchObject({ frames, length: soFar });
    }
  });

  optional(wanted.firstWholeFrame !== undefined)(
    'finds the first whole frame of a capture that begins inside one',
    () => {
      expect(got.firstFrame.offset).toBe(wanted.firstWholeFrame);
      expect(got.frames.map(({ offset }) => offset)).toEqual(wanted.trueFrameBoundaries);
    },
  );

  test('gives the same result however the bytes are cut', () => {
    const bytes = wireOf(vector);
    const whole = connect([{ direction: vector.direction, bytes }], [], assumptionsOf(vector));
    const step = Math.max(1, Math.floor(bytes.length / 60));
    for (let cut = 1; cut < bytes.length; cut += step) {
      const parts = new Connection(assumptionsOf(vector));
      parts.push(vector.direction, bytes.subarray(0, cut));
      // Reading in between must not change what is concluded in the end.
      void parts.partCount;
      parts.push(vector.direction, bytes.subarray(cut));
      parts.end();
      expect(exportConnection(parts)).toEqual(exportConnection(whole));
    }
  });
});

interface ConnectionVector {
  readonly id: string;
  readonly clientToServerHex: string;
  readonly serverToClientHex: string;
  readonly expect: {
    readonly protocol: string;
    readonly permessageDeflate?: unknown;
    readonly handshake: { requestHeaders: unknown; responseHeaders: unknown };
    readonly clientToServer: {
      headLength: number;
      frames: Record<string, unknown>[];
      messages: Record<string, unknown>[];
    };
    readonly serverToClient: {
      headLength: number;
      frames: Record<string, unknown>[];
      messages: Record<string, unknown>[];
    };
  };
}

describe.each(load<ConnectionVector>('connections.json').map((vector) => [vector.id, vector] as const))(
  '%s',
  (_, vector) => {
    const wires = [
      { direction: 'client-to-server' as const, bytes: bytesOf(vector.clientToServerHex) },
      { direction: 'server-to-client' as const, bytes: bytesOf(vector.serverToClientHex) },
    ];
    const connection = connect(wires);
    const value = exportConnection(connection) as unknown as {
      dialect: { id: string };
      handshake: {
        verdict: string;
        permessageDeflate: unknown;
        request: { headers: unknown };
        response: { headers: unknown };
      };
      directions: Record<string, Exported & { headLength: number }>;
    };

    test('reads the handshake and names the dialect', () => {
      expect(value.dialect.id).toBe(vector.expect.protocol);
      expect(value.handshake.verdict).toBe('accept');
      expect(value.handshake.request.headers).toEqual(vector.expect.handshake.requestHeaders);
      expect(value.handshake.response.headers).toEqual(vector.expect.handshake.responseHeaders);
      expect(value.handshake.permessageDeflate).toEqual(vector.expect.permessageDeflate ?? null);
    });

    test.each([
      ['client-to-server', 'clientToServer'],
      ['server-to-client', 'serverToClient'],
    ] as const)('reads every frame %s', (direction, key) => {
      const wanted = vector.expect[key];
      const got = value.directions[direction];
      expect(got?.headLength).toBe(wanted.headLength);
      expect(got?.frames).toMatchObject(wanted.frames);
      expect(got?.messages).toHaveLength(wanted.messages.length);
      expect(got?.messages.map(asVector)).toMatchObject(wanted.messages);
    });

    test('does not depend on which direction was pushed first', () => {
      const turned = new Connection();
      for (const { direction, bytes } of [...wires].reverse()) {
        for (let at = 0; at < bytes.length; at += 7) turned.push(direction, bytes.subarray(at, at + 7));
        void turned.partCount;
      }
      turned.end();
      expect(exportConnection(turned)).toEqual(exportConnection(connection));
    });
  },
);

test('a strict receiver stops where it first knows, not where the byte stands that was wrong', () => {
  // "e2 82" is cut off only when the empty last fragment says so; the ping with RSV1 comes before that.
  const early = bytesOf(`0102e282${'c900'}8000`);
  const { strict } = connect([{ direction: 'server-to-client', bytes: early }]).directions['server-to-client'];
  expect(strict).toMatchObject({ frame: 1, issue: { rule: 'rsv-nonzero' } });
  const late = bytesOf('0102e28289008000');
  const end = connect([{ direction: 'server-to-client', bytes: late }]).directions['server-to-client'];
  expect(end.strict).toMatchObject({ frame: 2, part: 'server-to-client/frame/0', issue: { rule: 'invalid-utf8' } });
});

test('after a refusal nothing is a frame, on either side', () => {
  const request = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
  const connection = connect([
    { direction: 'client-to-server', bytes: Buffer.from(`${request}${request}`) },
    {
      direction: 'server-to-client',
      bytes: Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n\r\n'),
    },
  ]);
  const kinds = Array.from({ length: connection.partCount }, (_, row) => connection.part(row).kind);
  expect(kinds).toEqual(['request', 'response', 'unparsed']);
  expect(connection.issues().list.map(({ rule }) => rule)).not.toContain('bytes-before-first-frame');
});

test('FF 00 closes in hixie-76 and is one more frame to drop in hixie-75', () => {
  const kind = (dialect: 'hixie-75' | 'hixie-76') => {
    const connection = connect([{ direction: 'client-to-server', bytes: bytesOf('ff00') }], [], { dialect });
    const { directions } = exportConnection(connection) as {
      directions: Record<string, { frames: { kind: string }[] }>;
    };
    return directions['client-to-server']?.frames[0]?.kind;
  };
  expect([kind('hixie-76'), kind('hixie-75')]).toEqual(['closing', 'discarded']);
});
