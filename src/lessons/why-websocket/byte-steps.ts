/** Bytes, counted from the texts: heads, what a client costs in a minute, packets, HTTP/2. */

import { ofWords } from '../../components/lesson/value.ts';
import type { Cost } from '../../protocol/delivery/cost.ts';
import { type Head, headText, pollAnswer, pollRequest, readHead } from '../../protocol/delivery/heads.ts';
import { type Bytes, METHODS } from '../../protocol/delivery/model.ts';
import type { Parts } from '../../protocol/delivery/totals.ts';
import { wireOf } from '../../protocol/delivery/wire.ts';
import { countText, ofSize, percentText } from './format.ts';
import type { FieldName } from './inputs.ts';
import type { Bar, BarsScene, HeadPart, HeadsScene, Words } from './scene.ts';
import { choice, type LessonStep, step } from './steps.ts';
import { costsOf, type Work } from './work.ts';

/** Of a request with its answer: fewer is dozens of bytes, more is thousands. */
const HUNDREDS = { least: 100, most: 1999 };

function linesOf(head: Head): HeadPart['lines'] {
  const all = headText(head).split('\r\n').slice(0, -1);
  return all.map((text) => ({ text, bytes: text.length + 2 }));
}

function headsOf(work: Work, asked: boolean): HeadsScene {
  const { texts, size, inputs } = work;
  const parts = [
    { id: 'request', side: 'client', lines: linesOf(pollRequest(readHead(texts.request), 0)) },
    { id: 'answer', side: 'server', lines: linesOf(pollAnswer(readHead(texts.response), size, 2000)) },
  ] as const;
  const own: readonly FieldName[] = inputs.heads === 'own' ? ['request', 'response'] : [];
  return {
    kind: 'heads',
    inputs: ['heads', 'message', ...own],
    heads: parts.map((part) => ({
      ...part,
      name: { label: `head-${part.id}` } as const,
      total: part.lines.reduce((sum, { bytes }) => sum + bytes, 0),
    })),
    asked,
  };
}

const HEADS = ['RFC 9112 §2.1', 'RFC 9110 §5'] as const;

export function headSteps(work: Work): (() => LessonStep)[] {
  const { size } = work;
  const total = headsOf(work, false).heads.reduce((sum, part) => sum + part.total, 0);
  const right = total < HUNDREDS.least ? 'dozens' : total > HUNDREDS.most ? 'thousands' : 'hundreds';
  return [
    () => step('heads-ask', { size }, headsOf(work, true), HEADS, choice(right, 'dozens', 'hundreds', 'thousands')),
    () => {
      const scene = headsOf(work, false);
      const [request = 0, answer = 0] = scene.heads.map((part) => part.total);
      return step('heads', { request, answer, total, size }, scene, HEADS);
    },
  ];
}

const sumOf = ({ head, framing, payload, packets }: Parts) => head + framing + payload + packets;

function scaled({ head, framing, payload, packets }: Parts, by: number): Parts {
  return { head: head * by, framing: framing * by, payload: payload * by, packets: packets * by };
}

const COUNTED: readonly FieldName[] = ['events', 'interval', 'heads', 'message', 'http', 'packets'];

function minuteScene(
  costs: Readonly<Record<(typeof METHODS)[number], Cost>>,
  inputs: readonly FieldName[],
  note: Words | null,
): BarsScene {
  const bars = METHODS.map((method): Bar => {
    const parts = scaled(costs[method].parts, 60);
    return { id: method, name: { label: `method-${method}` }, parts, total: sumOf(parts), lit: method === 'websocket' };
  });
  return { kind: 'bars', inputs, caption: { label: 'minute' }, bars, note };
}

export function countSteps(work: Work): (() => LessonStep)[] {
  return [
    () => {
      const scene = minuteScene(costsOf(work), COUNTED, null);
      const totals = scene.bars.map(({ total }) => total);
      const [most, least] = [Math.max(...totals), totals[3] ?? 0];
      const times = ofWords(least === 0 ? '–' : countText(Math.round(most / least)));
      return step('minute', { most: ofSize(most), least: ofSize(least), times }, scene, ['RFC 6455 §5.2']);
    },
    () => packetStep(work),
    () => http2Step(work),
  ];
}

/** TCP, IP and TLS are counted here, whatever was chosen. */
function packetStep(work: Work): LessonStep {
  const scene = minuteScene(
    costsOf(work, 'tls'),
    COUNTED.filter((name) => name !== 'packets'),
    {
      label: 'note-packets',
    },
  );
  const frame = wireOf(work.inputs.http, 'tls').frame(work.size, false);
  const around = frame.packets + frame.acks;
  const own = frame.framing + frame.payload;
  const values = { share: ofWords(percentText(around / (around + own))), frame: own, around };
  return step('packets', values, scene, ['RFC 9293 §3.1', 'RFC 8446 §5.2']);
}

function http2Step(work: Work): LessonStep {
  const { texts, size } = work;
  const request = readHead(texts.request);
  const answer = readHead(texts.response);
  const wires = { '1.1': wireOf('1.1', 'none'), '2': wireOf('2', 'none') };
  const pollOf = (http: keyof typeof wires, seen: number) =>
    together(
      wires[http].request(pollRequest(request, seen), 0),
      wires[http].answer(pollAnswer(answer, size, 2000 * (seen + 1)), 1, size),
    );
  const bar = (id: string, name: Words, parts: Parts): Bar => ({ id, name, parts, total: sumOf(parts) });
  const plain = pollOf('1.1', 0);
  const first = pollOf('2', 0);
  const later = pollOf('2', 1);
  const scene: BarsScene = {
    kind: 'bars',
    inputs: ['heads', 'message'],
    caption: { label: 'once' },
    bars: [
      bar('plain', { label: 'poll-plain' }, plain),
      bar('first', { label: 'poll-first' }, first),
      { ...bar('later', { label: 'poll-later' }, later), lit: true },
      bar('frame', { label: 'frame-plain' }, together(wires['1.1'].frame(size, false))),
      bar('frame2', { label: 'frame-http2' }, together(wires['2'].frame(size, false))),
    ],
    note: { label: 'note-hpack' },
  };
  const values = { plain: ofSize(sumOf(plain)), first: ofSize(sumOf(first)), later: ofSize(sumOf(later)) };
  return step('http2', values, scene, ['RFC 7541 §2.3', 'RFC 8441 §5']);
}

function together(...all: readonly Bytes[]): Parts {
  const sum = (of: (bytes: Bytes) => number) => all.reduce((total, bytes) => total + of(bytes), 0);
  return {
    head: sum(({ head }) => head),
    framing: sum(({ framing }) => framing),
    payload: sum(({ payload }) => payload),
    packets: sum(({ packets, acks }) => packets + acks),
  };
}
