/** From bytes to bits, and the first byte: FIN, the reserved bits, every opcode. */

import { codeOf } from '../../components/lesson/code.ts';
import type { Ask, AskOption } from '../../components/lesson/lesson.ts';
import { ofByte, ofText } from '../../components/lesson/value.ts';
import type { Cell, State } from '../../components/stage/types.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import frameCode from './frame.py?raw';
import type { LabelId } from './labels.ts';
import { type Detail, type OpcodeRow, opcodeRowOf } from './scene.ts';
import { FRAMING, type LessonStep, step, taken } from './steps.ts';
import type { Work } from './work.ts';

/** A question whose options are first bytes. */
function choice(right: string, ids: readonly string[]): Ask {
  const options = ids.map((id): AskOption => {
    const byte = Number.parseInt(id, 16);
    return { id: `byte-${id}`, value: ofByte(byte, 'control'), right: id === right };
  });
  return { kind: 'choice', options };
}

export function bytesSteps(work: Work): (() => LessonStep)[] {
  const { bytes, byte0, byte1 } = work;
  const first = ofByte(byte0, 'control');
  const second = ofByte(byte1, 'length');
  const digits = hexByte(byte0);
  const none: Detail | null = null;
  return [
    () => step(work, 'start', 'start', { count: bytes.length }, { upTo: 'bytes' }, { sections: ['RFC 6455 §5.1'] }),
    () => step(work, 'ask-smallest', 'ask-smallest', {}, { upTo: 'bytes' }, { ask: { kind: 'number', right: 2 } }),
    () => step(work, 'first-two', 'first-two', { first, second }, { upTo: 'bytes', bytes: [0, 1] }),
    () =>
      step(
        work,
        'bits',
        'bits',
        { first, high: ofText(digits[0] as string, 'control'), low: ofText(digits[1] as string, 'control') },
        { upTo: 'bits', bytes: [0, 1], detail: none },
      ),
    () =>
      step(
        work,
        'ask-bit0',
        'ask-bit0',
        {},
        { upTo: 'bits', bytes: [0] },
        {
          ask: {
            kind: 'choice',
            options: [
              { id: 'low', value: ofText('0x01', 'control'), right: false },
              { id: 'depends', value: null, right: false },
              { id: 'high', value: ofText('0x80', 'control'), right: true },
            ],
          },
        },
      ),
    () => {
      const sum = sumOf(byte0);
      return step(
        work,
        'bit0',
        'bit0',
        { first, sum: ofText(sum, 'control') },
        {
          upTo: 'bits',
          bytes: [0],
          detail: { kind: 'weights', cells: weights(byte0), sum },
        },
      );
    },
  ];
}

const WEIGHTS = [0x80, 0x40, 0x20, 0x10, 0x08, 0x04, 0x02, 0x01];

function weights(byte: number): readonly Cell[] {
  return WEIGHTS.map((weight, i) => ({
    id: `w${i}`,
    text: (byte & weight) === 0 ? '0' : '1',
    caption: hexByte(weight),
    role: 'control',
    state: (byte & weight) === 0 ? 'faint' : 'done',
  }));
}

function sumOf(byte: number): string {
  const ones = WEIGHTS.filter((weight) => (byte & weight) !== 0).map(hexByte);
  return ones.length === 0 ? '00' : ones.length === 1 ? (ones[0] as string) : `${ones.join(' + ')} = ${hexByte(byte)}`;
}

export function firstByteSteps(work: Work): (() => LessonStep)[] {
  const { byte0, opcode } = work;
  const fin = byte0 >> 7;
  const rsv = (byte0 >> 4) & 7;
  const bits = (value: number, width: number) => ofText(value.toString(2).padStart(width, '0'), 'control');
  const digit = ofText(opcode.toString(16).toUpperCase(), 'control');
  const own = opcodeRowOf(opcode);
  const table = (...looked: OpcodeRow[]): Detail => ({ kind: 'opcodes', looked, own });
  const row =
    (id: 'op-0' | 'op-1' | 'op-2' | 'op-3' | 'op-8' | 'op-9' | 'op-a' | 'op-b', section = FRAMING) =>
    () =>
      step(work, id, id, {}, { upTo: 'opcode', detail: table(id.slice(3) as OpcodeRow) }, { sections: [section] });
  const fragment = byte0 === 0x01;
  const ping = byte0 === 0x89;
  return [
    () =>
      step(
        work,
        'fin',
        fin === 1 ? 'fin-one' : 'fin-zero',
        {},
        { upTo: 'fin' },
        {
          code: codeOf(frameCode, 'fin = data[0] >> 7'),
        },
      ),
    () => {
      const extra = { code: codeOf(frameCode, 'rsv = data[0] >> 4 & 0b111'), sections: [FRAMING, 'RFC 7692 §6'] };
      return rsv === 0
        ? step(work, 'rsv', 'rsv-zero', {}, { upTo: 'rsv', detail: taken(byte0, 0x70, 'control') }, extra)
        : step(
            work,
            'rsv',
            'rsv-set',
            { bits: bits(rsv, 3) },
            { upTo: 'rsv', detail: taken(byte0, 0x70, 'control') },
            extra,
          );
    },
    () =>
      step(
        work,
        'opcode',
        'opcode',
        { bits: bits(opcode, 4), digit },
        { upTo: 'opcode', detail: table() },
        { code: codeOf(frameCode, 'opcode = data[0] & 0b1111') },
      ),
    row('op-0', 'RFC 6455 §5.4'),
    row('op-1', 'RFC 6455 §5.6'),
    row('op-2', 'RFC 6455 §5.6'),
    () =>
      step(
        work,
        'ask-unfinished',
        fragment ? 'ask-last' : 'ask-unfinished',
        {},
        { upTo: 'opcode' },
        {
          ask: choice(fragment ? '80' : '01', ['81', fragment ? '80' : '01', '00']),
          sections: ['RFC 6455 §5.4'],
        },
      ),
    () =>
      step(
        work,
        'unfinished',
        'unfinished',
        {},
        { upTo: 'opcode', current: ['fin', 'opcode'], detail: firstBytes(['81', '01', '00', '80'], 'current') },
        { sections: ['RFC 6455 §5.4'] },
      ),
    row('op-3'),
    row('op-8', 'RFC 6455 §5.5.1'),
    row('op-9', 'RFC 6455 §5.5.2'),
    row('op-a', 'RFC 6455 §5.5.3'),
    row('op-b'),
    () =>
      step(
        work,
        'control',
        'control',
        {},
        { upTo: 'opcode', detail: table('8', '9', 'a', 'b') },
        { sections: ['RFC 6455 §5.5'] },
      ),
    () =>
      step(
        work,
        'ask-ping',
        ping ? 'ask-pong' : 'ask-ping',
        {},
        { upTo: 'opcode' },
        {
          ask: choice(ping ? '8a' : '89', [ping ? '8a' : '89', '09', '88']),
          sections: ['RFC 6455 §5.5'],
        },
      ),
    () =>
      step(
        work,
        'first-byte',
        'first-byte',
        { first: ofByte(byte0, 'control'), fin: bits(fin, 1), rsv: bits(rsv, 3), digit },
        {
          upTo: 'opcode',
          current: ['fin', 'rsv', 'opcode'],
          detail: firstBytes(['89', '8a', '88', '09'], 'done', '09'),
        },
        { sections: ['RFC 6455 §5.5'] },
      ),
  ];
}

function firstBytes(
  ids: readonly ('81' | '01' | '00' | '80' | '89' | '8a' | '88' | '09')[],
  state: State,
  wrong = '',
): Detail {
  return {
    kind: 'first-bytes',
    bytes: ids.map((id) => ({
      cell: { id: `first-${id}`, text: id, role: 'control', state: id === wrong ? 'wrong' : state },
      says: `says-${id}` satisfies LabelId,
    })),
  };
}
