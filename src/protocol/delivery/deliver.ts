/**
 * One stream of events, delivered in four ways. Assumptions: the connection stands already; one transit always takes the
 * same time; nothing else takes any; nothing is lost; what happens before a page can be reached waits for it.
 */

import {
  type Head,
  openingHeads,
  pollAnswer,
  pollRequest,
  readHead,
  sendRequest,
  streamAnswer,
  streamRequest,
} from './heads.ts';
import type { Delivery, Exchange, Method, Setup, Transit } from './model.ts';
import { randomFrom } from './random.ts';
import { bodyOf, type Wire, wireOf } from './wire.ts';

/** Delivers the events of a setup. Whatever the numbers, it ends; the times of a setup are taken as whole ms. */
export function deliver(method: Method, setup: Setup): Delivery {
  const run = runOf(setup);
  const exchanges = SCHEDULES[method](run).concat(method === 'websocket' ? [] : sends(run));
  const arrivals: (number | null)[] = setup.events.map(() => null);
  const uploads: (number | null)[] = setup.messages.map(() => null);
  for (const { transits } of exchanges) {
    for (const { direction, carries, arrives } of transits) {
      for (const i of carries) (direction === 'down' ? arrivals : uploads)[i] = arrives;
    }
  }
  return { method, exchanges, arrivals, uploads };
}

interface Run extends Setup {
  readonly wire: Wire;
  readonly request: Head;
  readonly response: Head;
}

function runOf(setup: Setup): Run {
  const whole = (value: number, least: number) => (value > least && value < Infinity ? Math.round(value) : least);
  return {
    ...setup,
    duration: whole(setup.duration, 0),
    delay: whole(setup.delay, 0),
    interval: whole(setup.interval, 1),
    hold: whole(setup.hold, 1),
    wire: wireOf(setup.http, setup.packets),
    request: readHead(setup.texts.request),
    response: readHead(setup.texts.response),
  };
}

const SCHEDULES: Readonly<Record<Method, (run: Run) => Exchange[]>> = {
  short: shortPolls,
  long: longPolls,
  stream: (run) => [stream(run)],
  websocket: (run) => [socket(run)],
};

/** From one number to before another. */
function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** How many of the events have happened by a time. */
function happened(events: readonly number[], by: number, from: number): number {
  let count = from;
  while (count < events.length && (events[count] as number) <= by) count += 1;
  return count;
}

function poll(run: Run, leaves: number, seen: number, answered: number, next: number): Exchange {
  const { delay, wire, request, response, eventSize } = run;
  const carried = range(seen, next);
  const { payload, framing } = bodyOf(carried.length, eventSize);
  const up: Transit = {
    kind: 'request',
    direction: 'up',
    leaves,
    arrives: leaves + delay,
    carries: [],
    bytes: wire.request(pollRequest(request, seen), 0),
  };
  const down: Transit = {
    kind: 'answer',
    direction: 'down',
    leaves: answered,
    arrives: answered + delay,
    carries: carried,
    bytes: wire.answer(pollAnswer(response, payload + framing, answered), carried.length, eventSize),
  };
  const held = answered > up.arrives ? { from: up.arrives, to: answered } : null;
  return { kind: 'poll', transits: [up, down], held };
}

/** A request every interval; one at a time, so never more often than once a round trip. */
function shortPolls(run: Run): Exchange[] {
  const { duration, delay, interval, events } = run;
  const period = Math.max(interval, 2 * delay);
  const exchanges: Exchange[] = [];
  let seen = 0;
  for (let leaves = 0; leaves < duration; leaves += period) {
    const next = happened(events, leaves + delay, seen);
    exchanges.push(poll(run, leaves, seen, leaves + delay, next));
    seen = next;
  }
  return exchanges;
}

/** The server answers when it has something, or when it has held the request long enough; the next request follows. */
function longPolls(run: Run): Exchange[] {
  const { duration, delay, hold, events } = run;
  const exchanges: Exchange[] = [];
  let seen = 0;
  for (let leaves = 0; leaves < duration; ) {
    const asked = leaves + delay;
    const first = events[seen] ?? Number.POSITIVE_INFINITY;
    const answered = Math.min(Math.max(asked, first), asked + hold);
    const next = happened(events, answered, seen);
    exchanges.push(poll(run, leaves, seen, answered, next));
    seen = next;
    leaves = answered + delay;
  }
  return exchanges;
}

/** One answer that never ends, a part for each event. */
function stream(run: Run): Exchange {
  const { duration, delay, events, eventSize, wire } = run;
  const transits: Transit[] = [
    {
      kind: 'request',
      direction: 'up',
      leaves: 0,
      arrives: delay,
      carries: [],
      bytes: wire.request(streamRequest(run.request), 0),
    },
    {
      kind: 'answer',
      direction: 'down',
      leaves: delay,
      arrives: 2 * delay,
      carries: [],
      bytes: wire.streamHead(streamAnswer(run.response, delay)),
    },
  ];
  for (const [i, at] of events.entries()) {
    const leaves = Math.max(at, delay);
    if (leaves > duration) continue;
    const bytes = wire.streamPart(eventSize);
    transits.push({ kind: 'part', direction: 'down', leaves, arrives: leaves + delay, carries: [i], bytes });
  }
  return { kind: 'stream', transits, held: { from: delay, to: Math.max(delay, duration) } };
}

/** The opening handshake, then frames whenever either side has something (RFC 6455 section 1.2). */
function socket(run: Run): Exchange {
  const { duration, delay, events, messages, eventSize, messageSize, wire } = run;
  const next = randomFrom(0);
  const heads = openingHeads(run.request, (count) =>
    Uint8Array.from({ length: count }, () => Math.floor(next() * 256)),
  );
  const opening: Transit[] = [
    { kind: 'request', direction: 'up', leaves: 0, arrives: delay, carries: [], bytes: wire.opening(heads.request) },
    {
      kind: 'answer',
      direction: 'down',
      leaves: delay,
      arrives: 2 * delay,
      carries: [],
      bytes: wire.opened(heads.answer),
    },
  ];
  const frame = (direction: Transit['direction'], i: number, leaves: number, size: number): Transit => {
    const bytes = wire.frame(size, direction === 'up');
    return { kind: 'frame', direction, leaves, arrives: leaves + delay, carries: [i], bytes };
  };
  // A server may send as soon as it has answered; a client waits for that answer (sections 4.1 and 4.2.2).
  const frames = [
    ...events.map((at, i) => frame('down', i, Math.max(at, delay), eventSize)),
    ...messages.map((at, i) => frame('up', i, Math.max(at, 2 * delay), messageSize)),
  ];
  const sent = frames.filter(({ leaves }) => leaves <= duration).sort((a, b) => a.leaves - b.leaves);
  return { kind: 'socket', transits: [...opening, ...sent], held: { from: delay, to: Math.max(delay, duration) } };
}

/** Upstream over HTTP: a request of its own for each message, on a second connection while the first is held (RFC 6202 section 2.1). */
function sends(run: Run): Exchange[] {
  const { duration, delay, messages, messageSize, wire, request, response } = run;
  return messages.flatMap((leaves, i): Exchange[] => {
    if (leaves > duration) return [];
    const arrives = leaves + delay;
    const up = wire.request(sendRequest(request, messageSize), messageSize);
    const down = wire.answer(pollAnswer(response, 0, arrives), 0, 0);
    return [
      {
        kind: 'send',
        transits: [
          { kind: 'request', direction: 'up', leaves, arrives, carries: [i], bytes: up },
          { kind: 'answer', direction: 'down', leaves: arrives, arrives: arrives + delay, carries: [], bytes: down },
        ],
        held: null,
      },
    ];
  });
}
