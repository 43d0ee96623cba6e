/** The XOR of each byte. */

import { listed, type Run } from '../../components/lesson/plan.ts';
import { ofByte, ofBytes, ofText } from '../../components/lesson/value.ts';
import { maskTrace } from '../../protocol/frame/mask-trace.ts';
import { board, frameOf, ruleBits, upTo, xorBits } from './board.ts';
import { CODE } from './code.ts';
import { type Facts, maskStep, onesOf, slotOf } from './facts.ts';
import type { LessonStep } from './texts.ts';

const HOW = ['RFC 6455 §5.3'] as const;
const PHASE = 'xor';

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
  const bytes = (from: number, to: number): Run<LessonStep> => ({
    phase: PHASE,
    count: to - from,
    step: (i) => byteStep(facts, from + i),
  });
  const KEY = facts.inputs.key.length;
  return [
    listed(PHASE, [() => ruleStep(facts), () => firstByte(facts)]),
    bytes(0, KEY),
    listed(PHASE, [() => turnChoice(facts, KEY)]),
    bytes(KEY, payload.length),
    listed(PHASE, [
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
