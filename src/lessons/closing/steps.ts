/** How steps of this lesson are made, and those before and after the closing. */

import { codeOf } from '../../components/lesson/code.ts';
import type { Plan, Step } from '../../components/lesson/lesson.ts';
import { stepMaker } from '../../components/lesson/step.ts';
import { ofBytes, ofNumber, ofText } from '../../components/lesson/value.ts';
import type { Moment, Sent } from '../../protocol/connection/dialogue.ts';
import { closeCodeClass } from '../../protocol/model/close-codes.ts';
import { DIALECTS } from '../../protocol/model/drafts.ts';
import answer from './answer.py?raw';
import { codeMap } from './map.ts';
import { frameDetail, reportDetail, type Scene, sceneOf, type View } from './scene.ts';
import type { texts } from './texts.ts';
import type { Talk, Work } from './work.ts';

export type LessonStep = Step<typeof texts, Scene>;
export type LessonPlan = Plan<typeof texts, Scene>;

/** A step named like its text. */
export const step = stepMaker<typeof texts, Work, View, Scene>(sceneOf);

/** The frame that a moment is about: what it sends, or what arrives. */
export function frameOf(moment: Moment | undefined): Sent | null {
  const sent = moment?.sent.find(({ frame }) => frame >= 0);
  if (sent !== undefined) return sent;
  const arrived = moment?.arrived ?? null;
  return arrived !== null && arrived.frame >= 0 ? arrived : null;
}

/** A conversation at one of its moments, with the frame it is about, or with what is told. */
export function viewOf(talk: Talk, at: number): View {
  const moment = talk.moments[at];
  const frame = frameOf(moment);
  return { talk, at, detail: frame ? frameDetail(frame) : reportDetail(moment?.ends) };
}

const CONTROL = ['RFC 6455 §5.5'] as const;

export function startSteps(work: Work): (() => LessonStep)[] {
  const { beat } = work.talks;
  const quiet: View = { talk: beat, at: -1, detail: reportDetail(undefined) };
  const rules: View['detail'] = {
    caption: 'what-next',
    facts: [
      { name: 'fact-control', label: 'control-opcodes' },
      { name: 'fact-payload', label: 'control-payload' },
      { name: 'fact-fin', label: 'control-fin' },
    ],
  };
  return [
    () => step(work, 'start', {}, quiet, ['RFC 6455 §7.1']),
    () => step(work, 'control', {}, { ...quiet, detail: rules }, CONTROL),
  ];
}

export function beatSteps(work: Work): (() => LessonStep)[] {
  const { ping, key } = work.inputs;
  const { beat } = work.talks;
  const first = beat.moments[0]?.sent[0];
  const length = first?.payload.length ?? 0;
  const payload = ofText(ping, 'payload');
  return [
    () => step(work, 'ping', { payload, length }, viewOf(beat, 0), ['RFC 6455 §5.5.2']),
    () =>
      step(work, 'pong-ask', { payload }, { ...viewOf(beat, 0), asking: true }, ['RFC 6455 §5.5.2'], {
        ask: {
          kind: 'choice',
          options: [
            { id: 'script', value: null, right: false },
            { id: 'empty', value: null, right: false },
            { id: 'same', value: null, right: true },
          ],
        },
      }),
    () =>
      step(work, 'pong', { payload, key: ofBytes(key, 'mask') }, viewOf(beat, 1), ['RFC 6455 §5.5.3'], {
        code: codeOf(answer, 'if opcode == 0x9:    # Ping', 'send(0xA, payload)'),
      }),
    () => step(work, 'pong-back', { payload }, viewOf(beat, 2), ['RFC 6455 §5.5.3']),
    () => step(work, 'pong-alone', {}, viewOf(beat, 4), ['RFC 6455 §5.5.3']),
  ];
}

export function reportSteps(work: Work): (() => LessonStep)[] {
  const { own, empty, lost } = work.talks;
  const [ownEnds, emptyEnds, lostEnds] = [own, empty, lost].map(({ moments }) => moments.at(-1)?.ends);
  const told = (talk: Talk): View => ({
    talk,
    at: talk.moments.length - 1,
    detail: reportDetail(talk.moments.at(-1)?.ends),
  });
  const code = (report: { readonly code: number } | null | undefined) => ofNumber(report?.code ?? 0, 'key');
  const nothing: View = { talk: lost, at: -1, asking: true, detail: reportDetail(undefined) };
  return [
    () =>
      step(work, 'report', { client: code(ownEnds?.client.report), server: code(ownEnds?.server.report) }, told(own), [
        'RFC 6455 §7.1.5',
        'RFC 6455 §7.1.6',
      ]),
    () =>
      step(
        work,
        'empty-ask',
        { frame: ofBytes(empty.moments[0]?.sent[0]?.bytes ?? new Uint8Array(0)) },
        { ...viewOf(empty, 0), asking: true },
        ['RFC 6455 §7.1.5'],
        {
          ask: {
            kind: 'choice',
            options: [1000, 1005, 1006].map((one) => ({
              id: `told-${one}`,
              value: ofNumber(one, 'key'),
              right: one === emptyEnds?.client.report?.code,
            })),
          },
        },
      ),
    () => step(work, 'empty', { code: code(emptyEnds?.client.report) }, told(empty), ['RFC 6455 §7.1.5']),
    () =>
      step(work, 'lost-ask', {}, { ...nothing, detail: { caption: 'server-dies', facts: [] } }, ['RFC 6455 §7.1.5'], {
        ask: {
          kind: 'choice',
          options: [
            { id: 'nothing', value: null, right: true },
            { id: 'close', value: null, right: false },
          ],
        },
      }),
    () => step(work, 'lost', { code: code(lostEnds?.client.report) }, told(lost), ['RFC 6455 §7.4.1']),
  ];
}

const CODES = ['RFC 6455 §7.4.1', 'RFC 6455 §7.4.2'] as const;

export function codeSteps(work: Work): (() => LessonStep)[] {
  const { own } = work.talks;
  const { code } = work.inputs;
  const view = (strong: (code: number) => boolean, rest: 'done' | 'faint' = 'faint'): View => ({
    talk: own,
    at: own.moments.length - 1,
    detail: reportDetail(own.moments.at(-1)?.ends),
    map: codeMap(strong, rest),
  });
  const kindOf = (one: number) => closeCodeClass(one, DIALECTS.rfc6455);
  const wire = codeMap(() => false).named.filter(({ onWire }) => onWire);
  const mine = (): LessonStep => {
    const made =
      code === null
        ? step(
            work,
            'class-none',
            {},
            view((one) => kindOf(one) === 'never-sent'),
            CODES,
          )
        : step(
            work,
            `class-${kindOf(code)}`,
            { code: ofNumber(code, 'key') },
            view((one) => one === code),
            CODES,
          );
    return { ...made, id: 'codes-yours' };
  };
  return [
    () =>
      step(
        work,
        'codes-map',
        {},
        view(() => false, 'done'),
        CODES,
      ),
    mine,
    () =>
      step(
        work,
        'codes-wire',
        { first: ofNumber(wire[0]?.code ?? 0, 'key'), last: ofNumber(wire.at(-1)?.code ?? 0, 'key') },
        view((one) => wire.some((entry) => entry.code === one)),
        CODES,
      ),
    () =>
      step(
        work,
        'codes-never',
        {},
        view((one) => kindOf(one) === 'never-sent'),
        CODES,
      ),
    () =>
      step(
        work,
        'codes-ask',
        {},
        view((one) => one === 1001),
        ['WHATWG WebSockets'],
        {
          ask: {
            kind: 'choice',
            options: [
              { id: 'sent', value: null, right: false },
              { id: 'thrown', value: null, right: true },
              { id: 'changed', value: null, right: false },
            ],
          },
        },
      ),
    () =>
      step(
        work,
        'codes-page',
        {},
        view((one) => one === 1000 || (one >= 3000 && one <= 4999)),
        ['WHATWG WebSockets'],
      ),
    () => step(work, 'summary', {}, viewOfEnd(own), ['RFC 6455 §7']),
  ];
}

function viewOfEnd(talk: Talk): View {
  return { talk, at: talk.moments.length - 1, detail: reportDetail(talk.moments.at(-1)?.ends) };
}
