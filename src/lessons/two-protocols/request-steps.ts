/** TCP, and the request line by line: what each is for, and what the engine says when it is not there. */

import { portOf } from '../../components/http/fields.ts';
import { codeOf } from '../../components/lesson/code.ts';
import type { Code } from '../../components/lesson/lesson.ts';
import { ofBytes, ofText, type Value } from '../../components/lesson/value.ts';
import { headersOf } from '../../protocol/handshake/checks.ts';
import readHead from './read_head.py?raw';
import request from './request.py?raw';
import { all, endOf, marked, none, reached, type View } from './scene.ts';
import {
  answerOf,
  cellsOf,
  type LessonStep,
  lineDetail,
  outcome,
  type Stuff,
  sectionOf,
  socketDetail,
  step,
} from './steps.ts';
import { asking, type Exchange, lacking } from './wire.ts';

const CODE = {
  first: codeOf(request, 'GET {path} HTTP/1.1'),
  ends: codeOf(request, String.raw`'''.replace('\n', '\r\n')`),
  host: codeOf(request, 'Host: {host}'),
  upgrade: codeOf(request, 'Upgrade: websocket'),
  connection: codeOf(request, 'Connection: Upgrade'),
  key: codeOf(request, 'Sec-WebSocket-Key: {key}'),
  origin: codeOf(request, 'Origin: {origin}'),
  version: codeOf(request, 'Sec-WebSocket-Version: 13'),
  until: codeOf(readHead, 'while END not in got:'),
} satisfies Record<string, Code>;

const CONNECTION_LIST = 'Connection: keep-alive, Upgrade';

export function openingSteps(stuff: Stuff): (() => LessonStep)[] {
  const { host } = stuff.inputs;
  const port = portOf(host);
  const view = { request: none, response: none };
  return [
    () =>
      step(
        stuff,
        'start',
        { host: ofText(host) },
        { ...view, event: null, detail: socketDetail(host, 0, 0, 'speaks-none') },
        ['RFC 6455 §1.2'],
      ),
    () =>
      step(
        stuff,
        'tcp',
        { host: ofText(host), port },
        { ...view, event: 'ack', also: ['syn', 'syn-ack'], detail: socketDetail(host, 0, 0, 'speaks-tcp') },
        ['RFC 6455 §4.1'],
      ),
  ];
}

export function requestSteps(stuff: Stuff): (() => LessonStep)[] {
  const { inputs, wire } = stuff;
  const { exchange, names } = wire;
  const lines = exchange.requestLines;

  /** A line as it is sent. */
  const at = (id: string): View => ({
    request: reached(lines, id),
    response: none,
    event: 'request',
    detail: lineDetail(lines, exchange.request, id),
  });
  /** All the request but this line, and what the server answers to that. */
  const missing = (id: string): { changed: Exchange; view: View } => {
    const changed = lacking(wire, id);
    const detail = outcome(changed, 'without-line');
    return { changed, view: { ...without(id), ...endOf(changed), exchange: changed, detail } };
  };
  const without = (id: string): Omit<View, 'detail'> => ({
    requestLines: lines,
    request: marked([id], 'wrong'),
    response: all,
    whatIf: 'request',
    event: null,
  });
  const absent = (
    text: 'host-without' | 'upgrade-without' | 'connection-without' | 'key-without',
    id: string,
  ): LessonStep => {
    const { changed, view } = missing(id);
    return step(stuff, text, { answer: answerOf(changed) }, view, [sectionOf(changed)]);
  };

  const steps: (() => LessonStep)[] = [
    () =>
      step(
        stuff,
        'request-line',
        { path: ofText(inputs.path, 'payload') },
        at('start-line'),
        ['RFC 6455 §4.1', 'RFC 7230 §3.1.1'],
        { code: CODE.first },
      ),
    () => {
      const view = at('start-line');
      const cells = cellsOf(view.detail).map((cell, index, row) =>
        index < row.length - 2 ? { ...cell, state: 'faint' as const } : { ...cell, state: 'current' as const },
      );
      const groups = [{ first: cells.length - 2, count: 2, label: 'group-line-end', role: 'length' }] as const;
      const length = lines[0]?.end ?? 0;
      return step(
        stuff,
        'line-end',
        { length },
        { ...view, detail: { ...view.detail, rows: [{ cells, groups }] } },
        ['RFC 7230 §3'],
        { code: CODE.ends },
      );
    },
    () => step(stuff, 'host', { host: ofText(inputs.host) }, at('host'), ['RFC 7230 §5.4'], { code: CODE.host }),
    () => absent('host-without', 'host'),
    () => step(stuff, 'upgrade', {}, at('upgrade'), ['RFC 6455 §4.1', 'RFC 7230 §6.7'], { code: CODE.upgrade }),
    () => absent('upgrade-without', 'upgrade'),
    () => step(stuff, 'connection', {}, at('connection'), ['RFC 7230 §6.1'], { code: CODE.connection }),
    () => {
      const changed = asking(wire, 'connection', CONNECTION_LIST);
      return step(
        stuff,
        'connection-list',
        { line: ofText(CONNECTION_LIST), answer: answerOf(changed) },
        {
          exchange: changed,
          request: marked(['connection'], 'current'),
          response: all,
          whatIf: 'request',
          event: 'response',
          detail: outcome(changed, 'with-line'),
        },
        ['RFC 6455 §4.2.1'],
      );
    },
    () => absent('connection-without', 'connection'),
    () =>
      step(
        stuff,
        'key',
        { key: ofText(keyOf(exchange), 'key'), nonce: ofBytes(inputs.nonce, 'key') },
        at('sec-websocket-key'),
        ['RFC 6455 §4.1', 'RFC 6455 §1.6'],
        { code: CODE.key },
      ),
    () => absent('key-without', 'sec-websocket-key'),
    () =>
      step(stuff, 'origin', { origin: ofText(inputs.origin) }, at('origin'), ['RFC 6455 §4.1', 'RFC 6455 §10.2'], {
        code: CODE.origin,
        ask: {
          kind: 'choice',
          options: [
            { id: 'refuse', value: null, right: false },
            { id: 'guess', value: null, right: false },
            { id: 'accept', value: null, right: true },
          ],
        },
      }),
    () => {
      const { changed, view } = missing('origin');
      return step(stuff, 'origin-without', { answer: answerOf(changed) }, view, ['RFC 6455 §4.1', 'RFC 6455 §10.1']);
    },
    () => step(stuff, 'version', {}, at('sec-websocket-version'), ['RFC 6455 §4.1'], { code: CODE.version }),
    () => {
      const { changed, view } = missing('sec-websocket-version');
      return step(stuff, 'version-without', { answer: answerOf(changed), versions: versionsOf(changed) }, view, [
        sectionOf(changed),
        'RFC 6455 §4.4',
      ]);
    },
  ];
  if (names.length > 0) {
    steps.push(
      () =>
        step(stuff, 'protocol', { names: ofText(names.join(', '), 'payload') }, at('sec-websocket-protocol'), [
          'RFC 6455 §1.9',
          'RFC 6455 §4.1',
        ]),
      () => {
        const { changed, view } = missing('sec-websocket-protocol');
        return step(stuff, 'protocol-without', { answer: answerOf(changed) }, view, ['RFC 6455 §4.1']);
      },
    );
  }
  return [...steps, ...endSteps(stuff)];
}

function endSteps(stuff: Stuff): (() => LessonStep)[] {
  const { exchange } = stuff.wire;
  const lines = exchange.requestLines;
  const last = lines.at(-2)?.id ?? '';
  return [
    () =>
      step(
        stuff,
        'head-end',
        { lines: lines.length - 1 },
        {
          request: (line, index) => (line.id === 'blank-line' ? 'hidden' : reached(lines, last)(line, index)),
          response: none,
          event: 'request',
          detail: lineDetail(lines, exchange.request, last),
        },
        ['RFC 7230 §3'],
        {
          ask: {
            kind: 'choice',
            options: [
              { id: 'count', value: null, right: false },
              { id: 'blank', value: null, right: true },
              { id: 'zero', value: ofBytes(Uint8Array.of(0)), right: false },
              { id: 'close', value: null, right: false },
            ],
          },
        },
      ),
    () => {
      const { end } = lines.at(-1) ?? { end: 0 };
      const from = lines.at(-2) ?? { end: 0, start: 0 };
      const whole = lineDetail(lines, exchange.request, last);
      const tail = cellsOf(lineDetail(lines, exchange.request, 'blank-line'));
      const cells = [...cellsOf(whole), ...tail.map((cell) => ({ ...cell, role: 'length' as const }))];
      const shown = cells.map((cell, index) => ({
        ...cell,
        state: index < cells.length - 4 ? ('faint' as const) : ('current' as const),
      }));
      return step(
        stuff,
        'blank-line',
        { length: end },
        {
          request: reached(lines, 'blank-line'),
          response: none,
          event: 'request',
          detail: { caption: 'line-bytes', values: { first: from.start, last: end - 1 }, rows: [{ cells: shown }] },
        },
        ['RFC 7230 §3'],
        { code: CODE.until },
      );
    },
  ];
}

export function keyOf({ reading }: Exchange): string {
  return reading.proof.kind === 'sha1' ? (reading.proof.key ?? '') : '';
}

/** The versions that a refusal lists. */
export function versionsOf({ responseReading }: Exchange): Value {
  const [header] = headersOf(responseReading.head, 'sec-websocket-version');
  return ofText(header?.value ?? '', 'control');
}
