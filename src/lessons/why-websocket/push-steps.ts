/** The server sends by itself: streaming, WebSocket, and all four on one axis. */

import { codeOf } from '../../components/lesson/code.ts';
import { eventTimes } from '../../protocol/delivery/events.ts';
import { headerSize, minimalForm } from '../../protocol/frame/length.ts';
import { axisOf } from './axis.ts';
import { ofTime } from './format.ts';
import { DURATION } from './inputs.ts';
import { ofDelay } from './poll-steps.ts';
import socketCode from './socket.py?raw';
import { choice, type LessonStep, step } from './steps.ts';
import streamCode from './stream.py?raw';
import { otherRuns, sendTimes, type Work } from './work.ts';

const STREAM = { short: 'faint', long: 'faint', stream: 'current' } as const;
const SOCKET = { short: 'faint', long: 'faint', stream: 'faint', websocket: 'current' } as const;
const ALL = { short: 'done', long: 'done', stream: 'done', websocket: 'current' } as const;

export function streamSteps(work: Work): (() => LessonStep)[] {
  const { runs } = work;
  const { end } = runs.stream;
  return [
    () =>
      step(
        'stream',
        { parts: end.frames, requests: end.requests, mean: ofDelay(end.meanDelay) },
        axisOf(work, { lanes: STREAM, lit: ['requests', 'mean'] }),
        ['RFC 6202 §3.1', 'HTML Standard, 9.2'],
        { code: codeOf(streamCode, 'for line in urlopen(url):') },
      ),
    () => {
      const own = otherRuns(work, 'sends', { messages: sendTimes(work.inputs) });
      const scene = axisOf(work, {
        lanes: STREAM,
        runs: own,
        inputs: ['events', 'sends', 'interval', 'delay'],
        lit: ['requests'],
      });
      const values = { sends: own.stream.setup.messages.length, requests: own.stream.end.requests };
      return step('stream-up', values, scene, ['RFC 6202 §3.2']);
    },
  ];
}

export function socketSteps(work: Work): (() => LessonStep)[] {
  const { runs, size } = work;
  const header = headerSize(minimalForm(size), false);
  const [request, answer] = runs.short.delivery.exchanges[0]?.transits ?? [];
  const exchange = (request?.bytes.head ?? 0) + (answer?.bytes.head ?? 0);
  return [
    () =>
      step(
        'socket-ask',
        { size, exchange },
        axisOf(work, { lanes: { short: 'faint', long: 'faint', stream: 'faint' } }),
        ['RFC 6455 §5.2'],
        { ask: { kind: 'number', right: header } },
      ),
    () => {
      const { end } = runs.websocket;
      const scene = axisOf(work, { lanes: SOCKET, lit: ['requests', 'down', 'mean'] });
      const values = { frames: end.frames, header, size, requests: end.requests };
      return step('socket', values, scene, ['RFC 6455 §1.2', 'RFC 6455 §5.2'], {
        code: codeOf(socketCode, 'async for text in ws:'),
      });
    },
    () => {
      const own = otherRuns(work, 'sends', { messages: sendTimes(work.inputs) });
      const scene = axisOf(work, {
        lanes: SOCKET,
        runs: own,
        inputs: ['events', 'sends', 'interval', 'delay'],
        lit: ['requests', 'up'],
      });
      const values = {
        frames: own.websocket.end.frames,
        sends: own.websocket.setup.messages.length,
        header: headerSize(minimalForm(size), true),
        mask: 4,
      };
      return step('duplex', values, scene, ['RFC 6455 §1.1', 'RFC 6455 §5.1'], {
        code: codeOf(socketCode, "await ws.send('hello')"),
      });
    },
  ];
}

/** For everybody the same, so that there is one answer. */
const BUSY = { events: 100, interval: 2000, delay: 100 };

export function togetherSteps(work: Work): (() => LessonStep)[] {
  const { runs, inputs } = work;
  return [
    () =>
      step(
        'together',
        {
          short: ofDelay(runs.short.end.meanDelay),
          long: ofDelay(runs.long.end.meanDelay),
          stream: ofDelay(runs.stream.end.meanDelay),
          socket: ofDelay(runs.websocket.end.meanDelay),
        },
        axisOf(work, { lanes: ALL, inputs: ['events', 'interval', 'delay', 'heads', 'http', 'packets'] }),
        ['RFC 6202 §2.2', 'RFC 6455 §1.1'],
      ),
    () =>
      step(
        'busy-ask',
        { interval: ofTime(BUSY.interval), delay: ofTime(BUSY.delay), events: BUSY.events },
        axisOf(work, { lanes: ALL, hidden: ['requests'] }),
        ['RFC 6202 §2.2'],
        choice('long', 'short', 'long', 'stream', 'websocket'),
      ),
    () => {
      const { events, ...rest } = BUSY;
      const busy = otherRuns(work, 'busy', { ...rest, events: eventTimes(inputs.seed, events, DURATION) });
      const values = {
        long: busy.long.end.requests,
        short: busy.short.end.requests,
        worst: ofDelay(busy.long.end.worstDelay),
      };
      const scene = axisOf(work, {
        lanes: { ...ALL, websocket: 'done', long: 'current' },
        runs: busy,
        lit: ['requests'],
        note: { label: 'note-busy', values: { events, interval: BUSY.interval / 1000, delay: BUSY.delay } },
      });
      return step('busy', values, scene, ['RFC 6202 §2.2']);
    },
  ];
}
