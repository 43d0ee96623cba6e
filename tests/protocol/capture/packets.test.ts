import { describe, expect, it } from 'vitest';
import { open } from '../../../src/protocol/capture/open.ts';
import { streamsOf } from '../../../src/protocol/capture/packets.ts';
import { readText } from '../../../src/protocol/text/import.ts';
import type { Packet } from '../../../src/protocol/text/reading.ts';
import { writeBytes } from '../../../src/protocol/text/write.ts';
import { capture, captureText, hexOf, INPUTS, streamHex } from '../text/vectors.ts';

interface Parts {
  from?: number;
  to?: number;
  seq?: number;
  flags?: number;
  payload?: string;
  options?: string;
  ipOptions?: string;
}

const ACK = 16;
const SYN = 2;

function tcp({ from = 4000, to = 80, seq = 1, flags = ACK, payload = '', options = '' }: Parts): Buffer {
  const header = Buffer.alloc(20);
  header.writeUInt16BE(from, 0);
  header.writeUInt16BE(to, 2);
  header.writeUInt32BE(seq >>> 0, 4);
  header[12] = ((20 + options.length / 2) / 4) << 4;
  header[13] = flags;
  return Buffer.concat([header, Buffer.from(options, 'hex'), Buffer.from(payload, 'hex')]);
}

function ip4(parts: Parts, padding = 0): Buffer {
  const inner = tcp(parts);
  const options = Buffer.from(parts.ipOptions ?? '', 'hex');
  const header = Buffer.alloc(20);
  header[0] = 0x40 | ((20 + options.length) / 4);
  header.writeUInt16BE(20 + options.length + inner.length, 2);
  header[8] = 64;
  header[9] = 6;
  const client = (parts.from ?? 4000) > (parts.to ?? 80);
  header.set(client ? [10, 0, 0, 1, 10, 0, 0, 2] : [10, 0, 0, 2, 10, 0, 0, 1], 12);
  const whole = Buffer.concat([header, options]);
  let sum = 0;
  for (let i = 0; i < whole.length; i += 2) sum += whole.readUInt16BE(i);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  whole.writeUInt16BE(0xffff - sum, 10);
  return Buffer.concat([whole, inner, Buffer.alloc(padding)]);
}

function ip6(parts: Parts, extension = ''): Buffer {
  const inner = tcp(parts);
  const more = Buffer.from(extension, 'hex');
  const header = Buffer.alloc(40);
  header[0] = 0x60;
  header.writeUInt16BE(inner.length + more.length, 4);
  header[6] = more.length > 0 ? 0 : 6;
  header[7] = 64;
  header[23] = 1;
  header[39] = 2;
  return Buffer.concat([header, more, inner]);
}

function packetsOf(...bytes: Uint8Array[]): Packet[] {
  return bytes.map((one, i) => ({
    bytes: one,
    chars: {
      charsOf: (k) => [i * 1000 + k, i * 1000 + k + 1],
      byteAt: (p) => (p >= i * 1000 && p < i * 1000 + one.length ? p - i * 1000 : -1),
    },
    starts: null,
    time: i,
    number: i + 1,
    place: { position: i * 1000, line: i + 1, column: 1, character: '4' },
  }));
}

const ETHERNET = 'ffffffffffff0123456789ab';
const link = (hex: string, inner: Buffer) => Buffer.concat([Buffer.from(hex, 'hex'), inner]);
const HELLO = '810548656c6c6f';

describe('link and IP headers', () => {
  const parts = { payload: HELLO };
  const cases: [string, Buffer][] = [
    ['raw IPv4', ip4(parts)],
    ['raw IPv6', ip6(parts)],
    ['IPv4 with options', ip4({ ...parts, ipOptions: '01010101' })],
    ['TCP with options', ip4({ ...parts, options: '0101080a0000000100000002' })],
    ['IPv6 with a hop-by-hop header', ip6(parts, '0600010400000000')],
    ['Ethernet', link(`${ETHERNET}0800`, ip4(parts))],
    ['Ethernet with padding', link(`${ETHERNET}0800`, ip4(parts, 6))],
    ['Ethernet with IPv6', link(`${ETHERNET}86dd`, ip6(parts))],
    ['Ethernet with a VLAN tag', link(`${ETHERNET}8100000a0800`, ip4(parts))],
    ['Ethernet with two VLAN tags', link(`${ETHERNET}88a800018100000a0800`, ip4(parts))],
    // PPPoE version 1 type 1, session 1, its length (checked by nobody here), PPP's number for IPv4.
    ['PPPoE', link(`${ETHERNET}886411000001003d0021`, ip4(parts))],
    ['PPPoE with IPv6 and a VLAN tag', link(`${ETHERNET}8100000a88641100000100510057`, ip6(parts))],
    // Label 16, then label 17 with the bottom-of-stack bit, TTL 64.
    ['MPLS', link(`${ETHERNET}884700011140`, ip4(parts))],
    ['MPLS with two labels', link(`${ETHERNET}88470001004000011140`, ip6(parts))],
    ['Linux cooked 1', link('00000304000600000000000000000800', ip4(parts))],
    ['Linux cooked 2', link('0800000000000001000100060123456789ab0000', ip4(parts))],
    ['BSD loopback, little-endian', link('02000000', ip4(parts))],
    ['BSD loopback, big-endian, IPv6', link('0000001e', ip6(parts))],
  ];
  it.each(cases)('are taken off: %s', (_, bytes) => {
    const { streams, problems, chosen } = streamsOf(packetsOf(bytes));
    expect([chosen, problems, streams.map((stream) => hexOf(stream.bytes))]).toEqual([0, [], [HELLO]]);
    const start = bytes.indexOf(Buffer.from(HELLO, 'hex'));
    expect(streams[0]?.chars?.charsOf(0)).toEqual([start, start + 1]);
    expect(streams[0]?.chars?.byteAt(start + 2)).toBe(2);
    expect(streams[0]?.chars?.byteAt(start - 1)).toBe(-1);
  });

  it.each(['810548656c6c6f', '4500', '474554202f20485454502f312e31', '00'.repeat(60), '45'.repeat(40), ''])(
    'are not seen in %s',
    (hex) => {
      expect(streamsOf(packetsOf(Buffer.from(hex, 'hex'))).chosen).toBe(-1);
    },
  );

  it('are reported where they are broken among good ones', () => {
    const { problems } = streamsOf(packetsOf(ip4(parts), Buffer.from('ffff', 'hex')));
    expect(problems).toMatchObject([{ kind: 'bad-packet', position: 1000, line: 2, values: { packet: 2 } }]);
  });
});

describe('TCP segments', () => {
  const data = (seq: number, payload: string) => ip4({ seq, payload });
  const read = (...bytes: Buffer[]) => {
    const { streams, problems } = streamsOf(packetsOf(...bytes));
    return [hexOf(streams[0]?.bytes), problems.map(({ kind, line, values }) => `${kind} ${line} ${values.missing}`)];
  };

  it('are put in order', () => {
    expect(read(data(1, '8105'), data(6, '6c6f'), data(3, '48656c'))).toEqual(['810548656c6c6f', []]);
  });

  it('are taken once', () => {
    expect(read(data(1, '8105'), data(1, '8105'), data(2, '054865'), data(5, '6c6c6f'))).toEqual([HELLO, []]);
  });

  it('go on after sequence number 2^32 - 1', () => {
    expect(read(data(0xffffffff, '8105'), data(1, '48656c6c6f'))).toEqual([HELLO, []]);
  });

  it('that no packet holds are reported at the one after them', () => {
    expect(read(data(1, '8105'), data(5, '6c6c6f'))).toEqual(['810500006c6c6f', ['segment-missing 2 2']]);
    expect(read(ip4({ flags: SYN, seq: 0 }), data(3, '48'))).toEqual(['000048', ['segment-missing 2 2']]);
  });

  it('that are missing are named, and the frames behind them still found', () => {
    const text = (bytes: Buffer[]) =>
      bytes.map((packet) => `${packet.toString('hex').replace(/../g, '$& ')}`.replace(/^/, '0000  ')).join('\n\n');
    const { connection, streams } = open(text([data(1, '8105'), data(5, '6c6c6f'), data(8, '8900')]), {
      form: 'wireshark-dump',
      assumptions: { direction: 'server-to-client' },
    });
    expect(streams[0]?.gaps).toEqual([{ offset: 2, length: 2, missing: 2 }]);
    const { frames } = connection.directions['server-to-client'];
    expect([frames.count, frames.offset(1), frames.opcode(1)]).toEqual([2, 7, 9]);
    expect(connection.issues().list).toContainEqual(
      expect.objectContaining({
        rule: 'bytes-missing',
        offset: 2,
        part: 'server-to-client/frame/0',
        values: { missing: 2 },
      }),
    );
  });

  it('cut short by the capture leave a gap', () => {
    const whole = data(1, '81054865');
    expect(read(whole.subarray(0, whole.length - 2), data(5, '6c'))[1]).toEqual(['segment-missing 2 2']);
  });

  it('of both sides keep the order they became readable in', () => {
    const server = (seq: number, payload: string) => ip4({ from: 80, to: 4000, seq, payload });
    const { segments, streams } = streamsOf(
      packetsOf(ip4({ flags: SYN, seq: 0 }), data(3, '03'), server(9, 'aa'), data(1, '0102'), server(10, 'bb')),
    );
    expect(streams.map(({ direction, bytes }) => [direction, hexOf(bytes)])).toEqual([
      ['client-to-server', '010203'],
      ['server-to-client', 'aabb'],
    ]);
    expect(segments.map(({ stream, offset, length, packet }) => [stream, offset, length, packet])).toEqual([
      [1, 0, 1, 3],
      [0, 0, 2, 4],
      [0, 2, 1, 2],
      [1, 1, 1, 5],
    ]);
  });
});

describe('connections', () => {
  const REQUEST = Buffer.from('GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n').toString('hex');

  it('leave the sender open where nothing tells', () => {
    expect(streamsOf(packetsOf(ip4({ payload: HELLO }))).streams[0]?.direction).toBeNull();
  });

  it('know the client by its request, and prefer the one that speaks WebSocket', () => {
    const plain = Buffer.from('GET / HTTP/1.1\r\n\r\n'.padEnd(200)).toString('hex');
    const found = streamsOf(packetsOf(ip4({ from: 5000, payload: plain }), ip4({ from: 4000, payload: REQUEST })));
    expect(found.connections.map(({ client, webSocket }) => [client, webSocket])).toEqual([
      ['10.0.0.1:5000', false],
      ['10.0.0.1:4000', true],
    ]);
    expect([found.chosen, found.streams[0]?.direction]).toEqual([1, 'client-to-server']);
    expect(streamsOf(packetsOf(ip4({ from: 5000, payload: plain }), ip4({ payload: REQUEST })), 0).chosen).toBe(0);
  });

  it('on the same ports again are another connection', () => {
    const syn = (seq: number) => ip4({ flags: SYN, seq });
    const found = streamsOf(
      packetsOf(syn(0), ip4({ seq: 1, payload: '8100' }), syn(900), ip4({ seq: 901, payload: REQUEST })),
    );
    expect(found.connections.length).toBe(2);
    expect(found.problems).toEqual([]);
  });

  it('write IPv6 addresses in brackets', () => {
    expect(streamsOf(packetsOf(ip6({ payload: '8100' }))).connections[0]?.client).toBe('[::1]:4000');
  });
});

describe('dumps of captured packets', () => {
  const cases = [
    ['draft76', 'draft76.stream0', 'tcpdump-X'],
    ['draft76', 'draft76.stream0', 'tshark-x'],
    ['browser-deflate', 'browser-deflate.stream1', 'tcpdump-X'],
    ['browser-deflate', 'browser-deflate.stream1', 'tshark-x'],
  ];
  it.each(cases)('%s: %s from %s', (name, stream, form) => {
    const { reading } = readText(captureText(`${name}.${form}.txt`));
    const found = streamsOf(reading.packets);
    expect(found.problems).toEqual([]);
    expect(streamHex(found, 'client-to-server')).toBe(hexOf(capture(`${stream}.c2s.bin`)));
    expect(streamHex(found, 'server-to-client')).toBe(hexOf(capture(`${stream}.s2c.bin`)));
    expect(found.connections[found.chosen]?.webSocket).toBe(true);
  });

  it('whose middle packet was not copied say what is missing', () => {
    const blocks = captureText('draft76.tshark-x.txt').split('\n\n');
    blocks.splice(11, 1);
    const found = streamsOf(readText(blocks.join('\n\n')).reading.packets);
    expect(found.problems.map(({ kind }) => kind)).toEqual(['segment-missing']);
  });

  it('may be one packet', () => {
    for (const id of ['input-tcpdump-X', 'input-tshark-x']) {
      const one = INPUTS.find((input) => input.id === id);
      const { reading } = readText(one?.text ?? '');
      expect(hexOf(streamsOf(reading.packets).streams[0]?.bytes)).toBe(one?.expect.bytes);
      expect(hexOf(reading.streams[0]?.bytes)).toBe(one?.expect.alternatives?.[0]);
    }
  });

  it('with no packets in them are plain bytes', () => {
    const text = writeBytes('text2pcap', [{ direction: null, bytes: capture('draft76.stream0.s2c.bin') }]);
    expect(streamsOf(readText(text).reading.packets).chosen).toBe(-1);
  });
});
