/** The deliveries that the steps show, for some inputs. */

import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { type Cost, costOf } from '../../protocol/delivery/cost.ts';
import { deliver } from '../../protocol/delivery/deliver.ts';
import { eventTimes } from '../../protocol/delivery/events.ts';
import { type Delivery, type HeadTexts, METHODS, type Method, type Setup } from '../../protocol/delivery/model.ts';
import { BARE, BROWSER } from '../../protocol/delivery/samples.ts';
import { type Totals, totalsAt } from '../../protocol/delivery/totals.ts';
import { DURATION, type Inputs } from './inputs.ts';

/** How long a server holds a request: 30 s are safe (RFC 6202 section 5.5). */
export const HOLD = 30_000;

/** A setup and what comes of it. */
export interface Run {
  readonly setup: Setup;
  readonly delivery: Delivery;
  /** At the end of the axis. */
  readonly end: Totals;
}

export interface Work {
  readonly inputs: Inputs;
  readonly setup: Setup;
  readonly texts: HeadTexts;
  readonly size: number;
  readonly runs: Readonly<Record<Method, Run>>;
}

export function runOf(method: Method, setup: Setup): Run {
  const delivery = deliver(method, setup);
  return { setup, delivery, end: totalsAt(delivery, setup, setup.duration) };
}

function runsOf(setup: Setup): Work['runs'] {
  return Object.fromEntries(METHODS.map((method) => [method, runOf(method, setup)])) as Work['runs'];
}

function textsOf({ heads, request, response }: Inputs): HeadTexts {
  if (heads === 'own') return { request, response };
  return heads === 'bare' ? BARE : BROWSER;
}

/** Times of messages of the page: another stream than that of the events. */
export function sendTimes({ seed, sends }: Pick<Inputs, 'seed' | 'sends'>): readonly number[] {
  return eventTimes(seed + 5000, sends, DURATION);
}

/** While time runs on, nothing but the time changes: the last work is kept. */
let last: { readonly key: string; readonly work: Work } | null = null;

export function workOf(inputs: Inputs): Work {
  const { time: _, clients, ...rest } = inputs;
  const key = JSON.stringify(rest);
  const work = last?.key === key ? last.work : make(inputs);
  last = { key, work };
  return { ...work, inputs };
}

function make(inputs: Inputs): Work {
  const { seed, events, interval, delay, message, http, packets } = inputs;
  const texts = textsOf(inputs);
  const size = encodeUtf8(message).length;
  const setup: Setup = {
    duration: DURATION,
    delay,
    interval,
    hold: HOLD,
    events: eventTimes(seed, events, DURATION),
    messages: [],
    eventSize: size,
    messageSize: size,
    texts,
    http,
    packets,
  };
  return { inputs, setup, texts, size, runs: runsOf(setup) };
}

/** What follows from a work whatever the moment, by name. */
const followed = new WeakMap<Work['runs'], Map<string, unknown>>();

/** Works something out once: while time runs on, the pictures of a step must stay the same objects, and cost nothing. */
export function once<T>({ runs }: Work, name: string, make: () => T): T {
  const all = followed.get(runs) ?? new Map<string, unknown>();
  followed.set(runs, all);
  if (!all.has(name)) all.set(name, make());
  return all.get(name) as T;
}

/** All four with other circumstances than those of the inputs. */
export function otherRuns(work: Work, name: string, change: Partial<Setup>): Work['runs'] {
  return once(work, name, () => runsOf({ ...work.setup, ...change }));
}

/** Averages a second, for each method; with other packets counted than was chosen, where that is said. */
export function costsOf(work: Work, packets = work.inputs.packets): Readonly<Record<Method, Cost>> {
  const { inputs, setup } = work;
  return once(work, `costs-${packets}`, () => {
    const rates = { events: (inputs.events * 60_000) / DURATION, messages: 0 };
    const costs = METHODS.map((method) => [method, costOf(method, { ...setup, packets }, rates, inputs.seed)] as const);
    return Object.fromEntries(costs) as Record<Method, Cost>;
  });
}
