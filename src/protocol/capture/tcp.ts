/** What is needed of the headers before TCP's payload, and nothing more. */

/** One TCP segment found in a packet. Offsets in bytes of the packet. */
export interface TcpSegment {
  /** `address:port` */
  readonly from: string;
  readonly to: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly seq: number;
  readonly syn: boolean;
  readonly ack: boolean;
  readonly fin: boolean;
  readonly reset: boolean;
  /** Payload as captured. */
  readonly start: number;
  readonly end: number;
  /** Payload bytes that the headers promise and the capture does not hold (snap length). */
  readonly cut: number;
}

/** `other`: a packet of something else (ARP, UDP, a later fragment); `broken`: headers that cannot be read. */
export type Unwrapped = TcpSegment | 'other' | 'broken';

const ETHERTYPE_IP4 = 0x0800;
const ETHERTYPE_IP6 = 0x86dd;
const ETHERTYPE_VLAN = [0x8100, 0x88a8, 0x9100];
/** Ethernet types that are not IP but certainly are something: ARP, RARP, LLDP, loopback test, PPPoE. */
const ETHERTYPE_OTHER = [0x0806, 0x8035, 0x88cc, 0x9000, 0x8863, 0x8864, 0x88e1, 0x893a];
/** RFC 2516 section 4. */
const ETHERTYPE_PPPOE = 0x8864;
/** RFC 5332 section 2. */
const ETHERTYPE_MPLS = [0x8847, 0x8848];
const TCP = 6;

function word(b: Uint8Array, at: number): number {
  return ((b[at] ?? 0) << 8) | (b[at + 1] ?? 0);
}

function dword(b: Uint8Array, at: number): number {
  return (((b[at] ?? 0) << 24) | ((b[at + 1] ?? 0) << 16) | ((b[at + 2] ?? 0) << 8) | (b[at + 3] ?? 0)) >>> 0;
}

/**
 * Finds the TCP segment in a packet that starts with an IP header (`ip`), a link header (`link`) or either (null):
 * raw IP, Ethernet with VLAN tags, Linux cooked capture 1 and 2, BSD loopback.
 */
export function unwrap(packet: Uint8Array, starts: 'ip' | 'link' | null): Unwrapped {
  if (starts !== 'link') {
    const inner = ipAt(packet, 0, starts === null);
    if (inner !== 'broken' || starts === 'ip') return inner;
  }
  for (const at of linkCandidates(packet)) {
    if (at < 0) return 'other';
    const inner = ipAt(packet, at, false);
    if (inner !== 'broken') return inner;
  }
  return 'broken';
}

/** Where an IP header may start, likeliest first; -1 for a link type that carries something else. */
function linkCandidates(b: Uint8Array): number[] {
  const out: number[] = [];
  let at = 12;
  while (ETHERTYPE_VLAN.includes(word(b, at)) && at < 24) at += 4;
  const type = word(b, at);
  if (type === ETHERTYPE_IP4 || type === ETHERTYPE_IP6) out.push(at + 2);
  // PPPoE: six bytes of its own, then PPP's protocol: 0x0021 IPv4, 0x0057 IPv6 (RFC 2516 section 6).
  if (type === ETHERTYPE_PPPOE && [0x21, 0x57].includes(word(b, at + 8))) out.push(at + 10);
  // MPLS: four bytes a label, the last of which has the bottom-of-stack bit set (RFC 3032 section 2.1).
  if (ETHERTYPE_MPLS.includes(type)) {
    let label = at + 2;
    while (label + 4 < b.length && ((b[label + 2] ?? 0) & 1) === 0) label += 4;
    out.push(label + 4);
  }
  // Linux cooked capture 1: packet type 0-4, protocol at 14.
  if (b[0] === 0 && (b[1] ?? 9) <= 4 && isIpType(word(b, 14))) out.push(16);
  // Linux cooked capture 2: protocol first, reserved zeros after it.
  if (isIpType(word(b, 0)) && word(b, 2) === 0) out.push(20);
  // BSD loopback: address family in either byte order (AF_INET 2; AF_INET6 24, 28, 30 by system, 10 on Linux).
  const family = [dword(b, 0), ((b[3] ?? 0) << 24) | ((b[2] ?? 0) << 16) | ((b[1] ?? 0) << 8) | (b[0] ?? 0)];
  if (family.some((value) => [2, 10, 24, 28, 30].includes(value))) out.push(4);
  if (out.length === 0 && b.length >= 14 && ETHERTYPE_OTHER.includes(type)) out.push(-1);
  return out;
}

function isIpType(type: number): boolean {
  return type === ETHERTYPE_IP4 || type === ETHERTYPE_IP6;
}

function ipAt(b: Uint8Array, at: number, unsure: boolean): Unwrapped {
  const version = (b[at] ?? 0) >> 4;
  if (version === 4) return ip4(b, at, unsure);
  return version === 6 ? ip6(b, at, unsure) : 'broken';
}

/** RFC 791 section 3.1. */
function ip4(b: Uint8Array, at: number, unsure: boolean): Unwrapped {
  const header = ((b[at] ?? 0) & 15) * 4;
  if (header < 20 || at + header > b.length) return 'broken';
  const room = b.length - at;
  // Network cards that cut segments leave 0 here.
  const total = word(b, at + 2) || room;
  if (total < header) return 'broken';
  // Bytes that only happen to begin with 4: a real header fits its own length, or its checksum holds.
  if (unsure && (total > room || room - total > 64) && !checksumHolds(b, at, header)) return 'broken';
  if (unsure && (b[at + 8] ?? 0) === 0) return 'broken';
  const fragment = word(b, at + 6) & 0x1fff;
  const protocol = b[at + 9] ?? 0;
  if (protocol !== TCP || fragment !== 0)
    return unsure && ![1, 2, 6, 17, 41, 47, 50, 132].includes(protocol) ? 'broken' : 'other';
  const address = (p: number) => `${b[p]}.${b[p + 1]}.${b[p + 2]}.${b[p + 3]}`;
  return tcp(b, at + header, at + total, address(at + 12), address(at + 16));
}

function checksumHolds(b: Uint8Array, at: number, header: number): boolean {
  let sum = 0;
  for (let i = 0; i < header; i += 2) sum += word(b, at + i);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return sum === 0xffff;
}

/** RFC 8200 sections 3 and 4. */
function ip6(b: Uint8Array, at: number, unsure: boolean): Unwrapped {
  if (at + 40 > b.length) return 'broken';
  const room = b.length - at - 40;
  const length = word(b, at + 4) || room;
  if (unsure && (length > room || room - length > 64)) return 'broken';
  let next = b[at + 6] ?? 0;
  let p = at + 40;
  for (let hops = 0; hops < 16 && p + 8 <= b.length; hops++) {
    if (next === TCP) return tcp(b, p, at + 40 + length, ip6Text(b, at + 8), ip6Text(b, at + 24));
    if (next === 0 || next === 43 || next === 60) {
      next = b[p] ?? 0;
      p += 8 + (b[p + 1] ?? 0) * 8;
    } else if (next === 51) {
      next = b[p] ?? 0;
      p += 8 + (b[p + 1] ?? 0) * 4;
    } else if (next === 44) {
      if ((word(b, p + 2) & 0xfff8) !== 0) return 'other';
      next = b[p] ?? 0;
      p += 8;
    } else break;
  }
  return unsure && ![17, 58, 50, 59, 89, 132].includes(next) ? 'broken' : 'other';
}

/** RFC 5952, without the short form for embedded IPv4. */
function ip6Text(b: Uint8Array, at: number): string {
  const groups = Array.from({ length: 8 }, (_, i) => word(b, at + 2 * i).toString(16));
  const text = groups.join(':');
  const zeros = text.match(/(?:^|:)0(?::0)+(?=:|$)/g)?.sort((x, y) => y.length - x.length)[0];
  if (zeros === undefined) return `[${text}]`;
  return `[${text
    .replace(zeros, text.startsWith(zeros) ? ':' : ':')
    .replace(/^:(?!:)/, '::')
    .replace(/([^:]):$/, '$1::')}]`;
}

/** RFC 9293 section 3.1. */
function tcp(b: Uint8Array, at: number, ipEnd: number, from: string, to: string): Unwrapped {
  if (at + 20 > b.length) return 'broken';
  const header = ((b[at + 12] ?? 0) >> 4) * 4;
  if (header < 20 || at + header > ipEnd) return 'broken';
  const flags = b[at + 13] ?? 0;
  const end = Math.min(ipEnd, b.length);
  const start = Math.min(at + header, end);
  const fromPort = word(b, at);
  const toPort = word(b, at + 2);
  return {
    from: `${from}:${fromPort}`,
    to: `${to}:${toPort}`,
    fromPort,
    toPort,
    seq: dword(b, at + 4),
    fin: (flags & 1) !== 0,
    syn: (flags & 2) !== 0,
    reset: (flags & 4) !== 0,
    ack: (flags & 16) !== 0,
    start,
    end,
    cut: ipEnd - end,
  };
}
