/** Who masks, where the key stands, and the XOR of each byte. */

import type { Run } from '../../components/lesson/plan.ts';
import { ofByte, ofBytes, ofText } from '../../components/lesson/value.ts';
import { maskTrace } from '../../protocol/frame/mask-trace.ts';
import { board, frameOf, ruleBits, upTo, xorBits } from './board.ts';
import { CODE } from './code.ts';
import { CLOSE, differing, type Facts, maskStep, onesOf, PING, PONG, slotOf, TEXT } from './facts.ts';
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

/** Values of a byte of the payload. */
function valuesOf(facts: Facts, i: number) {
  const { position, keyIndex, terms } = maskStep(facts.masking, i);
  const { text, size, part } = facts.characters[i] ?? { text: '', size: 1, part: 1 };
  return {
    i: position,
    k: keyIndex,
    slot: slotOf(keyIndex),
    plain: ofByte(terms[0].value, 'payload'),
    key: ofByte(terms[1].value, 'mask'),
    wire: ofByte(terms[2].value, 'payload'),
    flips: onesOf(terms[1].value),
    character: ofText(text, 'payload'),
    size,
    part,
  };
}

/** Key bytes are seen as far as they have been met: the first four stand there from the beginning. */
function keysTo(last: number, current: number | null) {
  return upTo(Math.max(4, last + 1), current, 'empty');
}

export function xorRuns(facts: Facts): readonly Run<LessonStep>[] {
  const { payload } = facts;
  const listed = (steps: readonly (() => LessonStep)[]): Run<LessonStep> => ({
    phase: 'xor',
    count: steps.length,
    step: (i) => (steps[i] as () => LessonStep)(),
  });
  const bytes = (from: number, to: number): Run<LessonStep> => ({
    phase: 'xor',
    count: to - from,
    step: (i) => byteStep(facts, from + i),
  });
  const KEY = facts.inputs.key.length;
  return [
    listed([() => ruleStep(facts), () => firstByte(facts)]),
    bytes(0, KEY),
    listed([() => turnChoice(facts, KEY)]),
    bytes(KEY, payload.length),
    listed([
      () => ({
        id: 'masked',
        text: 'masked',
        values: {
          wire: ofBytes(facts.wire, 'payload', 8),
          count: payload.length,
          message: ofText(facts.inputs.message, 'payload'),
        },
        scene: board(facts, { way: 'mask', bottom: () => 'done', frames: [frameOf(facts, payload.length)] }),
        sections: HOW,
        code: CODE.mask,
      }),
    ]),
  ];
}

/** Four columns of bits, each of them twice: 00, 01, 10 and 11. */
const RULE_PLAIN = 0b0011_0011;
const RULE_KEY = 0b0101_0101;

function ruleStep(facts: Facts): LessonStep {
  const { output } = maskTrace(Uint8Array.of(RULE_PLAIN), Uint8Array.of(RULE_KEY, 0, 0, 0));
  return {
    id: 'xor',
    text: 'xor',
    values: {},
    scene: board(facts, {
      way: 'mask',
      top: () => 'faint',
      key: (i) => (i < 4 ? 'faint' : 'empty'),
      bits: ruleBits(RULE_PLAIN, RULE_KEY, output[0] ?? 0),
      frames: [frameOf(facts, 0)],
    }),
    sections: HOW,
  };
}

function firstByte(facts: Facts): LessonStep {
  const step = maskStep(facts.masking, 0);
  const { character, plain, key } = valuesOf(facts, 0);
  return {
    id: 'xor-choice',
    text: 'xor-choice',
    values: { character, plain, key },
    scene: board(facts, {
      way: 'mask',
      top: upTo(0, 0, 'done'),
      key: keysTo(0, 0),
      bottom: (i) => (i === 0 ? 'hidden' : 'empty'),
      bits: xorBits(step, 'mask', 'out'),
    }),
    sections: HOW,
    ask: { kind: 'byte', right: step.terms[2].value },
  };
}

function byteStep(facts: Facts, i: number): LessonStep {
  const step = maskStep(facts.masking, i);
  const { size } = facts.characters[i] ?? { size: 1 };
  return {
    id: `byte-${i}`,
    text: i > 0 && step.keyIndex === 0 ? 'turn' : size > 1 ? 'part' : 'byte',
    values: valuesOf(facts, i),
    scene: board(facts, {
      way: 'mask',
      top: upTo(facts.payload.length, i, 'done'),
      key: keysTo(i, i),
      bottom: upTo(i, i, 'empty'),
      bits: xorBits(step, 'mask'),
      frames: [frameOf(facts, i, i)],
    }),
    sections: [step.section],
    code: CODE.xor,
  };
}

function turnChoice(facts: Facts, i: number): LessonStep {
  const { plain } = valuesOf(facts, i);
  return {
    id: 'turn-choice',
    text: 'turn-choice',
    values: { plain, i },
    scene: board(facts, {
      way: 'mask',
      top: upTo(facts.payload.length, i, 'done'),
      key: (place) => (place === i ? 'hidden' : place < i ? 'done' : 'empty'),
      bottom: upTo(i, null, 'empty'),
    }),
    sections: HOW,
    ask: {
      kind: 'choice',
      options: [
        { id: 'none', value: null, right: false },
        { id: 'last', value: null, right: false },
        { id: 'first', value: null, right: true },
      ],
    },
  };
}
