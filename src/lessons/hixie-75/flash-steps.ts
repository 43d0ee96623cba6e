/** Why Flash, its policy, and the request. */

import { byteCells } from '../../components/http/head.ts';
import { codeOf } from '../../components/lesson/code.ts';
import { ofByte, ofText } from '../../components/lesson/value.ts';
import policy from './policy.py?raw';
import { all, none, policySheet, reached, replySheet, requestSheet, type View } from './scene.ts';
import { type LessonStep, linesDetail, type Stuff, step } from './steps.ts';

export function flashSteps(stuff: Stuff): (() => LessonStep)[] {
  const { wire } = stuff;
  const { policyRequest, policyAnswer, port, policyDomain } = wire;
  const empty: Omit<View, 'detail'> = {
    request: requestSheet(wire, none),
    response: replySheet(wire.right, none),
    event: null,
  };
  const asked = policySheet(policyRequest, 'policy-ask', 'current');
  const answered = policySheet(policyAnswer, 'policy-reply', 'current');
  const speaks = {
    caption: 'who-speaks',
    facts: [
      { name: 'fact-built-in', label: 'built-in' },
      { name: 'fact-others', label: 'by-flash' },
      { name: 'fact-wire', label: 'same-bytes' },
    ],
  } as const;
  const two = {
    caption: 'two-connections',
    facts: [
      { name: 'fact-policy-port', label: 'policy-only' },
      { name: 'fact-ws-port', label: 'websocket-only' },
    ],
  } as const;

  return [
    () => step(stuff, 'start', {}, { ...empty, detail: speaks }, ['draft-hixie-75']),
    () => step(stuff, 'why-flash', {}, { ...empty, detail: speaks }, []),
    () =>
      step(
        stuff,
        'policy-request',
        { length: policyRequest.length },
        {
          request: asked,
          response: policySheet(policyAnswer, 'policy-reply', 'empty'),
          event: 'policy-ask',
          detail: {
            caption: 'policy-bytes',
            values: { count: policyRequest.length },
            rows: [
              {
                cells: byteCells(policyRequest, { start: 0, end: policyRequest.length }, (offset) =>
                  offset === policyRequest.length - 1 ? { state: 'current', role: 'length' } : { role: 'payload' },
                ),
              },
            ],
          },
        },
        [],
      ),
    () =>
      step(
        stuff,
        'policy-answer',
        { domain: ofText(policyDomain, 'payload'), port, length: policyAnswer.length },
        {
          request: policySheet(policyRequest, 'policy-ask', 'done'),
          response: answered,
          event: 'policy-reply',
          detail: {
            caption: 'policy-bytes',
            values: { count: policyAnswer.length },
            rows: [
              {
                cells: byteCells(
                  policyAnswer,
                  { start: 0, end: policyAnswer.length },
                  (offset) =>
                    offset === policyAnswer.length - 1 ? { state: 'current', role: 'length' } : { role: 'payload' },
                  36,
                ),
              },
            ],
          },
        },
        [],
        {
          ask: {
            kind: 'choice',
            options: [
              { id: 'get', value: null, right: false },
              { id: 'close', value: null, right: true },
              { id: 'frame', value: null, right: false },
            ],
          },
        },
      ),
    () =>
      step(
        stuff,
        'policy-closed',
        { port },
        {
          request: requestSheet(wire, none),
          response: replySheet(wire.right, none),
          event: 'open',
          also: ['policy-closed'],
          detail: two,
        },
        [],
      ),
    () => {
      const shown = 22;
      const row = (bytes: Uint8Array, prefix: string) =>
        byteCells(bytes, { start: 0, end: shown }, (offset) => (offset === 0 ? { state: 'current' } : {})).map(
          ({ caption: _, ...cell }) => ({ ...cell, id: prefix + cell.id }),
        );
      return step(
        stuff,
        'policy-fallback',
        { port, first: ofByte(policyRequest[0] ?? 0) },
        {
          request: asked,
          response: answered,
          event: 'policy-reply',
          also: ['policy-open', 'policy-ask'],
          policyPort: port,
          detail: {
            caption: 'first-bytes',
            rows: [
              { name: 'row-browser', cells: row(wire.request, 'r') },
              { name: 'row-flash', cells: row(policyRequest, 'p') },
            ],
          },
        },
        [],
        { code: codeOf(policy, 'if data.startswith(ASKED):', 'return POLICY') },
      );
    },
  ];
}

export function requestSteps(stuff: Stuff): (() => LessonStep)[] {
  const { inputs, wire } = stuff;
  const at = (...ids: string[]): View => ({
    request: requestSheet(wire, reached(wire.requestLines, ids)),
    response: replySheet(wire.right, none),
    event: 'request',
    detail: linesDetail(wire, 'request', ids),
  });
  return [
    () =>
      step(stuff, 'request-line', { path: ofText(inputs.path, 'payload') }, at('start-line'), ['draft-hixie-75 §4.1']),
    () => step(stuff, 'request-upgrade', {}, at('upgrade', 'connection'), ['draft-hixie-75 §4.1']),
    () =>
      step(stuff, 'request-names', { host: ofText(inputs.host), origin: ofText(inputs.origin) }, at('host', 'origin'), [
        'draft-hixie-75 §4.1',
      ]),
    () =>
      step(
        stuff,
        'request-lacks',
        { length: wire.request.length },
        {
          request: requestSheet(wire, all),
          response: replySheet(wire.right, none),
          event: 'request',
          detail: {
            caption: 'what-lacks',
            facts: [
              { name: 'fact-key', label: 'not-there' },
              { name: 'fact-version', label: 'not-there' },
              { name: 'fact-random', text: '0' },
            ],
          },
        },
        ['draft-hixie-75 §4.1', 'RFC 6455 §4.1'],
      ),
  ];
}
