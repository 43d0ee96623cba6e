/** The first frames: glued to the response, lost by a forgetful reader, kept by a careful one. */

import type { Group } from '../../components/http/detail.ts';
import { portOf } from '../../components/http/fields.ts';
import { byteCells, type CellLook } from '../../components/http/head.ts';
import { codeOf } from '../../components/lesson/code.ts';
import { ofByte, ofBytes, ofText } from '../../components/lesson/value.ts';
import forgetful from './forgetful.py?raw';
import type { LabelId } from './labels.ts';
import readHead from './read_head.py?raw';
import { all, type Look, marked, type View } from './scene.ts';
import { type LessonStep, type Stuff, step } from './steps.ts';
import { gluedBytes } from './wire.ts';

/** Bytes of the response that are shown in front of the frame. */
const BEFORE = 12;
/** Bytes of a frame in front of the payload: these lessons' frames are short. */
const HEADER = 2;
const KEY = 4;
const MOST = 44;

export function frameSteps(stuff: Stuff): (() => LessonStep)[] {
  const { inputs, wire } = stuff;
  const { exchange, frame, echo } = wire;
  const head = exchange.response.length;
  const bytes = gluedBytes(wire);
  const base: Omit<View, 'detail'> = {
    request: marked([], 'done', 'faint'),
    response: all,
    event: 'frame',
    also: ['response'],
    glued: true,
  };
  const glued = (look: (offset: number) => CellLook, groups?: readonly Group<LabelId>[]): Look => ({
    caption: 'one-read',
    values: { count: bytes.length },
    rows: [
      {
        cells: byteCells(bytes, { start: head - BEFORE, end: bytes.length }, look, MOST),
        ...(groups ? { groups } : {}),
      },
    ],
  });
  const frameLook = (offset: number): CellLook =>
    offset < head
      ? { state: 'faint' }
      : { state: 'current', role: offset < head + 1 ? 'control' : offset < head + HEADER ? 'length' : 'payload' };
  const split: readonly Group<LabelId>[] = [
    { first: 0, count: BEFORE - 4, label: 'group-head', role: 'plain' },
    { first: BEFORE - 4, count: 4, label: 'group-blank', role: 'plain' },
    { first: BEFORE, count: HEADER, label: 'group-frame-header', role: 'control' },
    { first: BEFORE + HEADER, count: MOST, label: 'group-payload', role: 'payload' },
  ];
  const own = (caption: 'kept-read' | 'lost-read' | 'frame-bytes', state: CellLook['state']): Look => ({
    caption,
    rows: [
      {
        cells: byteCells(
          frame,
          { start: 0, end: frame.length },
          (offset) => ({ ...frameLook(head + offset), ...(state ? { state } : {}) }),
          MOST,
        ),
        groups: [
          { first: 0, count: HEADER, label: 'group-frame-header', role: 'control' },
          { first: HEADER, count: MOST, label: 'group-payload', role: 'payload' },
        ],
      },
    ],
  });

  return [
    () =>
      step(stuff, 'glued', { total: bytes.length }, { ...base, detail: glued(() => ({})) }, ['RFC 6455 §5.1'], {
        ask: { kind: 'byte', right: frame[0] ?? 0 },
      }),
    () =>
      step(
        stuff,
        'glued-split',
        { head, frame: frame.length, first: ofByte(frame[0] ?? 0, 'control') },
        { ...base, detail: glued(frameLook, split) },
        ['RFC 6455 §4.1', 'RFC 6455 §5.1'],
      ),
    () =>
      step(
        stuff,
        'glued-lost',
        { lost: frame.length },
        { ...base, detail: own('lost-read', 'wrong') },
        ['RFC 6455 §5.1'],
        { code: codeOf(forgetful, 'return got.split(END)[0]') },
      ),
    () =>
      step(
        stuff,
        'glued-kept',
        { kept: ofBytes(frame, 'payload') },
        { ...base, detail: own('kept-read', undefined) },
        ['RFC 6455 §5.1'],
        { code: codeOf(readHead, 'n = got.index(END) + 4', 'return got[:n], got[n:]') },
      ),
    () =>
      step(
        stuff,
        'server-frame',
        {
          header: ofBytes(frame.subarray(0, HEADER), 'control'),
          length: frame.length - HEADER,
          message: ofText(inputs.message, 'payload'),
        },
        { ...base, also: [], detail: own('frame-bytes', 'done') },
        ['RFC 6455 §5.2', 'RFC 6455 §5.6'],
      ),
    () => {
      const look = (offset: number): CellLook => ({
        role: offset < 1 ? 'control' : offset < HEADER ? 'length' : offset < HEADER + KEY ? 'mask' : 'payload',
      });
      const groups: readonly Group<LabelId>[] = [
        { first: 0, count: HEADER, label: 'group-frame-header', role: 'control' },
        { first: HEADER, count: KEY, label: 'group-key', role: 'mask' },
        { first: HEADER + KEY, count: MOST, label: 'group-masked', role: 'payload' },
      ];
      const cells = byteCells(echo, { start: 0, end: echo.length }, look, MOST);
      const detail: Look = { caption: 'frame-bytes', rows: [{ cells, groups }] };
      return step(
        stuff,
        'client-frame',
        { key: ofBytes(echo.subarray(HEADER, HEADER + KEY), 'mask'), length: echo.length },
        { ...base, event: 'echo', also: [], detail },
        ['RFC 6455 §5.1', 'RFC 6455 §5.3'],
      );
    },
    () =>
      step(
        stuff,
        'same-socket',
        {
          host: ofText(inputs.host),
          port: portOf(inputs.host),
          sent: exchange.request.length + echo.length,
          received: bytes.length,
        },
        {
          ...base,
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
        ['RFC 6455 §1.7', 'RFC 7230 §6.7'],
      ),
  ];
}
