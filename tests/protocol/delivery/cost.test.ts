import { expect, test } from 'vitest';
import {
  CLAIMED_CLIENTS,
  CLAIMED_HEAD,
  compareClaim,
  HIXIE_FRAME,
  megabits,
  RFC6455_FRAMES,
} from '../../../src/protocol/delivery/claim.ts';
import { costOf } from '../../../src/protocol/delivery/cost.ts';
import { METHODS } from '../../../src/protocol/delivery/model.ts';
import { BROWSER } from '../../../src/protocol/delivery/samples.ts';
import { QUIET } from './setup.ts';

const NONE = { events: 0, messages: 0 };

test('short polling by hand: requests by the interval, bytes by the texts', () => {
  const cost = costOf('short', QUIET, NONE, 1);
  expect(cost.requests).toBeCloseTo(0.5);
  expect(cost.held).toBe(0);
  expect(cost.up).toBeCloseTo(54 / 2);
  expect(cost.down).toBeCloseTo(64 / 2);
  expect(costOf('short', { ...QUIET, interval: 1, delay: 100 }, NONE, 1).requests).toBeCloseTo(5);
});

test('where nothing happens, long polling asks once a hold and a round trip, the others never', () => {
  expect(costOf('long', { ...QUIET, hold: 4800 }, NONE, 1).requests).toBeCloseTo(0.2);
  expect(costOf('long', { ...QUIET, hold: 4800 }, NONE, 1).held).toBeCloseTo(0.96);
  for (const method of ['stream', 'websocket'] as const)
    expect(costOf(method, QUIET, NONE, 1)).toMatchObject({ requests: 0, up: 0, down: 0, held: 1 });
});

test('every method brings the same payload a second', () => {
  for (const method of METHODS)
    for (const events of [6, 36, 600]) {
      const { payload } = costOf(method, QUIET, { events, messages: 0 }, 3).parts;
      expect(payload / ((events * 20) / 60)).toBeGreaterThan(0.9);
      expect(payload / ((events * 20) / 60)).toBeLessThan(1.1);
    }
});

test('a WebSocket costs its frames and nothing else', () => {
  const cost = costOf('websocket', QUIET, { events: 60, messages: 30 }, 1);
  expect(cost.down).toBeCloseTo(22);
  expect(cost.up).toBeCloseTo((6 + 5) / 2);
  const packets = costOf('websocket', { ...QUIET, packets: 'tcp' }, { events: 60, messages: 0 }, 1);
  expect(packets.down).toBeCloseTo(62);
  expect(packets.up).toBeCloseTo(40);
});

test('a poll over HTTP/2 costs a fraction of what it costs over HTTP/1.1, and a frame nine bytes more', () => {
  const cost = (http: '1.1' | '2', method: 'short' | 'websocket') =>
    costOf(method, { ...QUIET, texts: BROWSER, http }, { events: 60, messages: 0 }, 1);
  expect(cost('2', 'short').parts.head).toBeLessThan(cost('1.1', 'short').parts.head / 5);
  expect(cost('2', 'websocket').down).toBeCloseTo(22 + 9);
});

test.each(METHODS)('%s: no end of a slider makes a number that is none', (method) => {
  for (const delay of [0, 1000])
    for (const interval of [20, 100, 10_000])
      for (const events of [0, 600]) {
        const { parts, ...rest } = costOf(method, { ...QUIET, delay, interval }, { events, messages: 60 }, 1);
        for (const value of [...Object.values(parts), ...Object.values(rest)]) {
          expect(Number.isFinite(value)).toBe(true);
          expect(value).toBeGreaterThanOrEqual(0);
        }
      }
});

test('the quoted figures come out with 2^20 and the frames of hixie', () => {
  const quoted = (bytes: number) => CLAIMED_CLIENTS.map((clients) => megabits(bytes, clients, 'binary'));
  const [a = 0, b = 0, c = 0] = quoted(CLAIMED_HEAD);
  expect([a.toFixed(1), b.toFixed(0), c.toFixed(0)]).toEqual(['6.6', '66', '665']);
  expect(quoted(HIXIE_FRAME).map((value) => value.toFixed(3))).toEqual(['0.015', '0.153', '1.526']);
  expect(megabits(CLAIMED_HEAD, 1000, 'decimal')).toBeCloseTo(6.968);
  expect(RFC6455_FRAMES).toEqual({ server: 2, client: 6 });
});

test('with the payload and the packets the ratio shrinks: by hand', () => {
  const { headers, payload, tcp, tls } = compareClaim(20);
  expect(headers).toEqual({ poll: 871, frame: 2, ratio: 435.5 });
  expect(payload).toMatchObject({ poll: 891, frame: 22 });
  expect(tcp).toMatchObject({ poll: 891 + 4 * 40, frame: 22 + 2 * 40 });
  expect(tls).toMatchObject({ poll: 891 + 4 * 40 + 2 * 22, frame: 22 + 2 * 40 + 22 });
});
