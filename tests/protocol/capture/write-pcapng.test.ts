import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Direction } from '../../../src/protocol/bytes/span.ts';
import { type Sent, writePcapng } from '../../../src/protocol/capture/write-pcapng.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const sent = (direction: Direction, text: string): Sent => ({ direction, bytes: Buffer.from(text, 'latin1') });

interface Packet {
  readonly time: number;
  readonly bytes: Buffer;
}

/** Blocks of a pcapng file, read by hand from the draft's text: nothing of ours. */
function packetsOf(file: Uint8Array): Packet[] {
  const all = Buffer.from(file);
  const packets: Packet[] = [];
  let at = 0;
  let section = 0;
  let interfaces = 0;
  while (at < all.length) {
    const type = all.readUInt32LE(at);
    const length = all.readUInt32LE(at + 4);
    expect(length % 4).toBe(0);
    expect(all.readUInt32LE(at + length - 4)).toBe(length);
    if (type === 0x0a0d0d0a) {
      section += 1;
      expect(all.readUInt32LE(at + 8)).toBe(0x1a2b3c4d);
      expect([all.readUInt16LE(at + 12), all.readUInt16LE(at + 14)]).toEqual([1, 0]);
    } else if (type === 1) {
      interfaces += 1;
      expect(all.readUInt16LE(at + 8)).toBe(1);
    } else {
      expect(type).toBe(6);
      const captured = all.readUInt32LE(at + 20);
      expect(all.readUInt32LE(at + 24)).toBe(captured);
      const time = all.readUInt32LE(at + 12) * 2 ** 32 + all.readUInt32LE(at + 16);
      packets.push({ time, bytes: all.subarray(at + 28, at + 28 + captured) });
    }
    at += length;
  }
  expect([section, interfaces, at]).toEqual([1, 1, all.length]);
  return packets;
}

/** RFC 1071: the sum over data with its checksum in it is all ones. */
function sumsToOnes(bytes: Buffer): boolean {
  const even = bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.of(0)]);
  let sum = 0n;
  for (let i = 0; i < even.length; i += 2) sum += BigInt(even.readUInt16BE(i));
  return sum !== 0n && sum % 0xffffn === 0n;
}

interface Tcp {
  readonly client: boolean;
  readonly flags: number;
  readonly sequence: number;
  readonly acknowledged: number;
  readonly payload: Buffer;
}

function tcpOf({ bytes }: Packet): Tcp {
  expect(bytes.readUInt16BE(12)).toBe(0x0800);
  const ip = bytes.subarray(14);
  expect(ip[0]).toBe(0x45);
  expect(ip.readUInt16BE(2)).toBe(ip.length);
  expect(ip[9]).toBe(6);
  expect(sumsToOnes(ip.subarray(0, 20))).toBe(true);
  const tcp = ip.subarray(20);
  const pseudo = Buffer.concat([ip.subarray(12, 20), Buffer.of(0, 6, tcp.length >> 8, tcp.length & 255)]);
  expect(sumsToOnes(Buffer.concat([pseudo, tcp]))).toBe(true);
  expect((tcp[12] as number) >> 4).toBe(5);
  return {
    client: tcp.readUInt16BE(2) === 80,
    flags: tcp[13] as number,
    sequence: tcp.readUInt32BE(4),
    acknowledged: tcp.readUInt32BE(8),
    payload: tcp.subarray(20),
  };
}

describe('a conversation as pcapng', () => {
  it('opens TCP, and sends each item in its own packet, in order and acknowledged', () => {
    const items = [sent('client-to-server', 'ping'), sent('server-to-client', 'pong!'), sent('client-to-server', 'x')];
    const packets = packetsOf(writePcapng(items)).map(tcpOf);
    expect(packets.map(({ client, flags }) => [client, flags])).toEqual([
      [true, 0x02],
      [false, 0x12],
      [true, 0x10],
      [true, 0x18],
      [false, 0x18],
      [true, 0x18],
    ]);
    expect(packets.slice(3).map(({ payload }) => String(payload))).toEqual(['ping', 'pong!', 'x']);
    const [syn, answer, , first, second, third] = packets as [Tcp, Tcp, Tcp, Tcp, Tcp, Tcp];
    expect(answer.acknowledged).toBe(syn.sequence + 1);
    expect(first.sequence).toBe(syn.sequence + 1);
    expect(first.acknowledged).toBe(answer.sequence + 1);
    expect(second.acknowledged).toBe(first.sequence + 4);
    expect(third.acknowledged).toBe(second.sequence + 5);
  });

  it('keeps the bytes of each side, whatever they are and however many', () => {
    const item = fc.record({
      direction: fc.constantFrom<Direction>('client-to-server', 'server-to-client'),
      bytes: fc.uint8Array({ maxLength: 5000 }),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), (items) => {
        const packets = packetsOf(writePcapng(items)).map(tcpOf);
        for (const client of [true, false]) {
          const own = items.filter(({ direction }) => (direction === 'client-to-server') === client);
          const payloads = packets.filter((packet) => packet.client === client).map(({ payload }) => payload);
          expect(hex(Buffer.concat(payloads))).toBe(hex(Buffer.concat(own.map(({ bytes }) => bytes))));
        }
        expect(Math.max(...packets.map(({ payload }) => payload.length))).toBeLessThanOrEqual(1460);
      }),
      { numRuns: 40 },
    );
  });

  it('numbers the time from the start it is given, upwards', () => {
    const [first, second] = packetsOf(writePcapng([], { start: 5_000_000_000_000_001 }));
    expect(first?.time).toBe(5_000_000_000_000_001);
    expect(second?.time).toBeGreaterThan(first?.time ?? Infinity);
  });

  it('is the very file that tshark was seen to read as HTTP and WebSocket', () => {
    const request =
      'GET /chat HTTP/1.1\r\nHost: server.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n';
    const response =
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n';
    const file = writePcapng([
      sent('client-to-server', request),
      sent('server-to-client', response),
      { direction: 'client-to-server', bytes: Buffer.from('818537fa213d7f9f4d5158', 'hex') },
      { direction: 'server-to-client', bytes: Buffer.from('810548656c6c6f', 'hex') },
    ]);
    expect(createHash('sha256').update(file).digest('hex')).toBe(
      'f11e7ac6f9c984d6febc46c0af59cf2d43845597785e6a5159c2f6ce35bd5515',
    );
  });
});
