import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputValues } from '../../src/components/player/player.ts';
import { bitsPlace, clientsPlace, lineOf } from '../../src/lessons/why-websocket/chart.ts';
import { bitsText, bytesText, timeText } from '../../src/lessons/why-websocket/format.ts';
import { bunchesOf, letterOf, neighboursOf, pinsOf, ticksOf } from '../../src/lessons/why-websocket/layout.ts';
import lesson from '../../src/lessons/why-websocket/lesson.ts';
import { METHODS } from '../../src/protocol/delivery/model.ts';

const START = lesson.examples[0].inputs;

function stepsOf(given: Readonly<Record<string, string>>) {
  const plan = lesson.plan(inputValues(lesson as never, { ...START, ...given }) as never);
  return Array.from({ length: plan.stepCount }, (_, i) => plan.step(i));
}
const stepOf = (given: Readonly<Record<string, string>>, id: string) => stepsOf(given).find((step) => step?.id === id);

describe('the lesson', () => {
  test('has the same steps whatever the inputs', () => {
    const ids = stepsOf({}).map((step) => step?.id);
    for (const { inputs } of lesson.examples) expect(stepsOf(inputs).map((step) => step?.id)).toEqual(ids);
  });

  test('asks for half an interval and one way, and for a round trip where that is longer', () => {
    const rightOf = (given: Readonly<Record<string, string>>) => {
      const ask = stepOf(given, 'short-ask')?.ask;
      return ask?.kind === 'choice' ? ask.options.find(({ right }) => right)?.value : null;
    };
    expect(rightOf({ interval: '3000', delay: '200' })).toMatchObject({ text: '1.7 s' });
    expect(rightOf({ interval: '100', delay: '400' })).toMatchObject({ text: '800 ms' });
  });

  test('asks for as many header bytes as the message needs', () => {
    expect(stepOf({ message: 'x' }, 'socket-ask')?.ask).toEqual({ kind: 'number', right: 2 });
    expect(stepOf({ message: 'x'.repeat(126) }, 'socket-ask')?.ask).toEqual({ kind: 'number', right: 4 });
  });

  test('asks for hundreds of bytes, unless one’s own texts have fewer or more', () => {
    const rightOf = (request: string) => {
      const ask = stepOf({ heads: 'own', request, response: 'HTTP/1.1 200 OK' }, 'heads-ask')?.ask;
      return ask?.kind === 'choice' ? ask.options.find(({ right }) => right)?.id : null;
    };
    expect(rightOf('GET / HTTP/1.1')).toBe('dozens');
    expect(rightOf(`GET / HTTP/1.1\nCookie: ${'x'.repeat(200)}`)).toBe('hundreds');
    expect(rightOf(`GET / HTTP/1.1\nCookie: ${'x'.repeat(2000)}`)).toBe('thousands');
  });

  test('what is asked is not on the picture', () => {
    for (const step of stepsOf({})) {
      if (!step?.ask) continue;
      const { scene } = step;
      if (scene.kind === 'axis') expect(scene.hidden.length > 0 || step.id === 'socket-ask').toBe(true);
      else expect(scene).toMatchObject({ asked: true });
    }
  });

  test('the busy step answers its question for everybody alike', () => {
    for (const { inputs } of lesson.examples) {
      const scene = stepOf(inputs, 'busy')?.scene;
      const requests = scene?.kind === 'axis' ? scene.lanes.map(({ totals }) => totals.requests) : [];
      if (inputs.time === '10000') expect(requests.indexOf(Math.max(...requests))).toBe(METHODS.indexOf('long'));
    }
  });

  test('at the worst, an event is just short of three transits old', () => {
    for (const delay of ['1', '200', '1000']) {
      const scene = stepOf({ delay }, 'long-worst')?.scene;
      const totals = scene?.kind === 'axis' ? scene.lanes[0]?.totals : null;
      expect(totals?.worstDelay).toBe(3 * Number(delay) - 1);
    }
  });

  test('the moment cuts the numbers, not the picture', () => {
    const at = (time: string) => stepOf({ time }, 'together')?.scene;
    const [begin, end] = [at('0'), at('10000')];
    if (begin?.kind !== 'axis' || end?.kind !== 'axis') throw new Error('no axis');
    expect(begin.lanes.map(({ delivery }) => delivery)).toEqual(end.lanes.map(({ delivery }) => delivery));
    for (const { totals } of begin.lanes) expect(totals).toMatchObject({ requests: 1, delivered: 0 });
    for (const { totals } of end.lanes.slice(1)) expect(totals).toMatchObject({ delivered: 6, waiting: 0 });
  });

  test('a pasted text that is no head says which line is wrong', () => {
    const { request, response } = lesson.fields;
    expect(request.read('HTTP/1.1 200 OK')).toMatchObject({ problem: 'no-request-line' });
    expect(request.read('')).toMatchObject({ problem: 'no-request-line' });
    expect(response.read('GET / HTTP/1.1')).toMatchObject({ problem: 'no-status-line' });
    expect(request.read('GET / HTTP/1.1\r\nHost: a\r\noops\r\n')).toMatchObject({
      problem: 'not-a-header-line',
      values: { line: 3 },
    });
    expect(request.read('GET / HTTP/1.1\nHost: 你')).toMatchObject({
      problem: 'not-in-line',
      values: { line: 2, position: 7 },
    });
    expect(request.read('GET / HTTP/1.1\r\nHost: a\r\n\r\n')).toEqual({ value: 'GET / HTTP/1.1\nHost: a\n\n' });
  });
});

test('numbers as people read them', () => {
  expect([0, 999.4, 1000, 1234, 61_000].map(timeText)).toEqual(['0 ms', '999 ms', '1 s', '1.23 s', '61 s']);
  expect([0, 12_345, 99_999, 100_000, 1.5e9, 2e17].map(bytesText)).toEqual([
    '0 B',
    '12\u202f345 B',
    '99\u202f999 B',
    '100 kB',
    '1.5 GB',
    '200 PB',
  ]);
  expect([0, 0.5, 125, 1e9, 1e12].map(bitsText)).toEqual(['0 bit/s', '4 bit/s', '1 kbit/s', '8 Gbit/s', '8 Tbit/s']);
});

test('labels on the axis never overlap, and events in one place share one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9999), { maxLength: 100 }), (times) => {
      const events = times.toSorted((a, b) => a - b);
      const pins = pinsOf(bunchesOf(events, 10_000));
      for (const [width, rooms] of [
        [110, ['always', 'wide']],
        [34, ['always']],
      ] as const) {
        const shown = pins.filter(({ room }) => (rooms as readonly string[]).includes(room));
        for (const [i, pin] of shown.entries()) {
          const next = shown[i + 1];
          if (next)
            expect(((next.at - pin.at) / 100) * width).toBeGreaterThanOrEqual((next.text.length + pin.text.length) / 2);
        }
      }
    }),
  );
  expect(bunchesOf([100, 101, 5000], 10_000)).toEqual([
    { at: 1, text: '1–2' },
    { at: 50, text: '3' },
  ]);
  expect([0, 25, 26, 52].map(letterOf)).toEqual(['a', 'z', 'a2', 'a3']);
});

test('ticks and moments end with the axis', () => {
  for (const duration of [6, 600, 1200, 6000, 10_000]) {
    const ticks = ticksOf(duration);
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThan(14);
    expect(ticks.at(-1)?.at).toBeLessThanOrEqual(100);
  }
  const near = (time: number) => neighboursOf([], [3, 5, 12], { duration: 10, time, least: 0.5 });
  expect(near(0)).toEqual({ before: undefined, after: 3 });
  expect(near(3.2)).toEqual({ before: 0, after: 5 });
  expect(near(5)).toEqual({ before: 3, after: 10 });
  expect(near(10)).toEqual({ before: 5, after: undefined });
});

test('on the chart a line is where its points are, and never outside', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e7, noNaN: true }), fc.integer({ min: 0, max: 7 }), (each, power) => {
      const line = lineOf(each);
      const place = bitsPlace(each * 10 ** power);
      if (line) for (const value of Object.values(line)) expect(value >= -1e-9 && value <= 100 + 1e-9).toBe(true);
      if (!line || place === null || place <= 0 || place >= 100) return;
      const share = (clientsPlace(10 ** power) - line.x1) / (line.x2 - line.x1);
      expect(line.y1 + share * (line.y2 - line.y1)).toBeCloseTo(place, 6);
    }),
  );
  expect(lineOf(0)).toBeNull();
  expect(bitsPlace(0)).toBeNull();
  expect(clientsPlace(1)).toBe(0);
});
