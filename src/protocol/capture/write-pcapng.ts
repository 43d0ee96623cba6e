/**
 * A conversation as a pcapng file (draft-ietf-opsawg-pcapng): bytes in the order they were sent, each in its own TCP
 * segments, under Ethernet, IPv4 and TCP headers that were made up. Addresses are those of documentation (RFC 5737).
 */

import { concat } from '../bytes/join.ts';
import type { Direction } from '../bytes/span.ts';

/** Bytes sent in one go. */
export interface Sent {
  readonly direction: Direction;
  readonly bytes: Uint8Array;
}

export interface PcapngOptions {
  /** Microseconds since 1970 of the first packet; default 11 December 2011, when RFC 6455 came out. */
  readonly start?: number;
}

const PORTS = { client: 49_152, server: 80 };
const ADDRESSES = { client: [192, 0, 2, 1], server: [192, 0, 2, 80] };
const MACS = { client: [2, 0, 0, 0, 0, 1], server: [2, 0, 0, 0, 0, 2] };
const FIRST = { client: 1000, server: 5000 };
/** Payload of a full Ethernet frame. */
const SEGMENT = 1460;
const START = Date.UTC(2011, 11, 11) * 1000;
/** Microseconds from packet to packet. */
const PAUSE = 1000;

const SYN = 0x02;
const PUSH = 0x08;
const ACK = 0x10;

/** Wireshark and tshark read it as TCP, and as HTTP and WebSocket where the bytes begin with a handshake. */
export function writePcapng(sent: readonly Sent[], { start = START }: PcapngOptions = {}): Uint8Array {
  const next = { ...FIRST };
  const packets: Uint8Array[] = [];
  const send = (from: Side, flags: number, payload: Uint8Array): void => {
    const to = other(from);
    packets.push(
      packet({
        from,
        flags,
        sequence: next[from],
        acknowledged: flags & ACK ? next[to] : 0,
        payload,
        id: packets.length,
      }),
    );
    next[from] = (next[from] + payload.length + (flags & SYN ? 1 : 0)) >>> 0;
  };
  send('client', SYN, NOTHING);
  send('server', SYN | ACK, NOTHING);
  send('client', ACK, NOTHING);
  for (const { direction, bytes } of sent) {
    const from = direction === 'client-to-server' ? 'client' : 'server';
    for (let at = 0; at < bytes.length; at += SEGMENT) {
      const last = at + SEGMENT >= bytes.length;
      send(from, last ? ACK | PUSH : ACK, bytes.subarray(at, at + SEGMENT));
    }
  }
  const blocks = packets.map((bytes, i) => packetBlock(bytes, start + i * PAUSE));
  return concat([sectionHeader(), interfaceBlock(), ...blocks]);
}

type Side = 'client' | 'server';

const NOTHING = new Uint8Array(0);

const other = (side: Side): Side => (side === 'client' ? 'server' : 'client');

interface Segment {
  readonly from: Side;
  readonly flags: number;
  readonly sequence: number;
  readonly acknowledged: number;
  readonly payload: Uint8Array;
  readonly id: number;
}

/** Ethernet, IPv4 (RFC 791) and TCP (RFC 793) around a payload. */
function packet({ from, flags, sequence, acknowledged, payload, id }: Segment): Uint8Array {
  const to = other(from);
  const ethernet = Uint8Array.from([...MACS[to], ...MACS[from], 0x08, 0x00]);
  const ip = new DataView(new ArrayBuffer(20));
  ip.setUint16(0, 0x4500);
  ip.setUint16(2, 40 + payload.length);
  ip.setUint16(4, id & 0xffff);
  // Do not fragment.
  ip.setUint16(6, 0x4000);
  ip.setUint8(8, 64);
  ip.setUint8(9, 6);
  const addresses = Uint8Array.from([...ADDRESSES[from], ...ADDRESSES[to]]);
  const ipBytes = new Uint8Array(ip.buffer);
  ipBytes.set(addresses, 12);
  ip.setUint16(10, checksum([ipBytes]));

  const tcp = new DataView(new ArrayBuffer(20));
  tcp.setUint16(0, PORTS[from]);
  tcp.setUint16(2, PORTS[to]);
  tcp.setUint32(4, sequence);
  tcp.setUint32(8, acknowledged);
  tcp.setUint16(12, 0x5000 | flags);
  tcp.setUint16(14, 0xffff);
  const tcpBytes = new Uint8Array(tcp.buffer);
  const pseudo = new DataView(new ArrayBuffer(4));
  pseudo.setUint16(0, 6);
  pseudo.setUint16(2, 20 + payload.length);
  tcp.setUint16(16, checksum([addresses, new Uint8Array(pseudo.buffer), tcpBytes, payload]));
  return concat([ethernet, ipBytes, tcpBytes, payload]);
}

/** The Internet checksum (RFC 1071) over parts of which only the last may have an odd length. */
function checksum(parts: readonly Uint8Array[]): number {
  let sum = 0;
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 2) sum += ((part[i] ?? 0) << 8) | (part[i + 1] ?? 0);
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

/** Type, length, body padded to 32 bits, length. Little-endian, as the magic number of the section says. */
function block(type: number, body: Uint8Array): Uint8Array {
  const padded = (body.length + 3) & ~3;
  const bytes = new Uint8Array(padded + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, type, true);
  view.setUint32(4, bytes.length, true);
  bytes.set(body, 8);
  view.setUint32(bytes.length - 4, bytes.length, true);
  return bytes;
}

function sectionHeader(): Uint8Array {
  const body = new DataView(new ArrayBuffer(16));
  body.setUint32(0, 0x1a2b3c4d, true);
  body.setUint16(4, 1, true);
  // The length of the section is not said.
  body.setBigInt64(8, -1n, true);
  return block(0x0a0d0d0a, new Uint8Array(body.buffer));
}

function interfaceBlock(): Uint8Array {
  const body = new DataView(new ArrayBuffer(8));
  // Link type Ethernet; no limit on captured bytes.
  body.setUint16(0, 1, true);
  return block(1, new Uint8Array(body.buffer));
}

/** An Enhanced Packet Block; time in microseconds. */
function packetBlock(bytes: Uint8Array, time: number): Uint8Array {
  const head = new DataView(new ArrayBuffer(20));
  head.setUint32(4, Math.floor(time / 2 ** 32), true);
  head.setUint32(8, time >>> 0, true);
  head.setUint32(12, bytes.length, true);
  head.setUint32(16, bytes.length, true);
  return block(6, concat([new Uint8Array(head.buffer), bytes]));
}
