/** The way back: undoing a mask, reads that cut a payload, and a key that is no secret. */

import { ofByte, ofBytes, ofText } from '../../components/lesson/value.ts';
import { equalBytes } from '../../protocol/bytes/join.ts';
import { recoverKey } from '../../protocol/frame/mask-exercises.ts';
import { maskTrace } from '../../protocol/frame/mask-trace.ts';
import { board, frameOf, keyBits, readsBoard, upTo, xorBits } from './board.ts';
import { CODE } from './code.ts';
import { CONTINUATION, type Facts, joined, maskStep, slotOf, TEXT } from './facts.ts';
import { frameLine, START } from './frames.ts';
import type { LessonStep } from './texts.ts';

const HOW = ['RFC 6455 §5.3'] as const;
/** As many known bytes give the whole key. */
const KEY = 4;
/** Keys there are. */
export const ODDS = (2 ** 32).toLocaleString('en');

export function undoSteps(facts: Facts): readonly (() => LessonStep)[] {
  const { inputs, payload, wire, unmasking, characters } = facts;
  const step = maskStep(unmasking, 0);
  const values = {
    wire: ofByte(step.terms[0].value, 'payload'),
    key: ofByte(step.terms[1].value, 'mask'),
    plain: ofByte(step.terms[2].value, 'payload'),
  };
  const key = (i: number) => (i === 0 ? 'current' : i < KEY ? 'done' : 'faint');
  const zeros = new Uint8Array(KEY);
  const unmasked = maskTrace(payload, zeros).output;
  const zeroBoard = (bottom: 'hidden' | 'current') =>
    board(facts, {
      way: 'mask',
      other: { payload, wire: unmasked, maskingKey: zeros },
      key: () => 'current',
      bottom: () => bottom,
      frames: [
        frameLine({
          id: 'z',
          name: { label: 'frame-on-wire' },
          side: 'client',
          parts: { opcode: TEXT, maskingKey: zeros, payload },
          named: true,
          state: (offset) => (offset < START + KEY || bottom === 'current' ? 'done' : 'empty'),
        }),
      ],
    });
  return [
    () => ({
      id: 'undo-choice',
      text: 'undo-choice',
      values,
      scene: board(facts, {
        way: 'unmask',
        top: upTo(wire.length, 0, 'done'),
        key,
        bottom: (i) => (i === 0 ? 'hidden' : 'empty'),
        asked: true,
        frames: [frameOf(facts, payload.length)],
      }),
      sections: HOW,
      ask: {
        kind: 'choice',
        options: [
          { id: 'again', value: null, right: true },
          { id: 'minus', value: null, right: false },
          { id: 'reverse', value: null, right: false },
        ],
      },
    }),
    () => ({
      id: 'undo',
      text: 'undo',
      values,
      scene: board(facts, {
        way: 'unmask',
        top: upTo(wire.length, 0, 'done'),
        key,
        bottom: (i) => (i === 0 ? 'current' : 'empty'),
        bits: xorBits(step, 'unmask'),
        frames: [frameOf(facts, payload.length)],
      }),
      sections: HOW,
      code: CODE.xor,
    }),
    () => ({
      id: 'undone',
      text: 'undone',
      values: {
        message: ofText(inputs.message, 'payload'),
        count: payload.length,
        characters: characters.filter(({ part }) => part === 1).length,
      },
      scene: board(facts, { way: 'unmask', bottom: () => 'current', frames: [frameOf(facts, payload.length)] }),
      sections: [...HOW, 'RFC 6455 §5.6'],
      code: CODE.receive,
    }),
    () => ({
      id: 'zero-choice',
      text: 'zero-choice',
      values: { message: ofText(inputs.message, 'payload') },
      scene: zeroBoard('hidden'),
      sections: HOW,
      ask: {
        kind: 'choice',
        options: [
          { id: 'zeros', value: null, right: false },
          { id: 'clear', value: null, right: true },
          { id: 'refused', value: null, right: false },
        ],
      },
    }),
    () => ({
      id: 'zero',
      text: 'zero',
      values: {
        message: ofText(inputs.message, 'payload'),
        plain: ofBytes(unmasked, 'payload', 8),
        odds: ofText(ODDS),
      },
      scene: zeroBoard('current'),
      sections: [...HOW, 'RFC 6455 §10.3'],
    }),
  ];
}

export function readSteps(facts: Facts): readonly (() => LessonStep)[] {
  const { inputs, payload, cut, right, broken } = facts;
  const rest = payload.length - cut;
  const k = cut % KEY;
  const values = { cut, rest, k, slot: slotOf(k), count: payload.length };
  const second = (bytes: typeof right) => bytes.at(-1)?.bytes ?? new Uint8Array();
  const garbage = joined(broken);
  return [
    () => ({
      id: 'reads',
      text: 'reads',
      values,
      scene: readsBoard(facts, right, { key: () => 'empty' }),
      sections: HOW,
    }),
    () => ({
      id: 'reads-choice',
      text: 'reads-choice',
      values,
      scene: readsBoard(facts, right, {
        key: (i) => (i < cut ? 'done' : i === cut ? 'hidden' : 'empty'),
        bottom: (i) => (i < cut ? 'done' : 'empty'),
      }),
      sections: HOW,
      ask: { kind: 'number', right: k },
    }),
    (): LessonStep => {
      const scene = readsBoard(facts, broken, {
        key: (i) => (i < cut ? 'done' : k === 0 ? 'current' : 'wrong'),
        bottom: (i) => (garbage[i] === payload[i] ? (i < cut ? 'done' : 'current') : 'wrong'),
        note: equalBytes(garbage, payload)
          ? { kind: 'info', label: 'reader-lucky' }
          : { kind: 'wrong', label: 'reader-broken' },
      });
      const shared = { id: 'broken-reader', scene, sections: HOW, code: CODE.broken };
      if (k === 0) return { ...shared, text: 'broken-aligned', values };
      if (equalBytes(garbage, payload)) {
        return { ...shared, text: 'broken-same', values: { ...values, key: ofBytes(inputs.key, 'mask') } };
      }
      const found = ofBytes(second(broken), 'payload', 6);
      return {
        ...shared,
        text: 'broken-garbage',
        values: { ...values, found, right: ofBytes(second(right), 'payload', 6) },
      };
    },
    () => ({
      id: 'carried',
      text: 'carried',
      values: { ...values, right: ofBytes(second(right), 'payload', 6) },
      scene: readsBoard(facts, right, {
        key: (i) => (i < cut ? 'done' : 'current'),
        bottom: (i) => (i < cut ? 'done' : 'current'),
        note: { kind: 'right', label: 'reader-right', values: { cut, k } },
      }),
      sections: HOW,
      code: CODE.carried,
    }),
    (): LessonStep => {
      const { key, fresh } = inputs;
      const fragment = (id: string, part: Uint8Array, maskingKey: Uint8Array, first: boolean) =>
        frameLine({
          id,
          name: { label: first ? 'fragment-first' : 'fragment-second', values: { count: part.length } },
          side: 'client',
          parts: { opcode: first ? TEXT : CONTINUATION, fin: !first, maskingKey, payload: part },
          named: true,
          state: (offset) => (offset < 2 ? 'faint' : offset < 6 || offset === 6 ? 'current' : 'done'),
        });
      return {
        id: 'new-frame',
        text: 'new-frame',
        values: { cut, rest, key: ofBytes(key, 'mask'), other: ofBytes(fresh, 'mask') },
        scene: {
          kind: 'frames',
          inputs: ['message', 'key', 'fresh'],
          frames: [
            fragment('c', payload.subarray(0, cut), key, true),
            fragment('d', payload.subarray(cut), fresh, false),
          ],
          bits: null,
        },
        sections: [...HOW, 'RFC 6455 §5.4'],
        code: CODE.newFrame,
      };
    },
  ];
}

export function knownSteps(facts: Facts): readonly (() => LessonStep)[] {
  const { inputs, payload, wire } = facts;
  const found = recoverKey(wire, payload.subarray(0, KEY));
  const first = found.bytes[0] ?? 0;
  const known = ofBytes(payload.subarray(0, KEY), 'payload');
  const one = { plain: ofByte(payload[0] ?? 0, 'payload'), wire: ofByte(wire[0] ?? 0, 'payload') };
  const bottom = (i: number) => (i === 0 ? 'current' : i < KEY ? 'done' : 'empty');
  return [
    () => ({
      id: 'known-choice',
      text: 'known-choice',
      values: { known, ...one },
      scene: board(facts, {
        way: 'unmask',
        top: upTo(wire.length, 0, 'done'),
        key: (i) => (i === 0 ? 'hidden' : 'empty'),
        bottom,
        bits: keyBits(wire[0] ?? 0, payload[0] ?? 0, 0, 'hidden'),
        // The key above the picture would be the answer.
        inputs: ['message'],
      }),
      sections: HOW,
      ask: { kind: 'byte', right: first },
    }),
    () => ({
      id: 'known',
      text: 'known',
      values: { ...one, key: ofByte(first, 'mask') },
      scene: board(facts, {
        way: 'unmask',
        top: upTo(wire.length, 0, 'done'),
        key: (i) => (i === 0 ? 'current' : 'empty'),
        bottom,
        bits: keyBits(wire[0] ?? 0, payload[0] ?? 0, 0, first),
        inputs: ['message'],
      }),
      sections: HOW,
      code: CODE.recover,
    }),
    () => ({
      id: 'recovered',
      text: 'recovered',
      values: {
        known,
        key: ofBytes(
          Uint8Array.from(found.bytes, (byte) => byte ?? 0),
          'mask',
        ),
        message: ofText(inputs.message, 'payload'),
        rest: payload.length - KEY,
      },
      scene: board(facts, {
        way: 'unmask',
        key: (i) => (i < KEY ? 'current' : 'done'),
        bottom: (i) => (i < KEY ? 'done' : 'current'),
        frames: [frameOf(facts, payload.length)],
      }),
      sections: [...HOW, 'RFC 6455 §10.3'],
      code: CODE.recover,
    }),
  ];
}
