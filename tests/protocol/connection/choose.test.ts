import { describe, expect, test } from 'vitest';
import { open } from '../../../src/protocol/capture/open.ts';
import { connect } from '../../../src/protocol/connection/connect.ts';
import { bytesOf, load, wireOf } from '../vectors.ts';

const firstFrame = (hex: string, direction: 'client-to-server' | 'server-to-client' = 'server-to-client') =>
  connect([{ direction, bytes: bytesOf(hex.replaceAll(' ', '')) }]).directions[direction].firstFrame.value;

describe('a faulty stream begins where it begins', () => {
  test.each([
    ['a length with its top bit set', '827f80000000000000007461696c'],
    ['the same without a payload', '827f8000000000000000'],
    ['a control frame in the 64-bit form', '897f00000001000000007461696c'],
    ['a length above 2^53', '827f002000000000000174657374'],
    ['pings without FIN, then good frames', `${'0900'.repeat(3)}${'810141'.repeat(4)}`],
    ['lengths in a longer form, then good frames', `${'817e000141'.repeat(3)}${'810141'.repeat(4)}`],
    ['reserved bits, then good frames', `${'910141'.repeat(3)}${'810141'.repeat(2)}`],
    ['reserved opcodes, then good frames', `${'830141'.repeat(3)}${'810141'.repeat(4)}`],
    ['compressed frames without a handshake', `${'c107f248cdc9c90700'.repeat(3)}8900880203e8`],
    ['zeros', '00'.repeat(40)],
  ])('%s', (_, hex) => {
    expect(firstFrame(hex)).toBe(0);
  });

  test('every conformance stream', () => {
    for (const vector of [...load('autobahn.json'), ...load('frames.json')]) {
      const { trueFrameBoundaries, firstWholeFrame = 0 } = vector.expect;
      const view = connect([{ direction: vector.direction, bytes: wireOf(vector) }]).directions[vector.direction];
      expect([vector.id, view.firstFrame.value]).toEqual([vector.id, firstWholeFrame]);
      if (trueFrameBoundaries) expect(view.frames.count).toBe(trueFrameBoundaries.length);
    }
  });
});

describe('a capture from the middle', () => {
  test('is joined at the next whole frame, and says that it is a guess', () => {
    const frame = '818537fa213d7f9f4d5158';
    const view = connect([{ direction: 'client-to-server', bytes: bytesOf(`7f9f4d5158${frame}${frame}`) }]);
    expect(view.directions['client-to-server'].firstFrame).toEqual({
      value: 5,
      certainty: 'guess',
      reasons: ['starts-resynchronised'],
    });
  });
});

describe('the sender', () => {
  const server = '810548656c6c6f';
  const client = '888237fa213d3412';

  test('is who masks, where a dump names the sides by who spoke first', () => {
    const text = `Node 0: 10.2.2.2:9000\nNode 1: 10.1.1.1:4000\n${server}\n\t${client}\n880203e8\n`;
    const { streams } = open(`====\nFollow: tcp,raw\nFilter: tcp.stream eq 0\n${text}====\n`);
    expect(streams.map(({ direction, sender }) => [direction, sender.certainty])).toEqual([
      ['server-to-client', 'likely'],
      ['client-to-server', 'likely'],
    ]);
  });

  test('of a request with its answer behind it is both, in that order', () => {
    const request = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
    const answer = 'HTTP/1.1 101 Switching Protocols\r\n\r\n';
    const hex = Buffer.from(request + answer).toString('hex') + server;
    const { streams, connection } = open(hex);
    expect(streams.map(({ direction }) => direction)).toEqual(['client-to-server', 'server-to-client']);
    expect(connection.directions['server-to-client'].frames.count).toBe(1);
    // Characters still belong to their bytes.
    expect(streams[1]?.chars?.charsOf(0)).toEqual([request.length * 2, request.length * 2 + 2]);
    expect(streams[1]?.chars?.byteAt(0)).toBe(-1);
  });
});
