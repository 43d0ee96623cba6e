/** What a client costs in a second, on average, once its connection has been opened. */

import { deliver } from './deliver.ts';
import { eventTimes } from './events.ts';
import type { Bytes, Exchange, Method, Setup, Transit } from './model.ts';
import type { Parts } from './totals.ts';

export interface Cost {
  /** HTTP requests a second. */
  readonly requests: number;
  /** Bytes a second, each way. */
  readonly up: number;
  readonly down: number;
  /** The same, both ways together, by what they are for. */
  readonly parts: Parts;
  /** How many requests or connections the server holds for this client, on average: 0 to 1. */
  readonly held: number;
}

/** Events and messages of the page a minute. */
export interface Rates {
  readonly events: number;
  readonly messages: number;
}

const MINUTE = 60_000;
/** At most ten minutes, at least sixty polls of up to ten seconds. */
const ROUNDS = 60;
const LONGEST_ROUND = 10_000;
const HOLDS = 20;

/** Measured on a run of its own, long enough for an average. The opening and the first poll are not in it. */
export function costOf(
  method: Method,
  setup: Omit<Setup, 'duration' | 'events' | 'messages'>,
  rates: Rates,
  seed: number,
): Cost {
  const round = Math.min(LONGEST_ROUND, Math.max(1000, setup.interval, 2 * setup.delay));
  // Where hardly anything happens, it is the hold that makes the rounds.
  const rare = method === 'long' && rates.events * setup.hold < 5 * MINUTE;
  const duration = rare ? Math.max(ROUNDS * round, HOLDS * setup.hold) : ROUNDS * round;
  const times = (rate: number, of: number) => eventTimes(of, Math.round((rate * duration) / MINUTE), duration);
  const events = times(rates.events, seed);
  const messages = times(rates.messages, seed + 1);
  const { exchanges } = deliver(method, { ...setup, duration, events, messages });
  const sum = emptySum();
  const sends = exchanges.filter(({ kind }) => kind === 'send');
  addAll(sum, sends, duration);
  // A request that is still held when the time is up says nothing of how long it will be.
  const rest = exchanges.filter(
    ({ kind, held }) => kind !== 'send' && (kind !== 'poll' || (held?.to ?? 0) <= duration),
  );
  const [first] = rest;
  if (first?.kind === 'poll') addAll(sum, rest.slice(1), endOf(method, setup, rest) - endOf(method, setup, [first]));
  else if (first) addTransits(sum, first.transits.slice(2), duration);
  const held = first?.kind === 'poll' ? sum.held : 1;
  return { requests: sum.requests, up: sum.up, down: sum.down, parts: sum.parts, held };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Sum = Writable<Omit<Cost, 'parts'>> & { readonly parts: Writable<Parts> };

function emptySum(): Sum {
  return { requests: 0, up: 0, down: 0, parts: { head: 0, framing: 0, payload: 0, packets: 0 }, held: 0 };
}

/** When the page would ask again. */
function endOf(
  method: Method,
  { interval, delay }: Pick<Setup, 'interval' | 'delay'>,
  polls: readonly Exchange[],
): number {
  const last = polls.at(-1)?.transits;
  if (method === 'short') return (last?.[0]?.leaves ?? 0) + Math.max(interval, 2 * delay, 1);
  return last?.[1]?.arrives ?? 0;
}

function addAll(sum: Sum, exchanges: readonly Exchange[], time: number): void {
  if (time <= 0) return;
  for (const { transits, held } of exchanges) {
    addTransits(sum, transits, time);
    if (held) sum.held += (held.to - held.from) / time;
  }
}

function addTransits(sum: Sum, transits: readonly Transit[], time: number): void {
  if (time <= 0) return;
  for (const { kind, direction, bytes } of transits) {
    if (kind === 'request') sum.requests += 1000 / time;
    addBytes(sum, direction, bytes, 1000 / time);
  }
}

function addBytes(sum: Sum, direction: Transit['direction'], bytes: Bytes, share: number): void {
  const { head, framing, payload, packets, acks } = bytes;
  sum[direction] += (head + framing + payload + packets) * share;
  sum[direction === 'up' ? 'down' : 'up'] += acks * share;
  sum.parts.head += head * share;
  sum.parts.framing += framing * share;
  sum.parts.payload += payload * share;
  sum.parts.packets += (packets + acks) * share;
}
