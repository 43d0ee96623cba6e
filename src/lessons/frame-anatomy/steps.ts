/** The steps, one by one. */

import { codeOf } from '../../components/lesson/code.ts';
import type { Ask, AskOption, Plan, Step } from '../../components/lesson/lesson.ts';
import { ofByte, ofBytes, ofNumber, ofText, type Value } from '../../components/lesson/value.ts';
import type { Cell, State } from '../../components/stage/types.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import frameCode from './frame.py?raw';
import type { LabelId } from './labels.ts';
import restCode from './rest.py?raw';
import { type Detail, type OpcodeRow, opcodeRowOf, type Scene, sceneOf, type View } from './scene.ts';
import type { texts } from './texts.ts';
import type { Work } from './work.ts';

export type LessonTexts = typeof texts;
export type LessonStep = Step<LessonTexts, Scene>;
export type LessonPlan = Plan<LessonTexts, Scene>;

const FRAMING = 'RFC 6455 §5.2';

/** A step; its text is named like it unless told. */
export function step<Id extends keyof LessonTexts & string>(
  work: Work,
  id: string,
  text: Id,
  values: Readonly<Record<LessonTexts[Id][number], Value>>,
  view: View,
  extra: Pick<LessonStep, 'code' | 'ask' | 'onward'> & { readonly sections?: readonly string[] } = {},
): LessonStep {
  const { sections = [FRAMING], ...rest } = extra;
  return { id, text, values, scene: sceneOf(work, view), sections, ...rest } as unknown as LessonStep;
}

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
    caption: `0x${hexByte(weight)}`,
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
        ? step(work, 'rsv', 'rsv-zero', {}, { upTo: 'rsv' }, extra)
        : step(work, 'rsv', 'rsv-set', { bits: bits(rsv, 3) }, { upTo: 'rsv' }, extra);
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
          ask: choice(fragment ? '80' : '01', ['81', '00', fragment ? '80' : '01']),
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
          ask: choice(ping ? '8a' : '89', ['09', ping ? '8a' : '89', '88']),
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

export function secondByteSteps(work: Work): (() => LessonStep)[] {
  const { masked, sender, form, byte1, size } = work;
  const right = masked === (sender === 'client');
  const mask = right ? (masked ? 'mask-client' : 'mask-server') : masked ? 'mask-extra' : 'mask-missing';
  const code = codeOf(frameCode, 'length = data[1] & 127');
  return [
    () =>
      step(
        work,
        'mask',
        mask,
        {},
        { upTo: 'mask' },
        {
          code: codeOf(frameCode, 'mask = data[1] >> 7'),
          sections: ['RFC 6455 §5.1', FRAMING],
        },
      ),
    () =>
      form === 7
        ? step(work, 'length', 'length-short', { length: ofNumber(byte1, 'length') }, { upTo: 'length' }, { code })
        : step(work, 'length', form === 16 ? 'length-126' : 'length-127', {}, { upTo: 'length' }, { code }),
    () =>
      step(
        work,
        'ask-size',
        'ask-size',
        {},
        { upTo: 'length', current: ['mask', 'length'] },
        {
          ask: { kind: 'number', right: size },
        },
      ),
    () =>
      step(
        work,
        'sizes',
        'sizes',
        { size },
        {
          upTo: 'length',
          current: ['mask', 'length'],
          open: true,
          detail: { kind: 'sizes', own: size },
        },
      ),
  ];
}

export function restSteps(work: Work): (() => LessonStep)[] {
  const { cut, parts } = work;
  const steps = [() => extendedStep(work)];
  if (cut === 'extended') return steps;
  steps.push(() => keyStep(work));
  if (parts === null) return steps;
  steps.push(() => payloadStep(work));
  const count = parts.rest.length;
  if (count > 0) steps.push(() => step(work, 'after', 'after', { count }, { upTo: 'after' }));
  return steps;
}

function extendedStep(work: Work): LessonStep {
  const { form, bytes, figure, cut, needed, byte1 } = work;
  const view = { upTo: 'extended' } as const;
  const code = codeOf(restCode, 'if n:', 'length = int.from_bytes(', "data[2:i], 'big')");
  if (cut === 'extended') return step(work, 'extended', 'extended-cut', { needed: Number(needed) }, view, { code });
  if (form === 7) {
    const length = ofNumber(byte1 & 0x7f, 'length');
    return step(work, 'extended', 'extended-none', { length }, { ...view, current: ['length'] }, { code });
  }
  const values = {
    bytes: ofBytes(bytes.subarray(2, form === 16 ? 4 : 10), 'length'),
    length: ofNumber(figure.payloadLength ?? 0n, 'length'),
  };
  return step(work, 'extended', form === 16 ? 'extended-16' : 'extended-64', values, view, { code });
}

function keyStep(work: Work): LessonStep {
  const { masked, parts, needed } = work;
  const extra = { code: codeOf(restCode, 'key = data[i:i + 4 * mask]'), sections: ['RFC 6455 §5.3'] };
  if (!masked) return step(work, 'key', 'key-none', {}, { upTo: 'key', current: ['mask'] }, extra);
  if (parts === null) return step(work, 'key', 'key-cut', { needed: Number(needed) }, { upTo: 'key' }, extra);
  return step(
    work,
    'key',
    'key',
    { key: ofBytes(parts.maskingKey ?? new Uint8Array(0), 'mask') },
    { upTo: 'key' },
    extra,
  );
}

function payloadStep(work: Work): LessonStep {
  const { parts, cut, bytes, size } = work;
  const extra = { code: codeOf(restCode, 'payload = data[i:i + length]'), sections: [FRAMING, 'RFC 6455 §5.3'] };
  const view = { upTo: 'payload' } as const;
  const payload = parts?.payload ?? new Uint8Array(0);
  const length = ofNumber(parts?.declaredLength ?? 0n, 'length');
  if (cut === 'payload') return step(work, 'payload', 'payload-cut', { present: payload.length, length }, view, extra);
  if (payload.length === 0) return step(work, 'payload', 'payload-empty', {}, { ...view, current: ['length'] }, extra);
  const key = parts?.maskingKey;
  if (!key) return step(work, 'payload', 'payload-clear', { length }, view, extra);
  const values = {
    wire: ofByte(bytes[size] ?? 0, 'payload'),
    key: ofByte(key[0] ?? 0, 'mask'),
    clear: ofByte(payload[0] ?? 0, 'payload'),
  };
  return step(work, 'payload', 'payload-masked', values, view, extra);
}
