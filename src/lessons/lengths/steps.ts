/** How steps of this lesson are made; the three forms; the bytes of the number. */

import { codeOf } from '../../components/lesson/code.ts';
import type { Plan, Step } from '../../components/lesson/lesson.ts';
import { superscript } from '../../components/lesson/scale.ts';
import { ofByte, ofBytes, ofNumber, ofText, type Value } from '../../components/lesson/value.ts';
import type { FormulaPart } from '../../components/stage/Formula.tsx';
import type { Cell } from '../../components/stage/types.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import type { FigureField } from '../../protocol/frame/figure.ts';
import { headerSize, minimalForm } from '../../protocol/frame/length.ts';
import type { LengthStep } from '../../protocol/frame/length-trace.ts';
import encodeCode from './encode.py?raw';
import numberCode from './number.py?raw';
import { type Detail, type Header, type Scene, sceneOf, type View } from './scene.ts';
import type { texts } from './texts.ts';
import { FORMS, headerOf, lengthFigure, sizesOf, type Work } from './work.ts';

export type LessonTexts = typeof texts;
export type LessonStep = Step<LessonTexts, Scene>;
export type LessonPlan = Plan<LessonTexts, Scene>;

const FRAMING = 'RFC 6455 §5.2';

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

export const ofLength = (length: bigint) => ofNumber(length, 'length');

/** The fields that hold the length in its form. */
function fieldsOf({ form }: Work): readonly FigureField[] {
  return form === 7 ? ['length-7'] : ['length-7', form === 16 ? 'length-16' : 'length-64'];
}

const BRANCHES = {
  7: ['if n < 126:', 'h = bytes([n])'],
  16: ['elif n < 65536:', 'h = bytes([126])', "h += n.to_bytes(2, 'big')"],
  64: ['else:', 'h = bytes([127])', "h += n.to_bytes(8, 'big')"],
} as const;

export function formSteps(work: Work): (() => LessonStep)[] {
  const { length, form, header, masked, trace } = work;
  const shown = ofLength(length);
  const size = header.length;
  const current = fieldsOf(work);
  const steps = [
    () => step(work, 'start', 'start', { length: shown }, { asked: true }),
    () =>
      step(
        work,
        'ask-form',
        'ask-form',
        { length: shown },
        { asked: true },
        {
          ask: {
            kind: 'choice',
            options: sizesOf(masked).map((count, i) => ({
              id: `form-${FORMS[i]}`,
              value: count,
              right: FORMS[i] === form,
            })),
          },
        },
      ),
  ];
  for (let i = 0; i < trace.stepCount; i += 1) {
    const one = trace.step(i);
    if (one?.kind === 'compare') steps.push(() => compareStep(work, one));
  }
  steps.push(
    () =>
      step(
        work,
        'form',
        `form-${form}`,
        { length: shown, size },
        { current },
        {
          code: codeOf(encodeCode, ...BRANCHES[form]),
        },
      ),
    () => edgeStep(work, 'edge-small', 125n),
    () => step(work, 'ask-edge', 'ask-edge', {}, { current, before: true }, { ask: { kind: 'number', right: 65536 } }),
    () => edgeStep(work, 'edge-large', 65535n),
  );
  return steps;
}

function compareStep(work: Work, { bound, below }: Extract<LengthStep, { kind: 'compare' }>): LessonStep {
  const { length } = work;
  const detail: Detail = {
    kind: 'formula',
    caption: { label: 'compared' },
    parts: [
      { id: 'length', value: String(length), role: 'length' },
      { operator: below ? '<' : '≥' },
      { id: 'bound', value: String(bound), state: 'current' },
    ],
  };
  const values = { length: ofLength(length), bound };
  const code = codeOf(encodeCode, bound === 126 ? 'if n < 126:' : 'elif n < 65536:');
  return step(work, `compare-${bound}`, below ? 'below' : 'not-below', values, { asked: true, detail }, { code });
}

/** The last length of a form, and the first of the next. */
function edgeStep(work: Work, id: 'edge-small' | 'edge-large', last: bigint): LessonStep {
  const header = (length: bigint): Header => {
    const form = minimalForm(length);
    return {
      id: String(length),
      name: { label: 'edge', values: { length: String(length) } },
      note: { label: 'header-of', values: { server: headerSize(form, false), client: headerSize(form, true) } },
      figure: lengthFigure(headerOf(length, false), form),
    };
  };
  const detail: Detail = { kind: 'headers', headers: [header(last), header(last + 1n)] };
  return step(
    work,
    id,
    id,
    { below: ofLength(last), above: ofLength(last + 1n) },
    { detail, before: id === 'edge-small' },
  );
}

export function byteSteps(work: Work): (() => LessonStep)[] {
  const { length, form, trace, masked } = work;
  const { seven, extended } = trace;
  const wire = seven | (masked ? 0x80 : 0);
  const shared = { seven: ofText(seven.toString(2).padStart(7, '0'), 'length'), byte: ofByte(wire, 'length') };
  const current = ['length-7'] as const;
  const extra = { code: codeOf(encodeCode, BRANCHES[form][1]) };
  const steps = [
    () =>
      form === 7
        ? step(work, 'seven', 'seven-7', { ...shared, length: ofLength(length) }, { current }, extra)
        : step(work, 'seven', `seven-${form}`, shared, { current, written: 0 }, extra),
  ];
  if (form === 7) {
    steps.push(() => step(work, 'powers', 'powers-none', { length: ofLength(length) }, { current }));
    return steps;
  }
  const reversed = extended.toReversed();
  if (reversed.some((byte, i) => byte !== extended[i])) {
    steps.push(() =>
      step(
        work,
        'ask-order',
        'ask-order',
        { length: ofLength(length) },
        { written: 0 },
        {
          ask: {
            kind: 'choice',
            options: [
              { id: 'little', value: ofBytes(reversed, 'length'), right: false },
              { id: 'big', value: ofBytes(extended, 'length'), right: true },
            ],
          },
        },
      ),
    );
  }
  for (let i = 0; i < trace.stepCount; i += 1) {
    const one = trace.step(i);
    if (one?.kind === 'byte') steps.push(() => byteStep(work, one));
  }
  steps.push(() =>
    step(
      work,
      'powers',
      'powers',
      { length: ofLength(length), bytes: ofBytes(extended, 'length') },
      { current: fieldsOf(work), written: extended.length, detail: added(extended, length) },
      { code: codeOf(numberCode, 'for byte in data:', 'n = n * 256 + byte') },
    ),
  );
  return steps;
}

function byteStep(
  work: Work,
  { index, power, byte, before, after }: Extract<LengthStep, { kind: 'byte' }>,
): LessonStep {
  const { extended } = work.trace;
  const worth = 256n ** BigInt(power);
  const cells = Array.from(extended, (value, i): Cell => {
    const state = i < index ? 'done' : i === index ? 'current' : 'empty';
    return { id: `x${i}`, text: hexByte(value), role: 'length', state, caption: String(extended.length - 1 - i) };
  });
  const parts: FormulaPart[] = [
    { id: 'before', value: String(before), role: 'length' },
    { operator: '÷' },
    { id: 'worth', value: powerOf(power) },
    { operator: '=' },
    { id: 'byte', value: String(byte), role: 'length', state: 'current', caption: 'whole-part' },
    { operator: ';' },
    { id: 'after', value: String(after), role: 'length', caption: 'left-over' },
  ];
  const values = {
    place: index + 1,
    count: extended.length,
    before: ofLength(before),
    power: ofText(powerOf(power), 'plain'),
  };
  const view: View = {
    current: [extended.length === 2 ? 'length-16' : 'length-64'],
    written: index + 1,
    detail: { kind: 'bytes', caption: { label: 'bytes', values: { length: String(work.length) } }, cells, parts },
  };
  const id = `byte-${index + 1}`;
  if (byte === 0 && before < worth) return step(work, id, 'byte-zero', values, view);
  return step(work, id, 'byte', { ...values, byte: ofByte(byte, 'length'), times: byte, after: ofLength(after) }, view);
}

/** 256 to the power, as people write it: 1 for the last byte. */
function powerOf(power: number): string {
  return power === 0 ? '1' : power === 1 ? '256' : `256${superscript(power)}`;
}

/** The number again, from its bytes. */
function added(bytes: Uint8Array, sum: bigint): Detail {
  const parts: FormulaPart[] = [];
  for (const [i, byte] of bytes.entries()) {
    const power = bytes.length - 1 - i;
    if (byte === 0 && power > 0) continue;
    if (parts.length > 0) parts.push({ operator: '+' });
    parts.push({ id: `b${i}`, value: String(byte), role: 'length' });
    if (power > 0) parts.push({ operator: '×' }, { id: `p${i}`, value: powerOf(power) });
  }
  parts.push({ operator: '=' }, { id: 'sum', value: String(sum), role: 'length', state: 'current' });
  return { kind: 'formula', caption: { label: 'in-order' }, parts };
}
