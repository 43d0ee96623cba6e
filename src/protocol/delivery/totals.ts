/** What a delivery has cost and achieved by some moment. */

import type { Bytes, Delivery, Setup } from './model.ts';

export interface Totals {
  /** HTTP requests that have left; an opening handshake is one. */
  readonly requests: number;
  /** Polls that were answered with nothing. */
  readonly empty: number;
  /** WebSocket frames and parts of a stream, both ways. */
  readonly frames: number;
  /** All bytes each way, acknowledgements and packets included where they are counted. */
  readonly up: number;
  readonly down: number;
  /** The same bytes, both ways together, by what they are for. */
  readonly parts: Parts;
  /** Events that are at the page, and those that have happened and are not. */
  readonly delivered: number;
  readonly waiting: number;
  /** From the moment of an event until it is at the page; null before any is. */
  readonly meanDelay: number | null;
  readonly worstDelay: number | null;
  /** Messages of the page that are at the server. */
  readonly uploaded: number;
  /** How long requests were held, together. */
  readonly held: number;
}

export interface Parts {
  readonly head: number;
  readonly framing: number;
  readonly payload: number;
  /** Packets and acknowledgements. */
  readonly packets: number;
}

export function totalsAt(
  { exchanges, arrivals, uploads }: Delivery,
  { events }: Pick<Setup, 'events'>,
  time: number,
): Totals {
  const parts = { head: 0, framing: 0, payload: 0, packets: 0 };
  const sums = { up: 0, down: 0 };
  let [requests, empty, frames, held] = [0, 0, 0, 0];
  for (const exchange of exchanges) {
    for (const { kind, direction, leaves, carries, bytes } of exchange.transits) {
      if (leaves > time) continue;
      add(parts, bytes);
      sums[direction] += bytes.head + bytes.framing + bytes.payload + bytes.packets;
      sums[direction === 'up' ? 'down' : 'up'] += bytes.acks;
      if (kind === 'request') requests += 1;
      else if (kind !== 'answer') frames += 1;
      else if (exchange.kind === 'poll' && carries.length === 0) empty += 1;
    }
    if (exchange.held) held += Math.max(0, Math.min(exchange.held.to, time) - exchange.held.from);
  }
  const delays: number[] = [];
  let waiting = 0;
  for (const [i, at] of events.entries()) {
    const arrives = arrivals[i] ?? null;
    if (arrives !== null && arrives <= time) delays.push(arrives - at);
    else if (at <= time) waiting += 1;
  }
  return {
    requests,
    empty,
    frames,
    ...sums,
    parts,
    delivered: delays.length,
    waiting,
    meanDelay: delays.length === 0 ? null : delays.reduce((sum, one) => sum + one, 0) / delays.length,
    worstDelay: delays.length === 0 ? null : Math.max(...delays),
    uploaded: uploads.filter((at) => at !== null && at <= time).length,
    held,
  };
}

function add(
  parts: { -readonly [Part in keyof Parts]: number },
  { head, framing, payload, packets, acks }: Bytes,
): void {
  parts.head += head;
  parts.framing += framing;
  parts.payload += payload;
  parts.packets += packets + acks;
}
