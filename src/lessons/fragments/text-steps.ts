/** UTF-8 over the whole message: a validator that is carried from fragment to fragment, and one that fails at once. */

import { ofByte, ofBytes, ofNumber, ofText } from '../../components/lesson/value.ts';
import type { State } from '../../components/stage/types.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import { validateUtf8 } from '../../protocol/bytes/utf8.ts';
import { traceUtf8, type Utf8Step, type Utf8Trace } from '../../protocol/bytes/utf8-trace.ts';
import { composeMessage } from '../../protocol/message/compose.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';
import { CODE } from './code.ts';
import { charactersOf } from './frame-board.ts';
import { type Checked, quoted, type Utf8Board, type Verdict } from './scene.ts';
import { type LessonStep, type Planned, sceneOf } from './steps.ts';
import { judge, keyOf, type Sent, sentOf, type Work } from './wire.ts';

const SECTIONS = ['RFC 6455 §8.1', 'RFC 3629 §4'] as const;
/** Where the message of Autobahn 6.4.1 is cut. */
const BROKEN_CUTS = [11, 15];

interface Look {
  readonly stateAt: (index: number) => State;
  /** Characters under the bytes that end them. */
  readonly captions?: ReadonlyMap<number, string>;
  readonly step?: Utf8Step | null;
  /** The one before it. */
  readonly last?: Utf8Step | null;
  readonly showCheck: boolean;
}

function board(
  fragments: readonly Sent[],
  { stateAt, captions, step = null, last = null, showCheck }: Look,
): Utf8Board {
  return {
    kind: 'utf8',
    fragments: fragments.map((frame, i) => ({
      id: frame.id,
      name: { label: 'fragment-name', values: { number: i + 1 } },
      state: 'done',
      wire: Array.from(frame.payload, (byte, j) => ({
        id: `u-${frame.place + j}`,
        text: hexByte(byte),
        role: 'payload',
        state: stateAt(frame.place + j),
        caption: captions?.get(frame.place + j) ?? '',
      })),
    })),
    checked: step === null ? null : checkedOf(step, last),
    showCheck,
  };
}

/** A byte in its bits. Of a faulty one the code point stays as it was before it. */
function checkedOf(step: Utf8Step, last: Utf8Step | null): Checked {
  const { before, byte } = step;
  const bits = byte.toString(2).padStart(8, '0');
  const common = { before, byte };
  if (step.kind === 'fault') {
    const [marker] = /^1*0?/.exec(bits) ?? [''];
    const open = before.left > 0 && last !== null ? checkedOf(last, null) : null;
    const { gathered = '', lacking = 0 } = open ?? {};
    return {
      ...common,
      marker,
      bits: bits.slice(marker.length),
      gathered,
      lacking,
      character: null,
      codePoint: null,
      after: null,
    };
  }
  const after = step.after;
  if (step.kind === 'ascii') {
    const codePoint = step.codePoint;
    const row = bits.slice(1);
    const character = String.fromCodePoint(codePoint);
    return { ...common, marker: '0', bits: row, gathered: row, lacking: 0, character, codePoint, after };
  }
  const { bitCount, gathered, gatheredBits, size } = step;
  const position = step.kind === 'lead' ? 0 : step.position;
  const codePoint = step.kind === 'lead' ? null : step.codePoint;
  return {
    ...common,
    marker: bits.slice(0, 8 - bitCount),
    bits: bits.slice(8 - bitCount),
    gathered: gathered.toString(2).padStart(gatheredBits, '0'),
    lacking: (size - 1 - position) * 6,
    character: codePoint === null ? null : String.fromCodePoint(codePoint),
    codePoint,
    after,
  };
}

export function textSteps(work: Work): readonly Planned[] {
  const { message, fragments } = work;
  const trace = traceUtf8(message);
  const captions = charactersOf(message);
  const phase = 'text';
  // Fragments that are no text by themselves.
  const broken = fragments.filter(({ payload }) => validateUtf8(payload) !== null);
  const [cut] = broken;
  const plain: Look = { stateAt: () => 'done', captions, showCheck: false };
  return [
    cut === undefined
      ? {
          phase,
          make: () => ({
            id: 'cuts-between',
            text: 'cuts-between',
            values: {},
            scene: sceneOf(work, board(fragments, plain)),
            sections: SECTIONS,
          }),
        }
      : {
          phase,
          make: () => ({
            id: 'cut-question',
            text: 'cut-question',
            values: {
              number: fragments.indexOf(cut) + 1,
              bytes: ofBytes(cut.payload, 'payload'),
              broken: broken.length,
              frames: fragments.length,
            },
            scene: sceneOf(work, board(fragments, { ...plain, showCheck: true })),
            sections: SECTIONS,
            ask: {
              kind: 'choice',
              options: [
                { id: 'fail', value: null, right: false },
                { id: 'replace', value: null, right: false },
                { id: 'carry', value: null, right: true },
              ],
            },
          }),
        },
    ...Array.from({ length: trace.stepCount }, (_, i): Planned => ({ phase, make: () => byteStep(work, trace, i) })),
    {
      phase,
      make: () => ({
        id: 'text-end',
        text: 'text-end',
        values: { message: quoted(work.inputs.message) },
        scene: sceneOf(work, board(fragments, { ...plain, step: trace.step(trace.stepCount - 1), showCheck: true }), {
          kind: 'right',
          says: { label: 'text-valid' },
        }),
        sections: SECTIONS,
        code: CODE.carry,
      }),
    },
    ...brokenSteps(work),
  ];
}

function byteStep(work: Work, trace: Utf8Trace, index: number): LessonStep {
  const { fragments, message } = work;
  const step = trace.step(index) as Utf8Step;
  const all = charactersOf(message);
  const captions = new Map([...all].filter(([at]) => at <= index));
  const stateAt = (at: number): State => (at < index ? 'done' : at === index ? 'current' : 'faint');
  const common = {
    id: `byte-${index + 1}`,
    scene: sceneOf(work, board(fragments, { stateAt, captions, step, showCheck: true })),
    sections: SECTIONS,
    code: CODE.carry,
  };
  const byte = ofByte(step.byte, 'payload');
  const left = step.after.left;
  const fragment = fragments.findIndex(({ place, payload }) => place <= index && index < place + payload.length) + 1;
  const frame = fragments[fragment - 1];
  if (step.kind === 'ascii') {
    return { ...common, text: 'byte-ascii', values: { byte, character: ofText(all.get(index) ?? '', 'payload') } };
  }
  if (step.kind === 'lead') return { ...common, text: 'byte-lead', values: { byte, size: step.size, left } };
  const { low, high } = step.before.allowed[0] ?? { low: 0, high: 0 };
  const range = { byte, low: ofByte(low), high: ofByte(high) };
  if (frame?.place === index) return { ...common, text: 'byte-carried', values: { ...range, fragment } };
  const character = all.get(index);
  return character === undefined
    ? { ...common, text: 'byte-more', values: { ...range, left } }
    : { ...common, text: 'byte-last', values: { byte, character: ofText(character, 'payload') } };
}

/** The bytes of a text that may be none, in fragments. */
export function brokenFragments({ inputs }: Work): readonly Sent[] {
  const mask = (frame: number) => keyOf(inputs, frame);
  return sentOf(composeMessage({ opcode: OPCODE.text, payload: inputs.broken, cuts: BROKEN_CUTS, mask }));
}

function brokenSteps(work: Work): readonly Planned[] {
  const { broken } = work.inputs;
  const fragments = brokenFragments(work);
  const trace = traceUtf8(broken);
  const { fault } = trace;
  const phase = 'text';
  const inputs = ['broken'] as const;
  // A text that ends too early is known with its last byte: there FIN says that nothing more will come.
  const known = fault === null ? 0 : Math.min(fault.index + 1, broken.length);
  const ask: Planned = {
    phase,
    make: () => ({
      id: 'fast-question',
      text: 'fast-question',
      values: { bytes: broken.length },
      scene: sceneOf(work, board(fragments, { stateAt: () => 'done', showCheck: true }), null, inputs),
      sections: SECTIONS,
      ask: { kind: 'number', right: known },
    }),
  };
  const scene = (verdict: Verdict | null) => {
    const bad = known - 1;
    const stateAt = (at: number): State => (fault === null || at < bad ? 'done' : at === bad ? 'wrong' : 'faint');
    const look: Look = {
      stateAt,
      captions: charactersOf(broken),
      step: fault === null ? null : trace.step(bad),
      last: trace.step(bad - 1),
      showCheck: true,
    };
    return sceneOf(work, board(fragments, look), verdict, inputs);
  };
  if (fault === null) {
    return [
      ask,
      {
        phase,
        make: () => ({
          id: 'fast',
          text: 'fast-none',
          values: { bytes: broken.length },
          scene: scene({ kind: 'right', says: { label: 'text-valid' } }),
          sections: SECTIONS,
        }),
      },
    ];
  }
  const at = trace.step(known - 1);
  return [
    ask,
    {
      phase,
      make: () => {
        const judged = judge(fragments, work.direction, 'invalid-utf8');
        const verdict: Verdict | null = judged && { kind: 'rule', ...judged };
        const common = { id: 'fast', scene: scene(verdict), sections: SECTIONS, code: CODE.fail };
        const code = ofNumber(judged?.closeCode ?? 0);
        if (at?.kind !== 'fault') {
          return { ...common, text: 'fast-end', values: { bytes: broken.length, left: trace.end.left, code } };
        }
        const byte = ofByte(at.byte, 'payload');
        const values = { byte, position: known, unread: broken.length - known, code };
        return { ...common, text: `fast-${at.reason}` as const, values };
      },
    },
  ];
}
