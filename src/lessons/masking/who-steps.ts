/** Who masks, and where the key stands. */

import { ofByte, ofBytes, ofText } from '../../components/lesson/value.ts';
import { maskTrace } from '../../protocol/frame/mask-trace.ts';
import { board, frameOf } from './board.ts';
import { CODE } from './code.ts';
import { CLOSE, differing, type Facts, PING, PONG, TEXT } from './facts.ts';
import { frameLine } from './frames.ts';
import type { FrameLine, FramesScene } from './scene.ts';
import type { LessonStep } from './texts.ts';

const WHO = ['RFC 6455 §5.1'] as const;
const HOW = ['RFC 6455 §5.3'] as const;
const KEYS = ['RFC 6455 §5.3', 'RFC 6455 §10.3'] as const;
/** Protocol error. */
const PROTOCOL_ERROR = 1002;
const EMPTY = new Uint8Array(0);

function frames(
  lines: readonly FrameLine[],
  bits: FramesScene['bits'] = null,
  inputs: FramesScene['inputs'] = ['message', 'key'],
) {
  return { kind: 'frames', inputs, frames: lines, bits } as const;
}

function closeBody(code: number): Uint8Array {
  return Uint8Array.of(code >> 8, code & 0xff);
}

const CONTROL = {
  ping: { opcode: PING, payload: EMPTY },
  pong: { opcode: PONG, payload: EMPTY },
  close: { opcode: CLOSE, payload: closeBody(1000) },
} as const;

export function whoSteps(facts: Facts): readonly (() => LessonStep)[] {
  const { inputs, payload } = facts;
  const { key, message } = inputs;
  const mine = (look: Partial<Parameters<typeof frameLine>[0]> = {}) =>
    frameLine({
      id: 'c',
      name: { label: 'text' },
      side: 'client',
      parts: { opcode: TEXT, maskingKey: key, payload },
      ...look,
    });
  const theirs = (look: Partial<Parameters<typeof frameLine>[0]> = {}) =>
    frameLine({
      id: 's',
      name: { label: 'text' },
      side: 'server',
      parts: { opcode: TEXT, maskingKey: null, payload },
      ...look,
    });
  const everybody = (asked: boolean): readonly FrameLine[] => {
    const control = (id: string, kind: 'ping' | 'pong' | 'close', masked: boolean) =>
      frameLine({
        id,
        name: { label: kind },
        side: masked ? 'client' : 'server',
        parts: { ...CONTROL[kind], maskingKey: masked ? key : null },
        state,
      });
    const state = (offset: number) => (offset !== 1 ? 'done' : asked ? 'hidden' : 'current');
    const lines = [
      mine({ state }),
      control('cp', 'ping', true),
      control('cc', 'close', true),
      theirs({ state }),
      control('sp', 'pong', false),
      control('sc', 'close', false),
    ];
    // Asked: whether there is a mask; and with its length a frame would tell.
    return asked ? lines.map((line) => ({ ...line, cells: line.cells.slice(0, 2) })) : lines;
  };
  return [
    () => ({
      id: 'start',
      text: 'start',
      values: { message: ofText(message, 'payload'), count: payload.length },
      scene: board(facts, {
        way: 'mask',
        key: () => 'done',
        bottom: () => 'done',
        frames: [frameOf(facts, payload.length), theirs({ named: true })],
      }),
      sections: [...WHO, ...HOW],
    }),
    () => ({
      id: 'who-choice',
      text: 'who-choice',
      values: {},
      scene: frames(everybody(true)),
      sections: WHO,
      ask: {
        kind: 'choice',
        options: [
          { id: 'data', value: null, right: false },
          { id: 'client', value: null, right: true },
          { id: 'both', value: null, right: false },
        ],
      },
    }),
    () => ({ id: 'who', text: 'who', values: {}, scene: frames(everybody(false)), sections: WHO }),
    () => ({
      id: 'broken-rule',
      text: 'broken',
      values: { code: PROTOCOL_ERROR },
      scene: frames([
        mine({
          parts: { opcode: TEXT, maskingKey: null, payload },
          state: (offset) => (offset === 1 ? 'wrong' : 'faint'),
          note: { kind: 'wrong', label: 'must-mask' },
        }),
        frameLine({
          id: 'sc',
          name: { label: 'close' },
          side: 'server',
          parts: { opcode: CLOSE, maskingKey: null, payload: closeBody(PROTOCOL_ERROR) },
        }),
        theirs({
          parts: { opcode: TEXT, maskingKey: key, payload },
          state: (offset) => (offset === 1 ? 'wrong' : 'faint'),
          note: { kind: 'wrong', label: 'must-not-mask' },
        }),
        frameLine({
          id: 'cc',
          name: { label: 'close' },
          side: 'client',
          parts: { opcode: CLOSE, maskingKey: key, payload: closeBody(PROTOCOL_ERROR) },
        }),
      ]),
      sections: [...WHO, 'RFC 6455 §7.4.1'],
    }),
  ];
}

export function keySteps(facts: Facts): readonly (() => LessonStep)[] {
  const { inputs, payload, frame, wire } = facts;
  const { key, fresh } = inputs;
  return [
    () => ({
      id: 'header',
      text: 'header',
      values: {
        key: ofBytes(key, 'mask'),
        length: payload.length,
        second: ofByte(frame[1] ?? 0, 'length'),
        total: frame.length,
      },
      scene: frames(
        [
          frameLine({
            id: 'c',
            name: { label: 'text' },
            side: 'client',
            parts: { opcode: TEXT, maskingKey: key, payload },
            named: true,
            state: (offset) => (offset >= 1 && offset < 6 ? 'current' : 'faint'),
          }),
        ],
        {
          caption: { label: 'bits-mask', values: { length: payload.length } },
          rows: [{ symbol: 'byte 1', value: frame[1] ?? 0, role: 'length', edged: 0x80 }],
        },
      ),
      sections: ['RFC 6455 §5.2', ...HOW],
      code: CODE.header,
    }),
    () => {
      const other = maskTrace(payload, fresh).output;
      return {
        id: 'fresh-key',
        text: 'fresh',
        values: {
          key: ofBytes(key, 'mask'),
          other: ofBytes(fresh, 'mask'),
          differ: differing(wire, other),
          count: payload.length,
        },
        scene: frames(
          [key, fresh].map((maskingKey, i) =>
            frameLine({
              id: i === 0 ? 'c' : 'd',
              name: { label: i === 0 ? 'frame-first' : 'frame-second' },
              side: 'client',
              parts: { opcode: TEXT, maskingKey, payload },
              named: true,
              state: (offset) => (offset < 2 ? 'faint' : offset < 6 ? 'current' : 'done'),
            }),
          ),
          null,
          ['message', 'key', 'fresh'],
        ),
        sections: KEYS,
        code: CODE.draw,
      };
    },
  ];
}
