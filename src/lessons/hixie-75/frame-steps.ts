/** Frames between 00 and FF, frames with a length, and what became of it all. */

import type { Group } from '../../components/http/detail.ts';
import { byteCells, type CellLook } from '../../components/http/head.ts';
import { codeOf } from '../../components/lesson/code.ts';
import { ofByte, ofBytes, ofText } from '../../components/lesson/value.ts';
import { encodeHixieFrame } from '../../protocol/frame/encode.ts';
import frames from './frames.py?raw';
import type { LabelId } from './labels.ts';
import length from './length.py?raw';
import { all, faint, marked, none, replySheet, requestSheet, type View } from './scene.ts';
import { type LessonStep, type Stuff, step } from './steps.ts';
import { framesIn, JPEG, withFossils } from './wire.ts';

const CITED = ['draft-hixie-75 §4.2'] as const;
/** The type of the length-prefixed frame, and how much it carries. */
const BINARY_TYPE = 0x80;
const BINARY_LENGTH = 300;
const MOST = 40;

export function frameSteps(stuff: Stuff): (() => LessonStep)[] {
  const { inputs, wire } = stuff;
  const { frame } = wire;
  const payload = frame.subarray(1, -1);
  const base: Omit<View, 'detail'> = {
    request: requestSheet(wire, faint),
    response: replySheet(wire.right, faint),
    event: 'frame',
  };
  const look = (offset: number): CellLook =>
    offset === 0 || offset === frame.length - 1 ? { role: 'control', state: 'current' } : { role: 'payload' };
  const cells = byteCells(frame, { start: 0, end: frame.length }, look, MOST);
  const groups: readonly Group<LabelId>[] = [
    { first: 0, count: 1, label: 'group-type', role: 'control' },
    { first: 1, count: cells.length - 2, label: 'group-text', role: 'payload' },
    { first: cells.length - 1, count: 1, label: 'group-end', role: 'control' },
  ];

  return [
    () => {
      const asked = cells.map((cell, i) =>
        i === cells.length - 1 ? { id: cell.id, text: '?', caption: '?', state: 'hidden' as const } : cell,
      );
      return step(
        stuff,
        'text-frame',
        { message: ofText(inputs.message, 'payload'), length: payload.length },
        { ...base, event: 'reply', detail: { caption: 'frame-bytes', rows: [{ cells: asked, groups }] } },
        CITED,
        { ask: { kind: 'byte', right: 0xff } },
      );
    },
    () =>
      step(
        stuff,
        'frame-end',
        { frame: ofBytes(frame, 'payload', 24), total: frame.length },
        { ...base, detail: { caption: 'frame-bytes', rows: [{ cells, groups }] } },
        CITED,
        { code: codeOf(frames, 'return START + raw + END') },
      ),
    () =>
      step(
        stuff,
        'utf8',
        { message: ofText(inputs.message, 'payload'), largest: ofByte(Math.max(...payload), 'payload') },
        {
          ...base,
          detail: {
            caption: 'utf8-forms',
            facts: [
              { name: 'fact-utf8-1', text: '0xxxxxxx' },
              { name: 'fact-utf8-2', text: '110xxxxx 10xxxxxx' },
              { name: 'fact-utf8-3', text: '1110xxxx 10xxxxxx 10xxxxxx' },
              { name: 'fact-utf8-4', text: '11110xxx 10xxxxxx 10xxxxxx 10xxxxxx' },
            ],
          },
        },
        [...CITED, 'RFC 3629 §3'],
        { code: codeOf(frames, 'end = data.index(END)', 'raw = data[1:end]', 'return raw.decode()') },
      ),
    () => {
      const bytes = encodeHixieFrame({ type: 0, payload: JPEG });
      const [, second] = framesIn(bytes);
      const start = second?.offset ?? 0;
      const shown = byteCells(bytes, { start: 0, end: bytes.length }, (offset) => {
        if (offset < start) return { role: 'payload' };
        return offset < start + 4
          ? { role: offset === start ? 'control' : 'length', state: 'wrong' }
          : { state: 'faint' };
      });
      return step(
        stuff,
        'binary',
        { swallowed: second?.length ?? 0, type: ofByte(second?.type ?? 0) },
        {
          ...base,
          detail: {
            caption: 'jpeg-bytes',
            rows: [
              {
                cells: shown,
                groups: [
                  { first: 0, count: start, label: 'group-empty', role: 'payload' },
                  { first: start, count: 1, label: 'group-taken-type', role: 'control' },
                  { first: start + 1, count: 3, label: 'group-taken-length', role: 'length' },
                  { first: start + 4, count: MOST, label: 'group-dropped', role: 'plain' },
                ],
              },
            ],
          },
        },
        CITED,
      );
    },
    ...lengthSteps(stuff, base),
    () =>
      step(
        stuff,
        'no-close',
        { message: ofText(inputs.message, 'payload') },
        {
          ...base,
          event: 'closed',
          detail: {
            caption: 'no-closing',
            facts: [
              { name: 'fact-hixie75', label: 'just-ends' },
              { name: 'fact-hixie76', text: 'ff 00' },
              { name: 'fact-today', text: '88 …' },
            ],
          },
        },
        [...CITED, 'draft-hixie-76 §5.3', 'RFC 6455 §5.5.1'],
      ),
  ];
}

function lengthSteps(stuff: Stuff, base: Omit<View, 'detail'>): (() => LessonStep)[] {
  const bytes = encodeHixieFrame({ type: BINARY_TYPE, payload: new Uint8Array(BINARY_LENGTH) });
  const [frame] = framesIn(bytes);
  const head = bytes.length - (frame?.payload ?? 0);
  const [high = 0, low = 0] = bytes.subarray(1, head);
  const binary = (byte: number) => byte.toString(2).padStart(8, '0').replace(/^./, '$&·');
  return [
    () => {
      const cells = byteCells(bytes, { start: 0, end: head + 6 }, (offset) => ({
        role: offset === 0 ? 'control' : offset < head ? 'length' : 'payload',
        state: offset > 0 && offset < head ? 'current' : 'done',
      }));
      return step(
        stuff,
        'length-form',
        {
          count: BINARY_LENGTH,
          high: high & 0x7f,
          low: low & 0x7f,
          bytes: ofBytes(bytes.subarray(0, head), 'length'),
        },
        {
          ...base,
          detail: {
            caption: 'length-bytes',
            values: { count: BINARY_LENGTH },
            rows: [
              {
                cells,
                groups: [
                  { first: 1, count: head - 1, label: 'group-length', role: 'length' },
                  { first: head, count: 6, label: 'group-data', role: 'payload' },
                ],
              },
            ],
            facts: [
              {
                name: 'fact-sum',
                text: `${binary(high)}, ${binary(low)}: ${high & 0x7f} × 128 + ${low & 0x7f} = ${frame?.length ?? 0}`,
              },
            ],
          },
        },
        CITED,
        { code: codeOf(length, 'more = 128 | n & 127', 'out.insert(0, more)') },
      );
    },
    () =>
      step(
        stuff,
        'dropped',
        { count: BINARY_LENGTH, total: bytes.length },
        {
          ...base,
          detail: {
            caption: 'read-and-dropped',
            facts: [
              { name: 'fact-received', label: 'bytes', values: { count: bytes.length } },
              { name: 'fact-delivered', label: 'bytes', values: { count: 0 } },
            ],
          },
        },
        CITED,
      ),
  ];
}

export function afterSteps(stuff: Stuff): (() => LessonStep)[] {
  const { inputs, wire } = stuff;
  const whole: Omit<View, 'detail'> = {
    request: requestSheet(wire, all),
    response: replySheet(wire.right, all),
    event: 'closed',
  };
  const putRight = {
    caption: 'what-it-was',
    facts: [
      { name: 'fact-policy', label: 'was-policy' },
      { name: 'fact-handshake', label: 'was-handshake' },
      { name: 'fact-flash', label: 'was-flash' },
    ],
  } as const;
  return [
    () => step(stuff, 'flash-handshake', {}, { ...whole, detail: putRight }, ['draft-hixie-75']),
    () => {
      const fossil = withFossils(inputs, wire);
      const found = fossil.reading.findings.filter(({ rule }) => rule === 'fossil-header');
      const ids = fossil.lines.filter(({ start, end }) => found.some(({ offset }) => start <= offset && offset < end));
      return step(
        stuff,
        'fossils',
        { count: found.length, answer: ofText('101', 'control') },
        {
          event: 'reply',
          request: requestSheet(wire, none),
          response: replySheet(
            fossil,
            marked(
              ids.map(({ id }) => id),
              'current',
              'done',
            ),
            'today-reply',
          ),
          detail: {
            caption: 'leftovers',
            verdict: { kind: 'info', label: 'fossils-found', values: { count: found.length } },
          },
        },
        ['RFC 6455 §4.2.2', 'draft-hixie-75 §4.1'],
      );
    },
    () =>
      step(stuff, 'summary', {}, { ...whole, detail: putRight }, ['draft-hixie-75', 'draft-hixie-76 §1.3'], {
        onward: { lesson: 'md5-handshake', step: null, inputs: {} },
      }),
  ];
}
