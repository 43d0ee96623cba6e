import type { Direction } from '../bytes/span.ts';
import type { CharMap, Gap, Packet, Problem, ProblemKind, Segment, Stream } from '../text/reading.ts';
import { type TcpSegment, unwrap } from './tcp.ts';

/** A TCP connection seen in the packets. */
export interface PacketConnection {
  /** `address:port` of the side that opened it, or that spoke first where nothing tells. */
  readonly client: string;
  readonly server: string;
  /** Payload bytes of both directions. */
  readonly bytes: number;
  readonly packets: number;
  /** Has an opening handshake, or begins like frames. */
  readonly webSocket: boolean;
}

export interface PacketStreams {
  readonly streams: readonly Stream[];
  readonly segments: readonly Segment[];
  readonly problems: readonly Problem[];
  readonly connections: readonly PacketConnection[];
  /** Index into `connections`; -1 where no packet holds TCP: then the dump's bytes are the stream. */
  readonly chosen: number;
}

/**
 * TCP payload of dumped packets, put in order for each direction: repeated bytes once, bytes that no packet holds
 * reported as `segment-missing`. Of several connections the one that speaks WebSocket is read, or `connection`.
 */
export function streamsOf(packets: readonly Packet[], connection?: number): PacketStreams {
  const problems: Problem[] = [];
  const found: Conversation[] = [];
  const broken: Packet[] = [];
  for (const packet of packets) {
    const segment = unwrap(packet.bytes, packet.starts);
    if (segment === 'broken') broken.push(packet);
    else if (segment !== 'other') conversationOf(found, segment).add(packet, segment);
  }
  if (found.length === 0) return { streams: [], segments: [], problems: [], connections: [], chosen: -1 };
  for (const packet of broken) problems.push(problemAt('bad-packet', packet, { packet: packet.number }));
  const connections = found.map((conversation) => conversation.describe());
  const chosen = connection !== undefined && found[connection] !== undefined ? connection : bestOf(connections);
  const { streams, segments } = (found[chosen] as Conversation).assemble(problems);
  problems.sort((a, b) => a.position - b.position);
  return { streams, segments, problems, connections, chosen };
}

function bestOf(connections: readonly PacketConnection[]): number {
  let best = 0;
  connections.forEach((one, index) => {
    const other = connections[best] as PacketConnection;
    if (one.webSocket !== other.webSocket ? one.webSocket : one.bytes > other.bytes && !one.webSocket) best = index;
  });
  return best;
}

function problemAt(kind: ProblemKind, packet: Packet, values: Record<string, string | number>): Problem {
  return { ...packet.place, kind, length: 1, values };
}

function conversationOf(found: Conversation[], segment: TcpSegment): Conversation {
  for (let i = found.length - 1; i >= 0; i--) {
    const conversation = found[i] as Conversation;
    if (conversation.holds(segment)) {
      if (!conversation.isReopenedBy(segment)) return conversation;
      break;
    }
  }
  const fresh = new Conversation(segment.from, segment.to);
  found.push(fresh);
  return fresh;
}

interface Arrival {
  readonly packet: Packet;
  readonly segment: TcpSegment;
}

/** A piece of a packet's payload that became part of a stream. */
interface Piece {
  readonly packet: Packet;
  /** Byte of the packet. */
  readonly at: number;
  readonly length: number;
  /** Byte of the stream. */
  offset: number;
  /** Number of the packet whose arrival completed everything up to here. */
  readonly ready: number;
}

/** Two endpoints and what each sent. */
class Conversation {
  readonly #a: string;
  readonly #b: string;
  readonly #fromA: Arrival[] = [];
  readonly #fromB: Arrival[] = [];
  #packets = 0;
  /** Who opened it, where a SYN tells. */
  #opener: 'a' | 'b' | null = null;
  #openerSeq = -1;

  constructor(a: string, b: string) {
    this.#a = a;
    this.#b = b;
  }

  holds(segment: TcpSegment): boolean {
    return (segment.from === this.#a && segment.to === this.#b) || (segment.from === this.#b && segment.to === this.#a);
  }

  /** The same ports used again: a SYN with another sequence number. */
  isReopenedBy(segment: TcpSegment): boolean {
    return segment.syn && !segment.ack && this.#packets > 0 && segment.seq !== this.#openerSeq && this.#hasPayload();
  }

  #hasPayload(): boolean {
    return [...this.#fromA, ...this.#fromB].some(({ segment }) => segment.end > segment.start);
  }

  add(packet: Packet, segment: TcpSegment): void {
    const byA = segment.from === this.#a;
    this.#packets += 1;
    if (segment.syn) {
      this.#opener = byA === !segment.ack ? 'a' : 'b';
      if (!segment.ack) this.#openerSeq = segment.seq;
    }
    (byA ? this.#fromA : this.#fromB).push({ packet, segment });
  }

  /** The client where something tells: a SYN, or what HTTP says first. */
  #client(): 'a' | 'b' | null {
    if (this.#opener !== null) return this.#opener;
    const a = firstText(this.#fromA);
    const b = firstText(this.#fromB);
    if (/^[A-Z]+ \S+ HTTP\//.test(a) || b.startsWith('HTTP/1.')) return 'a';
    if (/^[A-Z]+ \S+ HTTP\//.test(b) || a.startsWith('HTTP/1.')) return 'b';
    return null;
  }

  describe(): PacketConnection {
    const swapped = this.#client() === 'b';
    let bytes = 0;
    for (const { segment } of [...this.#fromA, ...this.#fromB]) bytes += segment.end - segment.start;
    return {
      client: swapped ? this.#b : this.#a,
      server: swapped ? this.#a : this.#b,
      bytes,
      packets: this.#packets,
      webSocket: speaksWebSocket(this.#fromA) || speaksWebSocket(this.#fromB),
    };
  }

  assemble(problems: Problem[]): { streams: Stream[]; segments: Segment[] } {
    const client = this.#client();
    const sides = client === 'b' ? [this.#fromB, this.#fromA] : [this.#fromA, this.#fromB];
    const streams: Stream[] = [];
    const order: { piece: Piece; stream: number }[] = [];
    sides.forEach((arrivals, index) => {
      const { pieces, gaps } = inOrder(arrivals, problems);
      if (pieces.length === 0) return;
      const direction: Direction | null =
        client === null ? null : index === 0 ? 'client-to-server' : 'server-to-client';
      for (const piece of pieces) order.push({ piece, stream: streams.length });
      streams.push({ direction, bytes: joined(pieces), gaps, chars: new PieceChars(pieces) });
    });
    order.sort((x, y) => x.piece.ready - y.piece.ready || x.stream - y.stream || x.piece.offset - y.piece.offset);
    const segments = order.map(({ piece, stream }) => ({
      stream,
      offset: piece.offset,
      length: piece.length,
      time: piece.packet.time,
      packet: piece.packet.number,
    }));
    return { streams, segments };
  }
}

/** The beginning of what a side sent, as Latin-1. */
function firstText(arrivals: readonly Arrival[]): string {
  const first = arrivals.find(({ segment }) => segment.end > segment.start);
  if (first === undefined) return '';
  const { start, end } = first.segment;
  return String.fromCharCode(...first.packet.bytes.subarray(start, Math.min(end, start + 2000)));
}

function speaksWebSocket(arrivals: readonly Arrival[]): boolean {
  let seen = 0;
  for (const { packet, segment } of arrivals) {
    if (segment.end === segment.start) continue;
    const text = String.fromCharCode(
      ...packet.bytes.subarray(segment.start, Math.min(segment.end, segment.start + 4000)),
    );
    if (/^upgrade:[ \t]*websocket/im.test(text)) return true;
    if (seen === 0 && !/^[A-Z]{3,}[ /]/.test(text)) {
      const first = text.charCodeAt(0);
      if ((first & 0x30) === 0 && [0, 1, 2, 8, 9, 10].includes(first & 15) && first !== 0) return true;
    }
    seen += 1;
    if (seen > 40) break;
  }
  return false;
}

/** Distance from `b` to `a` around the 32 bits of a sequence number (RFC 9293 section 3.4). */
function distance(a: number, b: number): number {
  return (a - b) | 0;
}

/** A longer gap is closed up rather than filled: nothing behind it can be trusted anyway. */
const LONGEST_GAP = 1 << 20;

/** What a side sent, by sequence number, each byte once, and what is missing between. */
function inOrder(arrivals: readonly Arrival[], problems: Problem[]): { pieces: Piece[]; gaps: Gap[] } {
  const data = arrivals.filter(({ segment }) => segment.end > segment.start);
  const first = data[0];
  if (first === undefined) return { pieces: [], gaps: [] };
  const syn = arrivals.find(({ segment }) => segment.syn);
  const origin = syn === undefined ? first.segment.seq : (syn.segment.seq + 1) >>> 0;
  const sorted = data
    .map((arrival) => ({ arrival, from: distance(arrival.segment.seq, origin) }))
    .sort((x, y) => x.from - y.from || x.arrival.packet.number - y.arrival.packet.number);
  const pieces: Piece[] = [];
  const gaps: Gap[] = [];
  let next = syn === undefined ? (sorted[0] as { from: number }).from : 0;
  let offset = 0;
  let ready = 0;
  for (const { arrival, from } of sorted) {
    const { packet, segment } = arrival;
    const size = segment.end - segment.start;
    const skip = Math.max(0, next - from);
    if (skip >= size) continue;
    if (from > next) {
      const missing = from - next;
      problems.push(problemAt('segment-missing', packet, { missing, packet: packet.number, offset }));
      const length = missing > LONGEST_GAP ? 0 : missing;
      gaps.push({ offset, length, missing });
      offset += length;
      next = from;
    }
    ready = Math.max(ready, packet.number);
    pieces.push({ packet, at: segment.start + skip, length: size - skip, offset, ready });
    offset += size - skip;
    next = from + size;
  }
  return { pieces, gaps };
}

function joined(pieces: readonly Piece[]): Uint8Array {
  const last = pieces[pieces.length - 1];
  const out = new Uint8Array(last === undefined ? 0 : last.offset + last.length);
  for (const piece of pieces) out.set(piece.packet.bytes.subarray(piece.at, piece.at + piece.length), piece.offset);
  return out;
}

/** Characters of a stream made of pieces of packets. */
class PieceChars implements CharMap {
  readonly #pieces: readonly Piece[];
  /** Pieces by where their characters begin. */
  #byPlace: { place: number; piece: Piece }[] | null = null;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  charsOf(index: number): readonly [start: number, end: number] {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle] as Piece).offset <= index) low = middle;
      else high = middle - 1;
    }
    const piece = this.#pieces[low];
    if (piece === undefined || !(index >= piece.offset && index < piece.offset + piece.length)) return [0, 0];
    return piece.packet.chars.charsOf(piece.at + index - piece.offset);
  }

  byteAt(position: number): number {
    this.#byPlace ??= this.#pieces
      .map((piece) => ({ place: piece.packet.chars.charsOf(piece.at)[0], piece }))
      .sort((x, y) => x.place - y.place);
    const list = this.#byPlace;
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((list[middle] as { place: number }).place <= position) low = middle;
      else high = middle - 1;
    }
    const piece = list[low]?.piece;
    if (piece === undefined) return -1;
    const at = piece.packet.chars.byteAt(position);
    return at >= piece.at && at < piece.at + piece.length ? piece.offset + at - piece.at : -1;
  }
}
