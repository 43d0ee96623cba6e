/** The answer line by line, wrong answers, and the byte where the protocol changes. */

import { codeOf } from '../../components/lesson/code.ts';
import { ofText } from '../../components/lesson/value.ts';
import readHead from './read_head.py?raw';
import { keyOf } from './request-steps.ts';
import { all, endOf, marked, none, reached, type View } from './scene.ts';
import { type LessonStep, lineDetail, outcome, type Stuff, sectionOf, socketDetail, step } from './steps.ts';
import { answering, type Exchange, lineText, staleAccept } from './wire.ts';

export function answerSteps(stuff: Stuff): (() => LessonStep)[] {
  const { inputs, wire } = stuff;
  const { exchange } = wire;
  const lines = exchange.responseLines;

  const at = (id: string): View => ({
    request: all,
    response: reached(lines, id),
    event: 'response',
    detail: lineDetail(lines, exchange.response, id, 'server-bytes'),
  });
  const wrong = (changed: Exchange, id: string): View => ({
    exchange: changed,
    request: marked([], 'done'),
    response: marked([id], 'wrong'),
    whatIf: 'response',
    ...endOf(changed),
    detail: outcome(changed, 'with-line'),
  });

  return [
    () =>
      step(
        stuff,
        'wait',
        { sent: exchange.request.length },
        {
          request: all,
          response: none,
          event: 'request',
          detail: socketDetail(inputs.host, exchange.request.length, 0, 'speaks-http'),
        },
        ['RFC 6455 §4.1'],
      ),
    () =>
      step(stuff, 'status-line', { status: ofText(lineText(lines, 'start-line'), 'control') }, at('start-line'), [
        'RFC 6455 §4.2.2',
        'RFC 7231 §6.2.2',
      ]),
    () => {
      const view = at('connection');
      const both = (id: string) => id === 'upgrade' || id === 'connection';
      return step(
        stuff,
        'response-upgrade',
        {},
        {
          ...view,
          response: (line, index) => (both(line.id) ? 'current' : reached(lines, 'connection')(line, index)),
        },
        ['RFC 6455 §4.2.2', 'RFC 6455 §4.1'],
      );
    },
    () =>
      step(
        stuff,
        'accept',
        { key: ofText(keyOf(exchange), 'key'), accept: ofText(acceptOf(exchange), 'key') },
        at('sec-websocket-accept'),
        ['RFC 6455 §4.2.2', 'RFC 6455 §1.3'],
        { onward: { lesson: 'sha1-handshake', step: null, inputs: {} } },
      ),
    () => {
      const changed = staleAccept(wire, inputs.nonce);
      return step(
        stuff,
        'accept-wrong',
        { found: ofText(acceptOf(changed), 'key'), accept: ofText(acceptOf(exchange), 'key') },
        wrong(changed, 'sec-websocket-accept'),
        [sectionOf(changed)],
      );
    },
    ...protocolSteps(stuff, at, wrong),
    () => {
      const blank = lines.at(-1)?.id ?? '';
      const detail = socketDetail(inputs.host, exchange.request.length, exchange.response.length, 'speaks-websocket');
      return step(
        stuff,
        'switch',
        { received: exchange.response.length },
        { ...at(blank), request: all, detail },
        ['RFC 6455 §4.1', 'RFC 7230 §6.7'],
        { code: codeOf(readHead, 'return got[:n], got[n:]') },
      );
    },
  ];
}

const PROTOCOL = 'sec-websocket-protocol';

function protocolSteps(
  stuff: Stuff,
  at: (id: string) => View,
  wrong: (changed: Exchange, id: string) => View,
): (() => LessonStep)[] {
  const { wire } = stuff;
  const { names, exchange } = wire;
  const lines = exchange.responseLines;
  const [chosen] = names;
  if (chosen === undefined) return [];
  const all = names.join(', ');
  const ask = {
    kind: 'choice',
    options: [
      { id: 'all', value: ofText(all, 'payload'), right: false },
      { id: 'one', value: ofText(chosen, 'payload'), right: true },
      { id: 'other', value: ofText('json', 'payload'), right: false },
    ],
  } as const;
  const answer = () =>
    step(stuff, 'protocol-answer', { chosen: ofText(chosen, 'payload') }, at(PROTOCOL), ['RFC 6455 §4.2.2']);
  // With a single name, the list and the choice look the same: there is nothing to ask.
  if (names.length < 2) return [answer];
  return [
    () => {
      const view = at('sec-websocket-accept');
      const before = reached(lines, 'sec-websocket-accept');
      return step(
        stuff,
        'protocol-choice',
        { names: ofText(all, 'payload') },
        {
          ...view,
          request: marked([PROTOCOL], 'current'),
          response: (line, index) =>
            line.id === PROTOCOL ? 'hidden' : before(line, index) === 'empty' ? 'empty' : 'done',
          detail: lineDetail(exchange.requestLines, exchange.request, PROTOCOL),
        },
        ['RFC 6455 §4.2.2'],
        { ask },
      );
    },
    answer,
    () => {
      const line = `Sec-WebSocket-Protocol: ${all}`;
      const changed = answering(wire, PROTOCOL, line);
      return step(stuff, 'protocol-list', { line: ofText(line) }, wrong(changed, PROTOCOL), [sectionOf(changed)]);
    },
  ];
}

function acceptOf({ responseReading }: Exchange): string {
  return responseReading.proof.kind === 'sha1' ? (responseReading.proof.accept ?? '') : '';
}
