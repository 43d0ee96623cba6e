/** Other answers than 101, and how little of them the page is told. */

import { codeOf } from '../../components/lesson/code.ts';
import type { Code } from '../../components/lesson/lesson.ts';
import { ofText } from '../../components/lesson/value.ts';
import refuse from './refuse.py?raw';
import { versionsOf } from './request-steps.ts';
import { type Look, marked, none, type View } from './scene.ts';
import { answerOf, type LessonStep, lineDetail, outcome, type Stuff, sectionOf, step } from './steps.ts';
import { asking, type Exchange, lineText, shortKey, stranger } from './wire.ts';

const CODE = {
  key: codeOf(refuse, 'if len(key) != 24:', 'return 400'),
  version: codeOf(refuse, "if version != '13':", 'return 426'),
  origin: codeOf(refuse, 'if origin not in ALLOWED:', 'return 403'),
} satisfies Record<string, Code>;

const VERSION_LINE = 'Sec-WebSocket-Version: 14';
/** What an endpoint reports where the connection ended without a Close (RFC 6455 §7.1.5). */
const ABNORMAL = 1006;

export function refusalSteps(stuff: Stuff): (() => LessonStep)[] {
  const { inputs, wire } = stuff;
  const refused = (changed: Exchange, id: string): View => ({
    exchange: changed,
    request: marked([id], 'wrong'),
    response: marked(['start-line', 'sec-websocket-version'], 'current', 'done'),
    whatIf: 'request',
    event: 'echo',
    also: ['response', 'frame'],
    detail: outcome(changed, 'with-line'),
  });
  const otherVersion = () => asking(wire, 'sec-websocket-version', VERSION_LINE);
  const pageDetail = (changed: Exchange, told: boolean): Look => ({
    caption: 'page-state',
    facts: [
      { name: 'fact-wire', text: lineText(changed.responseLines, 'start-line') },
      { name: 'fact-events', ...(told ? { label: 'events-page' as const } : { text: '?' }) },
      { name: 'fact-code', ...(told ? { text: String(ABNORMAL) } : { text: '?' }) },
      { name: 'fact-reason', ...(told ? { label: 'reason-empty' as const } : { text: '?' }) },
    ],
  });

  return [
    () => {
      const changed = shortKey(wire, inputs.nonce);
      const line = lineText(changed.requestLines, 'sec-websocket-key');
      return step(
        stuff,
        'refusal-400',
        { line: ofText(line), answer: answerOf(changed) },
        refused(changed, 'sec-websocket-key'),
        [sectionOf(changed), 'RFC 6455 §4.2.2'],
        { code: CODE.key },
      );
    },
    () => {
      const changed = otherVersion();
      return step(
        stuff,
        'version-choice',
        { line: ofText(VERSION_LINE) },
        {
          // Whatever is still to come must not give the answer away.
          requestLines: changed.requestLines,
          request: marked(['sec-websocket-version'], 'current'),
          response: none,
          whatIf: 'request',
          event: 'request',
          detail: lineDetail(changed.requestLines, changed.request, 'sec-websocket-version'),
        },
        ['RFC 6455 §4.1'],
        {
          ask: {
            kind: 'choice',
            options: [
              { id: 'switch', value: ofText('101 Switching Protocols', 'control'), right: false },
              { id: 'http', value: ofText('505 HTTP Version Not Supported', 'control'), right: false },
              { id: 'upgrade', value: ofText('426 Upgrade Required', 'control'), right: true },
            ],
          },
        },
      );
    },
    () => {
      const changed = otherVersion();
      return step(
        stuff,
        'refusal-426',
        { answer: answerOf(changed), versions: versionsOf(changed) },
        refused(changed, 'sec-websocket-version'),
        ['RFC 6455 §4.2.2', 'RFC 6455 §4.4'],
        { code: CODE.version },
      );
    },
    () => {
      const changed = stranger(wire);
      return step(
        stuff,
        'refusal-403',
        {
          line: ofText(lineText(changed.requestLines, 'origin')),
          answer: answerOf(changed),
          origin: ofText(inputs.origin),
        },
        {
          ...refused(changed, 'origin'),
          detail: { caption: 'with-line', verdict: { kind: 'info', label: 'origin-refused' } },
        },
        ['RFC 6455 §4.2.2', 'RFC 6455 §10.2'],
        { code: CODE.origin },
      );
    },
    () => {
      const changed = stranger(wire);
      return step(
        stuff,
        'page-choice',
        {},
        { ...refused(changed, 'origin'), detail: pageDetail(changed, false) },
        ['RFC 6455 §7.1.5'],
        {
          ask: {
            kind: 'choice',
            options: [
              { id: 'status', value: null, right: false },
              { id: 'nothing', value: null, right: true },
              { id: 'body', value: null, right: false },
            ],
          },
        },
      );
    },
    () => {
      const changed = stranger(wire);
      return step(
        stuff,
        'page',
        { code: ABNORMAL },
        { ...refused(changed, 'origin'), detail: pageDetail(changed, true) },
        ['RFC 6455 §7.1.5', 'RFC 6455 §7.4.1'],
      );
    },
    () =>
      step(
        stuff,
        'summary',
        {},
        {
          request: marked([], 'done', 'done'),
          response: marked([], 'done', 'done'),
          event: 'echo',
          also: ['request', 'response', 'frame'],
          detail: {
            caption: 'before-after',
            facts: [
              { name: 'fact-same', label: 'same-things' },
              { name: 'fact-new', label: 'new-things' },
            ],
          },
        },
        ['RFC 6455 §1.7'],
        { onward: { lesson: 'hixie-75', step: null, inputs: {} } },
      ),
  ];
}
