import { describe, expect, it } from 'vitest';
import type { Direction } from '../../../src/protocol/bytes/span.ts';
import { answerTo } from '../../../src/protocol/connection/answer.ts';
import { Connection } from '../../../src/protocol/connection/connection.ts';

const KEY = Uint8Array.of(1, 2, 3, 4);
const CLIENT = 'client-to-server';
const SERVER = 'server-to-client';
const REQUEST = text(
  'GET / HTTP/1.1',
  'Host: server.example.com',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Version: 13',
);
const RESPONSE = text(
  'HTTP/1.1 101 Switching Protocols',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
);

function text(...lines: string[]): string {
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1').toString('hex');
}

/** The answer to the last thing sent: its kind, who sends it, and its bytes. */
function answer(...sent: readonly (readonly [Direction, string])[]): unknown[] {
  const connection = new Connection({}, true);
  const offsets = { [CLIENT]: 0, [SERVER]: 0 };
  let last = '';
  for (const [direction, hex] of sent) {
    connection.push(direction, Buffer.from(hex, 'hex'));
    last = `${direction} ${offsets[direction]}`;
    offsets[direction] += hex.length / 2;
  }
  connection.end();
  const parts = Array.from({ length: connection.partCount }, (_, row) => connection.part(row));
  const part = parts.find(({ direction, offset }) => `${direction} ${offset}` === last);
  if (!part) throw new Error('no such part');
  const found = answerTo(connection, part, KEY);
  const bytes = 'bytes' in found ? [found.from, Buffer.from(found.bytes).toString('hex')] : [];
  return [found.kind, ...bytes];
}

describe('what a strict peer answers', () => {
  it('is a pong with the payload of the ping, masked where a client sends it', () => {
    expect(answer([CLIENT, '8980 01020304'.replace(' ', '')])).toEqual(['pong', SERVER, '8a00']);
    expect(answer([SERVER, '89026869'])).toEqual(['pong', CLIENT, '8a8201020304696b']);
  });

  it('is a Close with the code of the rule that a frame breaks', () => {
    // Opcode 3 (1002); text that is not UTF-8 (1007).
    expect(answer([SERVER, '8300'])).toEqual(['fail', CLIENT, '888201020304' + '02e8']);
    expect(answer([CLIENT, '818137fa213dc8'])).toEqual(['fail', SERVER, '880203ef']);
  });

  it('is the same code to a Close, once only, and nothing behind it', () => {
    expect(answer([SERVER, '880203e8'])).toEqual(['close', CLIENT, '888201020304' + '02ea']);
    expect(answer([SERVER, '8800'])).toEqual(['close', CLIENT, '888001020304']);
    expect(answer([SERVER, '8800'], [CLIENT, '888001020304'])).toEqual(['nothing']);
    expect(answer([SERVER, '8800'], [SERVER, '8900'])).toEqual(['ignored']);
  });

  it('is nothing to a message, and to what is not all there', () => {
    expect(answer([SERVER, '810548656c6c6f'])).toEqual(['nothing']);
    expect(answer([SERVER, '8105486'.padEnd(8, '0')])).toEqual(['waits']);
  });

  it('never comes to what stands behind the first fault', () => {
    expect(answer([SERVER, '8300'], [SERVER, '8900'])).toEqual(['unread']);
  });

  it('is 101 to a request, and a refusal with its status to a faulty one', () => {
    expect(answer([CLIENT, REQUEST])).toEqual(['accept', SERVER, RESPONSE]);
    const old = REQUEST.replace(Buffer.from('Version: 13').toString('hex'), Buffer.from('Version: 12').toString('hex'));
    const [kind, from, bytes] = answer([CLIENT, old]);
    expect([kind, from]).toEqual(['refuse', SERVER]);
    expect(Buffer.from(String(bytes), 'hex').toString()).toMatch(/^HTTP\/1\.1 426 /);
  });

  it('is silence to a wrong response, and frames behind it are not read', () => {
    const wrong = RESPONSE.replace('73337050', '73337051');
    expect(answer([CLIENT, REQUEST], [SERVER, RESPONSE])).toEqual(['nothing']);
    expect(answer([CLIENT, REQUEST], [SERVER, wrong])).toEqual(['abort']);
    expect(answer([CLIENT, REQUEST], [SERVER, wrong], [SERVER, '8900'])).toEqual(['unread']);
  });
});
