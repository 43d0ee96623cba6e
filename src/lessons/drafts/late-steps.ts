/** Versions 8 and 13, the numbers that were never sent, and what came after the RFC. */

import { codeOf } from '../../components/lesson/code.ts';
import { ofByte, ofBytes, ofText, type Value } from '../../components/lesson/value.ts';
import type { HttpLine } from '../../components/stage/HttpText.tsx';
import type { Cell } from '../../components/stage/types.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import { http2Setting, http3Setting } from '../../protocol/handshake/extended-connect.ts';
import { DRAFTS } from '../../protocol/model/drafts.ts';
import { HISTORY } from '../../protocol/model/history.ts';
import { plainStep, wordingStep } from './early-steps.ts';
import { eraScene, timelineAt } from './era.ts';
import { type FramePart, frameOf } from './frame.ts';
import type { LabelId } from './labels.ts';
import type { Fact, TableScene, VersionsScene } from './scene.ts';
import { type LessonStep, type Stuff, step } from './steps.ts';
import { factsOf, type Stop } from './stops.ts';
import version from './version.py?raw';
import { asking, type Line } from './wire.ts';

const REFUSE = codeOf(version, "if version != '13':", 'return 426');
const MOST_VERSION = 20;
const CONNECTED = 13;

export function eightSteps(stuff: Stuff): (() => LessonStep)[] {
  return [
    () => plainStep(stuff, 'hybi-08'),
    () => plainStep(stuff, 'hybi-09'),
    () =>
      step('ask-ten', {}, eraScene(stuff, 'hybi-10', { hidden: { line: 'version' }, notes: [] }), ['draft-hybi-10'], {
        ask: {
          kind: 'choice',
          options: [
            { id: 'ten', value: ofText('10', 'key'), right: false },
            { id: 'nine', value: ofText('9', 'key'), right: false },
            { id: 'eight', value: ofText('8', 'key'), right: true },
            { id: 'thirteen', value: ofText('13', 'key'), right: false },
          ],
        },
      }),
    () => plainStep(stuff, 'hybi-10'),
    () => plainStep(stuff, 'hybi-11'),
    () => wordingStep(stuff, 'hybi-12'),
  ];
}

export function thirteenSteps(stuff: Stuff): (() => LessonStep)[] {
  const { inputs } = stuff;
  const answer = (): Value => ofText(asking(inputs.asked, inputs).response[0]?.text ?? '', 'control');
  return [
    () => plainStep(stuff, 'hybi-13'),
    () =>
      step('ask-above', { version: 14 }, versionsScene(stuff, 14, true), ['RFC 6455 §4.2.1'], {
        ask: {
          kind: 'choice',
          options: [
            { id: 'open', value: null, right: false },
            { id: 'refuse', value: null, right: true },
            { id: 'lower', value: null, right: false },
          ],
        },
      }),
    () =>
      step(
        'versions',
        { version: inputs.asked, answer: answer() },
        versionsScene(stuff, inputs.asked, false),
        ['RFC 6455 §4.1', 'RFC 6455 §4.4', 'RFC 6455 §11.6'],
        { code: REFUSE },
      ),
    () => plainStep(stuff, 'hybi-14'),
    () => plainStep(stuff, 'hybi-15'),
    () => wordingStep(stuff, 'hybi-16'),
    () => wordingStep(stuff, 'hybi-17'),
    () =>
      step('rfc6455', { frame: ofBytes(stuff.at('rfc6455').frame.wire, 'payload', 12) }, eraScene(stuff, 'rfc6455'), [
        'RFC 6455 §4.1',
        'RFC 6455 §5.2',
      ]),
  ];
}

function versionsScene(stuff: Stuff, asked: number, question: boolean): VersionsScene {
  const { request, response } = asking(asked, stuff.inputs);
  const lines = (side: string, list: readonly Line[], state: (line: Line) => HttpLine['state']): HttpLine[] =>
    list.map((line) => ({ id: `${side}-${line.key}`, pieces: [{ text: line.text }], state: state(line) }));
  return {
    kind: 'versions',
    inputs: question ? ['key'] : ['key', 'asked'],
    timeline: timelineAt('hybi-13'),
    cells: Array.from({ length: MOST_VERSION + 1 }, (_, number) => {
      const texts = DRAFTS.filter((draft) => HISTORY[draft].version === number);
      const state = number === asked ? 'current' : texts.length > 0 ? 'done' : 'faint';
      return {
        id: `v${number}`,
        text: String(number),
        role: texts.length > 0 ? 'key' : 'plain',
        state,
        who: whoOf(texts),
      };
    }),
    request: lines('request', request, ({ key }) => (key === 'version' ? 'current' : 'done')),
    response: lines('response', response, ({ key }) =>
      question ? 'hidden' : key === 'start-line' || key === 'version' ? 'current' : 'done',
    ),
    opened: question ? null : asked === CONNECTED,
    version: asked,
  };
}

/** `hybi-08` alone, or the first and the last of several. */
function whoOf(texts: readonly Stop[]): string | null {
  const [first, last] = [texts[0], texts.at(-1)];
  if (first === undefined || last === undefined) return null;
  const name = factsOf(first).short;
  return first === last ? name : `${name}–${factsOf(last).family === 'rfc' ? 'RFC' : factsOf(last).short}`;
}

const TODAY: readonly Fact[] = [
  { kind: 'right', label: 'today-13' },
  { kind: 'right', label: 'today-deflate' },
  { kind: 'info', label: 'today-alpn' },
  { kind: 'right', label: 'today-h2' },
  { kind: 'wrong', label: 'today-old' },
];

export function afterSteps(stuff: Stuff): (() => LessonStep)[] {
  const { inputs, at } = stuff;
  const masked: readonly FramePart[] = ['header', 'key', 'payload'];
  const data = (stop: 'rfc8441' | 'rfc9220') =>
    Uint8Array.from(
      at(stop).frame.bytes.filter(({ part }) => part === 'data'),
      ({ wire }) => wire,
    );
  return [
    () => {
      const { frame } = at('rfc7692');
      const size = frame.bytes.filter(({ part }) => part === 'payload').length;
      const count = at('rfc6455').frame.bytes.filter(({ part }) => part === 'payload').length;
      return step(
        'rfc7692',
        { first: ofByte(frame.wire[0] ?? 0, 'control'), count, size },
        eraScene(stuff, 'rfc7692', { frame: true, notes: [{ kind: 'info', label: 'pmd-agreed' }] }),
        ['RFC 7692 §6', 'RFC 7692 §7.2.1'],
        { onward: { lesson: 'compression', step: null, inputs: {} } },
      );
    },
    () =>
      step(
        'rfc8441',
        { setting: ofBytes(http2Setting(), 'control') },
        eraScene(stuff, 'rfc8441', {
          hidden: { bytes: ['data', ...masked], later: true },
          notes: [
            { kind: 'info', label: 'h2-setting', values: { bytes: hexOf(http2Setting()) } },
            { kind: 'info', label: 'h2-fields' },
            { kind: 'right', label: 'h2-lacks' },
          ],
        }),
        ['RFC 8441 §3', 'RFC 8441 §4', 'RFC 8441 §5'],
      ),
    () =>
      step(
        'ask-h2',
        { data: ofBytes(data('rfc8441'), 'plain') },
        eraScene(stuff, 'rfc8441', { hidden: { bytes: masked }, notes: [{ kind: 'info', label: 'h2-data' }] }),
        ['RFC 8441 §5'],
        {
          ask: {
            kind: 'choice',
            options: [
              { id: 'masked', value: null, right: true },
              { id: 'clear', value: null, right: false },
              { id: 'free', value: null, right: false },
            ],
          },
        },
      ),
    () =>
      step(
        'rfc8441-frame',
        { data: ofBytes(data('rfc8441'), 'plain'), key: ofBytes(inputs.mask, 'mask'), stream: 1 },
        eraScene(stuff, 'rfc8441', {
          frame: true,
          notes: [
            { kind: 'info', label: 'h2-data' },
            { kind: 'right', label: 'h2-masked' },
            { kind: 'info', label: 'h2-end' },
          ],
        }),
        ['RFC 8441 §5', 'RFC 9113 §6.1'],
      ),
    () =>
      step(
        'rfc9220',
        { setting: ofBytes(http3Setting(), 'control'), data: ofBytes(data('rfc9220'), 'plain') },
        eraScene(stuff, 'rfc9220', {
          frame: true,
          notes: [
            { kind: 'info', label: 'h3-setting', values: { bytes: hexOf(http3Setting()) } },
            { kind: 'info', label: 'h3-data' },
            { kind: 'right', label: 'h2-masked' },
          ],
        }),
        ['RFC 9220 §3', 'RFC 9114 §7.2.1'],
      ),
    () =>
      step('browsers', {}, { kind: 'facts', inputs: ['message'], timeline: timelineAt('rfc9220'), facts: TODAY }, [
        'RFC 8441 §3',
      ]),
    () =>
      step('summary', { message: ofText(inputs.message, 'payload') }, tableScene(stuff), ['RFC 6455 §1.9'], {
        onward: { lesson: 'two-protocols', step: null, inputs: {} },
      }),
  ];
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, hexByte).join(' ');
}

/** Texts whose frames and proofs are alike, by one that stands for them. */
const GENERATIONS: readonly (readonly [stop: Stop, texts: string, proof: LabelId, readable: LabelId])[] = [
  ['hixie-75', 'hixie-75', 'proof-none', 'sees-all'],
  ['hixie-76', 'hixie-76, hybi-00', 'proof-md5', 'sees-all'],
  ['hybi-03', 'hybi-01 … 03', 'proof-md5', 'sees-all'],
  ['hybi-04', 'hybi-04', 'proof-nonce', 'sees-nothing'],
  ['hybi-06', 'hybi-05, -06', 'proof-sha1', 'sees-key'],
  ['hybi-10', 'hybi-07 … 12', 'proof-sha1', 'sees-header'],
  ['rfc6455', 'hybi-13 … RFC 6455', 'proof-sha1', 'sees-header'],
];

function tableScene(stuff: Stuff): TableScene {
  return {
    kind: 'table',
    inputs: ['message', 'key', 'mask'],
    timeline: timelineAt('rfc9220'),
    rows: GENERATIONS.map(([stop, texts, proof, readable]) => {
      const all = { 'hybi-10': '7, 8', 'hybi-06': '5, 6' }[stop as string] ?? null;
      const { version: own, draftHeader } = factsOf(stop);
      return {
        id: stop,
        texts,
        version: all ?? (own === null ? null : String(own)),
        draftHeader,
        proof,
        frame: frameOf(stop, stuff.inputs).bytes.map(({ id, part, wire }): Cell => {
          const role =
            part === 'payload'
              ? 'payload'
              : part === 'nonce' || part === 'key'
                ? 'mask'
                : part === 'end'
                  ? 'length'
                  : 'control';
          return { id: `${stop}-${id}`, text: hexByte(wire), role: id === 'h1' ? 'length' : role };
        }),
        readable,
      };
    }),
  };
}
