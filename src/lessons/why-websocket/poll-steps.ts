/** What the web had, and the two ways of asking again. */

import { codeOf } from '../../components/lesson/code.ts';
import { ofWords, type Value } from '../../components/lesson/value.ts';
import { axisOf } from './axis.ts';
import { ofTime } from './format.ts';
import long from './long.py?raw';
import short from './short.py?raw';
import { type LessonStep, step } from './steps.ts';
import { HOLD, once, otherRuns, runOf, sendTimes, type Work } from './work.ts';

export function hadSteps(work: Work): (() => LessonStep)[] {
  const { setup, runs } = work;
  const first = axisOf(work, { lanes: { short: 'current' }, limit: 1 });
  const fetched = runs.short.delivery.exchanges[0]?.transits[1]?.carries.length ?? 0;
  return [
    () => step('start', { events: setup.events.length }, axisOf(work, { lanes: {} }), ['RFC 6202 §1']),
    () =>
      step(
        'exchange',
        { delay: ofTime(setup.delay), round: ofTime(2 * setup.delay), missed: setup.events.length - fetched },
        first,
        ['RFC 9110 §3.3'],
      ),
  ];
}

/** From one poll to the next. */
export function periodOf({ setup }: Work): number {
  return Math.max(setup.interval, 2 * setup.delay);
}

/** A delay that is known once something has come. */
export function ofDelay(ms: number | null): Value {
  return ms === null ? ofWords('–') : ofTime(ms);
}

const SHORT = ['RFC 6202 §1'] as const;

export function shortSteps(work: Work): (() => LessonStep)[] {
  const { setup, runs } = work;
  const { end } = runs.short;
  const period = periodOf(work);
  const interval = ofTime(setup.interval);
  const delay = ofTime(setup.delay);
  const lanes = { short: 'current' } as const;
  return [
    () =>
      step('short', { interval, requests: end.requests, events: setup.events.length }, axisOf(work, { lanes }), SHORT, {
        code: codeOf(short, 'while True:', 'sleep(interval)'),
      }),
    () =>
      step('short-ask', { interval, delay }, axisOf(work, { lanes, hidden: ['mean', 'worst'] }), SHORT, {
        ask: {
          kind: 'choice',
          options: [
            { id: 'transit', value: ofTime(setup.delay), right: false },
            { id: 'half', value: ofTime(period / 2 + setup.delay), right: true },
            { id: 'whole', value: ofTime(period + setup.delay), right: false },
          ],
        },
      }),
    () =>
      step(
        'short-delay',
        {
          expected: ofTime(period / 2 + setup.delay),
          half: ofTime(period / 2),
          delay,
          mean: ofDelay(end.meanDelay),
          worst: ofDelay(end.worstDelay),
        },
        axisOf(work, { lanes, lit: ['mean', 'worst'] }),
        SHORT,
      ),
    () => {
      const twice = runOf('short', { ...setup, interval: setup.interval / 2 }).end;
      const values = {
        empty: end.empty,
        requests: end.requests,
        interval,
        emptyHalf: twice.empty,
        requestsHalf: twice.requests,
      };
      return step('short-empty', values, axisOf(work, { lanes, lit: ['requests', 'empty'] }), SHORT);
    },
  ];
}

const LONG = { short: 'faint', long: 'current' } as const;

/** Shorter than a real one, so that the axis shows it. */
const SHORT_HOLD = 2000;

export function longSteps(work: Work): (() => LessonStep)[] {
  const { setup, runs } = work;
  const { end } = runs.long;
  const delay = ofTime(setup.delay);
  return [
    () =>
      step(
        'long',
        { requests: end.requests, mean: ofDelay(end.meanDelay), delay },
        axisOf(work, { lanes: LONG, lit: ['mean', 'held'] }),
        ['RFC 6202 §2.1'],
        { code: codeOf(long, '# the server waits') },
      ),
    () =>
      step('long-ask', { delay }, axisOf(work, { lanes: LONG, hidden: ['mean', 'worst'] }), ['RFC 6202 §2.2'], {
        ask: { kind: 'number', right: 3 },
      }),
    () => worstStep(work),
    () => {
      const quiet = otherRuns(work, 'quiet', { events: [], hold: SHORT_HOLD });
      const { requests, empty } = quiet.long.end;
      const values = { hold: ofTime(SHORT_HOLD), requests, empty };
      const scene = axisOf(work, {
        lanes: LONG,
        runs: quiet,
        lit: ['empty', 'held'],
        note: { label: 'note-hold', values: { hold: SHORT_HOLD / 1000, real: HOLD / 1000 } },
      });
      return step('long-timeout', values, scene, ['RFC 6202 §5.5']);
    },
    () => {
      const messages = sendTimes(work.inputs);
      const own = otherRuns(work, 'sends', { messages });
      const { requests } = own.long.end;
      const values = { sends: messages.length, requests, extra: requests - end.requests };
      const scene = axisOf(work, {
        lanes: LONG,
        runs: own,
        inputs: ['events', 'sends', 'interval', 'delay'],
        lit: ['requests'],
      });
      return step('long-up', values, scene, ['RFC 6202 §2.1', 'RFC 6202 §5.1']);
    },
  ];
}

/** One event, and another just after its answer has left. Where the network takes no time, it takes some here. */
function worstStep(work: Work): LessonStep {
  const delay = work.setup.delay === 0 ? 200 : work.setup.delay;
  const [one, two] = [2 * delay, 2 * delay + 1];
  const setup = { ...work.setup, delay, duration: 6 * delay, events: [one, two], hold: HOLD };
  const run = once(work, 'worst', () => runOf('long', setup));
  const worst = run.end.worstDelay ?? 0;
  const mark = (i: number) =>
    ({ from: (1 + i) * delay, to: (2 + i) * delay, name: { label: 'transit', values: { number: i } } }) as const;
  const scene = axisOf(work, {
    lanes: { long: 'current' },
    runs: { long: run },
    alone: true,
    inputs: ['delay'],
    lit: ['worst'],
    marks: [mark(1), mark(2), mark(3)],
    note: { label: 'note-zoom' },
  });
  return step('long-worst', { worst: ofTime(worst), transits: 3 }, scene, ['RFC 6202 §2.2']);
}
