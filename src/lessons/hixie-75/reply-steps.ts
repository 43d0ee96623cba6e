/** The reply, how it is compared, and why it proves nothing. */

import { withMark } from '../../components/http/head.ts';
import { codeOf } from '../../components/lesson/code.ts';
import { ofByte, ofText, type Value } from '../../components/lesson/value.ts';
import reply from './reply.py?raw';
import { all, faint, marked, none, reached, replySheet, requestSheet, type Sheet, type View } from './scene.ts';
import { comparison, type LessonStep, linesDetail, type Stuff, step } from './steps.ts';
import { type FirstLines, firstDifference, type Reply, replyOf, replyWith } from './wire.ts';

const CITED = ['draft-hixie-75 §4.1'] as const;
const LINES = ['start-line', 'upgrade', 'connection'] as const;
const ECHOES = ['websocket-origin', 'websocket-location'] as const;

export function replySteps(stuff: Stuff): (() => LessonStep)[] {
  const { inputs, wire } = stuff;
  const { right } = wire;
  const at = (...ids: string[]): View => ({
    request: requestSheet(wire, all),
    response: replySheet(right, reached(right.lines, ids)),
    event: 'reply',
    detail: linesDetail(wire, 'reply', ids),
  });
  const [line1, line2, line3] = right.lines.slice(0, 3).map(({ pieces }) => pieces.map(({ text }) => text).join(''));
  const exact: FirstLines = [line1 ?? '', line2 ?? '', line3 ?? ''];
  const doubled = exact[1].replace(': ', ':  ');
  /** A reply that the engine turns down, with the byte marked. */
  const turnedDown = (id: 'space' | 'case' | 'order' | 'phrase', first: FirstLines) => (): LessonStep => {
    const changed = replyWith(wire, first);
    return step(stuff, id, differenceOf(changed, right.bytes), failedView(stuff, changed, 'what-if'), CITED);
  };

  return [
    () =>
      step(stuff, 'reply-first', {}, at('start-line'), CITED, {
        code: codeOf(reply, 'HTTP/1.1 101 Web Socket \\', 'Protocol Handshake'),
      }),
    () =>
      step(stuff, 'reply-rest', {}, at('upgrade', 'connection'), CITED, {
        code: codeOf(reply, 'Upgrade: WebSocket', 'Connection: Upgrade'),
      }),
    () =>
      step(
        stuff,
        'reply-echo',
        { origin: ofText(inputs.origin, 'payload'), location: ofText(wire.location, 'payload') },
        at(...ECHOES),
        CITED,
        {
          code: codeOf(reply, 'WebSocket-Origin: {origin}', 'WebSocket-Location: \\', 'ws://{host}{path}'),
        },
      ),
    () =>
      step(
        stuff,
        'reply-passes',
        { length: wire.compared },
        {
          request: requestSheet(wire, faint),
          response: replySheet(right, marked(LINES, 'current')),
          event: 'reply',
          detail: passed(wire.compared),
        },
        CITED,
      ),
    () => {
      const changed = replyWith(wire, [exact[0], doubled, exact[2]]);
      return step(
        stuff,
        'space-choice',
        { line: ofText(doubled) },
        {
          request: requestSheet(wire, faint),
          response: replySheet(changed, marked(['upgrade'], 'current', 'done'), 'what-if'),
          event: 'reply',
          detail: {
            caption: 'does-it-pass',
            facts: [{ name: 'fact-line2', text: doubled.replaceAll(' ', '␣') }],
          },
        },
        CITED,
        {
          ask: {
            kind: 'choice',
            options: [
              { id: 'trims', value: null, right: false },
              { id: 'fails', value: null, right: true },
              { id: 'warns', value: null, right: false },
            ],
          },
        },
      );
    },
    turnedDown('space', [exact[0], doubled, exact[2]]),
    turnedDown('case', [exact[0], exact[1].toLowerCase().replace('upgrade', 'Upgrade'), exact[2]]),
    turnedDown('order', [exact[0], exact[2], exact[1]]),
    turnedDown('phrase', [exact[0].replace('Web Socket', 'WebSocket'), exact[1], exact[2]]),
    ...ownSteps(stuff),
  ];
}

function ownSteps(stuff: Stuff): (() => LessonStep)[] {
  const { inputs, wire } = stuff;
  const { own, right } = wire;
  const { passes } = own;
  const { line1, line2, line3 } = inputs;
  return [
    () =>
      step(
        stuff,
        'own-choice',
        { line1: ofText(line1), line2: ofText(line2), line3: ofText(line3) },
        {
          request: requestSheet(wire, faint),
          response: replySheet(own, marked(LINES, 'current', 'done'), 'own-reply'),
          event: 'reply',
          detail: {
            caption: 'does-it-pass',
            facts: [
              { name: 'fact-line1', text: line1.replaceAll(' ', '␣') },
              { name: 'fact-line2', text: line2.replaceAll(' ', '␣') },
              { name: 'fact-line3', text: line3.replaceAll(' ', '␣') },
            ],
          },
        },
        CITED,
        {
          ask: {
            kind: 'choice',
            options: [
              { id: 'yes', value: null, right: passes },
              { id: 'no', value: null, right: !passes },
            ],
          },
        },
      ),
    () => {
      if (!passes) {
        const made = step(
          stuff,
          'own-fails',
          differenceOf(own, right.bytes),
          failedView(stuff, own, 'own-reply'),
          CITED,
        );
        return { ...made, id: 'own' };
      }
      const view: View = {
        request: requestSheet(wire, faint),
        response: replySheet(own, marked(LINES, 'current'), 'own-reply'),
        event: 'frame',
        also: ['reply'],
        detail: passed(wire.compared),
      };
      return { ...step(stuff, 'own-passes', { length: wire.compared }, view, CITED), id: 'own' };
    },
  ];
}

export function proofSteps(stuff: Stuff): (() => LessonStep)[] {
  const { wire } = stuff;
  const { right, request, reading } = wire;
  const copied = right.lines
    .filter(({ id }) => (ECHOES as readonly string[]).includes(id))
    .reduce((sum, { pieces }) => sum + (pieces.at(-1)?.text.length ?? 0), 0);
  const fixed = right.bytes.length - copied;
  return [
    () =>
      step(
        stuff,
        'copied',
        { copied, fixed },
        {
          request: requestSheet(wire, marked(['start-line', 'host', 'origin'], 'current', 'faint')),
          response: replySheet(right, marked(ECHOES, 'current', 'faint')),
          event: 'reply',
          also: ['request'],
          detail: {
            caption: 'where-from',
            facts: [
              { name: 'fact-fixed', label: 'bytes', values: { count: fixed } },
              { name: 'fact-copied', label: 'bytes', values: { count: copied } },
              { name: 'fact-unforeseen', label: 'bytes', values: { count: 0 } },
            ],
          },
        },
        CITED,
      ),
    () =>
      step(
        stuff,
        'parrot-choice',
        {},
        {
          request: requestSheet(wire, marked([], 'done', 'done')),
          response: replySheet(right, none),
          event: 'request',
          detail: { ...linesDetail(wire, 'request', ['start-line', 'upgrade']), caption: 'echoed-request' },
        },
        CITED,
        {
          ask: {
            kind: 'choice',
            options: [
              { id: 'all', value: null, right: false },
              { id: 'never', value: null, right: true },
              { id: 'sometimes', value: null, right: false },
            ],
          },
        },
      ),
    () => {
      const parrot = replyOf(request, reading);
      return step(stuff, 'parrot', { found: ofText('GET', 'control') }, failedView(stuff, parrot, 'what-if'), CITED);
    },
    () =>
      step(
        stuff,
        'canned',
        { length: right.bytes.length },
        {
          request: requestSheet(wire, none),
          response: replySheet(right, all, 'what-if'),
          event: 'frame',
          also: ['reply'],
          detail: {
            caption: 'stored-reply',
            verdict: { kind: 'right', label: 'passes', values: { count: wire.compared } },
          },
        },
        [...CITED, 'draft-hixie-76 §1.3'],
      ),
  ];
}

function passed(count: number): View['detail'] {
  return { caption: 'compared', verdict: { kind: 'right', label: 'passes', values: { count } } };
}

/** A reply with the byte marked at which the client gives up. */
function failedView({ wire }: Stuff, changed: Reply, kind: 'what-if' | 'own-reply'): View {
  const sheet = replySheet(changed, faint, kind);
  const lines = withMark(sheet.lines, changed.lines, firstDifference(wire.right.bytes, changed.bytes));
  const response: Sheet = { ...sheet, lines };
  return {
    request: requestSheet(wire, faint),
    response,
    event: 'frame',
    also: ['reply'],
    refused: true,
    detail: comparison(wire, changed),
  };
}

/** Where two replies part, and the bytes they have there. */
function differenceOf({ bytes }: Reply, right: Uint8Array): Record<'offset' | 'found' | 'expected', Value> {
  const offset = firstDifference(right, bytes);
  return { offset, found: ofByte(bytes[offset] ?? 0), expected: ofByte(right[offset] ?? 0) };
}
