import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliver } from '../../../src/protocol/delivery/deliver.ts';
import { eventTimes } from '../../../src/protocol/delivery/events.ts';
import { METHODS, type Method, type Setup } from '../../../src/protocol/delivery/model.ts';
import { BARE, BROWSER } from '../../../src/protocol/delivery/samples.ts';
import { totalsAt } from '../../../src/protocol/delivery/totals.ts';
import { QUIET } from './setup.ts';

const run = (method: Method, change: Partial<Setup>) => {
  const setup = { ...QUIET, ...change };
  const delivery = deliver(method, setup);
  return { setup, delivery, totals: totalsAt(delivery, setup, setup.duration) };
};
/** Departures and arrivals: up, then down, of each exchange. */
const times = (method: Method, change: Partial<Setup>) =>
  run(method, change).delivery.exchanges.map(({ transits }) =>
    transits.map(({ leaves, arrives }) => [leaves, arrives]),
  );

describe('short polling', () => {
  test('by hand: an event waits for the next request', () => {
    const change = { duration: 4000, interval: 1500, events: [10, 1600, 1601, 3900] };
    expect(times('short', change)).toEqual([
      [
        [0, 100],
        [100, 200],
      ],
      [
        [1500, 1600],
        [1600, 1700],
      ],
      [
        [3000, 3100],
        [3100, 3200],
      ],
    ]);
    const { delivery, totals } = run('short', change);
    expect(delivery.arrivals).toEqual([200, 1700, 3200, null]);
    expect(totals).toMatchObject({ requests: 3, empty: 0, delivered: 3, waiting: 1, worstDelay: 1599, held: 0 });
    expect(totals.meanDelay).toBe((190 + 100 + 1599) / 3);
  });

  test.each([
    [10_000, 2000, 5],
    [10_000, 100, 50],
    [10_000, 3000, 4],
    [10_000, 20_000, 1],
  ])(
    'in %d ms a poll every %d ms is %d requests: duration by interval, or by a round trip',
    (duration, interval, count) => {
      expect(run('short', { duration, interval }).totals).toMatchObject({ requests: count });
    },
  );

  test('the mean delay is half an interval and one transit', () => {
    const events = eventTimes(3, 20_000, 2_000_000);
    const { totals } = run('short', { duration: 2_010_000, interval: 4000, delay: 300, events });
    expect((totals.meanDelay as number) / (4000 / 2 + 300)).toBeCloseTo(1, 1);
    expect(totals.worstDelay).toBeLessThanOrEqual(4000 + 300);
  });
});

describe('long polling', () => {
  test('by hand: the answer waits for the event, the next request follows at once', () => {
    const change = { duration: 3000, events: [1000, 1500, 1550] };
    expect(times('long', change)).toEqual([
      [
        [0, 100],
        [1000, 1100],
      ],
      [
        [1100, 1200],
        [1500, 1600],
      ],
      [
        [1600, 1700],
        [1700, 1800],
      ],
      [
        [1800, 1900],
        [31_900, 32_000],
      ],
    ]);
    const { totals } = run('long', change);
    expect(totals).toMatchObject({ requests: 4, empty: 0, delivered: 3, worstDelay: 250 });
    expect(totals.held).toBe(900 + 300 + 0 + 1100);
  });

  test('the worst case is three transits (RFC 6202 section 2.2): just after an answer has left', () => {
    const { delivery } = run('long', { delay: 250, events: [1000, 1001] });
    expect(delivery.arrivals).toEqual([1250, 1001 + 3 * 250 - 1]);
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(400), fc.nat(40), (seed, delay, count) => {
        const events = eventTimes(seed, count, 8000).filter((at) => at >= delay);
        const { totals } = run('long', { delay, events });
        if (events.length > 0) expect(totals.worstDelay).toBeLessThanOrEqual(3 * delay);
      }),
    );
  });

  test('rare events take one transit on average', () => {
    const events = eventTimes(5, 300, 6_000_000);
    const { totals } = run('long', { duration: 6_010_000, events });
    expect((totals.meanDelay as number) / 100).toBeCloseTo(1, 1);
  });

  test('a request without news is answered empty after the hold, and asked again', () => {
    expect(run('long', { hold: 3000 }).totals).toMatchObject({ requests: 4, empty: 3 });
  });

  test('requests a second are those of a renewal process: a round trip, then the wait for an event that is not there', () => {
    const [rate, delay, hold] = [0.002, 200, 700];
    const events = eventTimes(9, 8000, 4_000_000);
    const { totals } = run('long', { duration: 4_000_000, delay, hold, events });
    // After a round trip something has happened already with probability 1 − e^(−2dλ); else it waits, at most `hold`.
    const wait = (Math.exp(-2 * delay * rate) * (1 - Math.exp(-hold * rate))) / rate;
    expect(totals.requests / (4_000_000 / (2 * delay + wait))).toBeCloseTo(1, 2);
  });
});

describe('streaming and WebSocket', () => {
  test.each(['stream', 'websocket'] as const)(
    '%s: every event takes one transit once the connection is open',
    (method) => {
      const events = eventTimes(2, 50, 9000).filter((at) => at >= 100);
      const { delivery, totals } = run(method, { events });
      expect(delivery.arrivals).toEqual(events.map((at) => at + 100));
      expect(totals).toMatchObject({ requests: 1, empty: 0, frames: events.length, meanDelay: 100, held: 9900 });
    },
  );

  test('what happens before the server was asked waits for the opening', () => {
    for (const method of ['stream', 'websocket'] as const)
      expect(run(method, { events: [0, 99, 100] }).delivery.arrivals).toEqual([200, 200, 200]);
  });

  test('a message of the page is a masked frame, or a request of its own', () => {
    const change = { messages: [10, 5000] };
    // A client waits for the answer of the opening.
    expect(run('websocket', change).delivery.uploads).toEqual([300, 5100]);
    expect(run('websocket', change).totals).toMatchObject({ requests: 1, uploaded: 2 });
    for (const method of ['short', 'long', 'stream'] as const) {
      const quiet = run(method, {}).totals.requests;
      expect(run(method, change).delivery.uploads).toEqual([110, 5100]);
      expect(run(method, change).totals).toMatchObject({ requests: quiet + 2, uploaded: 2 });
    }
  });
});

test('bytes by hand: two short polls, one event, TCP/IP around', () => {
  const { totals } = run('short', { duration: 4000, events: [500], packets: 'tcp' });
  const answers = [
    'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 20\r\n\r\n',
  ];
  const down = answers.join('').length + 20;
  expect(totals.up).toBe(2 * 54 + 2 * 40 + 2 * 40);
  expect(totals.down).toBe(down + 2 * 40 + 2 * 40);
  expect(totals.parts).toEqual({ head: 2 * 54 + answers.join('').length, framing: 0, payload: 20, packets: 8 * 40 });
});

test('bytes by hand: the opening, two frames down and one masked up', () => {
  const { setup, delivery, totals } = run('websocket', { events: [500, 600], messages: [700], eventSize: 126 });
  const opening = totalsAt(delivery, setup, 100);
  expect(totals.down - opening.down).toBe(2 * (4 + 126));
  expect(totals.up - opening.up).toBe(6 + 5);
});

const numbers = fc.oneof(fc.nat(12_000), fc.constantFrom(0, -5, 1e9, Number.NaN, Number.POSITIVE_INFINITY, 0.3));
const setups = fc.record({
  delay: numbers,
  interval: numbers,
  hold: numbers,
  eventSize: fc.constantFrom(0, 1, 125, 126, 70_000),
  messageSize: fc.constantFrom(0, 125, 70_000),
  texts: fc.constantFrom(BARE, BROWSER, { request: '', response: '' }, { request: 'X', response: '\n\n' }),
  http: fc.constantFrom('1.1' as const, '2' as const),
  packets: fc.constantFrom('none' as const, 'tcp' as const, 'tls' as const),
});

test('whatever the setup: no event twice or before it happened, no number missing or negative, sums that add up', () => {
  fc.assert(
    fc.property(
      setups,
      fc.nat(9999),
      fc.nat(30),
      fc.nat(10),
      fc.constantFrom(...METHODS),
      (change, seed, count, sent, method) => {
        const events = eventTimes(seed, count, 300);
        const messages = eventTimes(seed + 1, sent, 300);
        const { setup, delivery } = run(method, { ...change, duration: 300, events, messages });
        const down = delivery.exchanges.flatMap(({ transits }) =>
          transits.filter(({ direction }) => direction === 'down'),
        );
        const carried = down.flatMap(({ carries }) => carries);
        expect(new Set(carried).size).toBe(carried.length);
        for (const { carries, leaves } of down) for (const i of carries) expect(events[i]).toBeLessThanOrEqual(leaves);
        let before = 0;
        for (const time of [0, 1, 100, 300, 1e10]) {
          const { meanDelay, worstDelay, parts, ...plain } = totalsAt(delivery, setup, time);
          for (const value of [meanDelay ?? 0, worstDelay ?? 0, ...Object.values(parts), ...Object.values(plain)]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(Number.isFinite(value)).toBe(true);
          }
          const sum = parts.head + parts.framing + parts.payload + parts.packets;
          expect(plain.up + plain.down).toBe(sum);
          expect(sum).toBeGreaterThanOrEqual(before);
          before = sum;
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('the same setup gives the same delivery', () => {
  const change = { events: eventTimes(4, 20, 10_000), texts: BROWSER, http: '2' } as const;
  for (const method of METHODS) expect(run(method, change)).toEqual(run(method, change));
});
