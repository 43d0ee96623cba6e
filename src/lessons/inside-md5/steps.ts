import { askBitOf } from '../../components/hash/ask.ts';
import type { HashScene } from '../../components/hash/scene.ts';
import type { Code, Step } from '../../components/lesson/lesson.ts';
import { ofNumber, ofText, ofWord } from '../../components/lesson/value.ts';
import type { Md5Round } from '../../protocol/hash/trace.ts';
import { ROUND_CODES } from './code.ts';
import { type Md5Work, roundScene } from './scenes.ts';
import type { StepTextId, StepTexts } from './texts.ts';

export type Md5LessonStep = Step<StepTexts, HashScene>;

const REGISTER_NAMES = ['A', 'B', 'C', 'D'] as const;

/** Texts that are said once, in the first block: what is new, and why it is so. By the RFC's number of the step. */
const ONCE: Readonly<Record<number, { readonly text: StepTextId; readonly code: Code }>> = {
  1: { text: 'f-first', code: ROUND_CODES.F },
  2: { text: 'why-carry', code: ROUND_CODES.add },
  3: { text: 'why-rotate', code: ROUND_CODES.rotate },
  4: { text: 'why-names', code: ROUND_CODES.names },
  17: { text: 'g-first', code: ROUND_CODES.G },
  18: { text: 'word-order', code: ROUND_CODES.order },
  33: { text: 'h-first', code: ROUND_CODES.H },
  49: { text: 'i-first', code: ROUND_CODES.I },
  64: { text: 'last', code: ROUND_CODES.step },
};

const USUAL = { F: 'f', G: 'g', H: 'h', I: 'i' } as const;

/** One of the 64 steps. */
export function roundStep(work: Md5Work, step: Md5Round): Md5LessonStep {
  const { block, round, fn, k, s, terms, registers, sum, rotated, result, roles, section } = step;
  const once = block === 0 ? ONCE[round + 1] : undefined;
  const [a, f, x, t] = terms;
  const [, b, c, d] = registers;
  return {
    id: stepId(step),
    text: once?.text ?? USUAL[fn],
    values: {
      step: round + 1,
      block: block + 1,
      a: ofWord(a.value),
      b: ofWord(b.value),
      c: ofWord(c.value),
      d: ofWord(d.value),
      f: ofWord(f.value, 'control'),
      k,
      x: ofWord(x.value, 'key'),
      s,
      constant: ofWord(t.value),
      sum: ofWord(sum.value),
      carry: sum.carry,
      rotated: ofWord(rotated),
      result: ofWord(result.value, 'payload'),
      register: ofText(REGISTER_NAMES[roles[0]] ?? ''),
    },
    scene: roundScene(work, step),
    sections: [section],
    code: once?.code ?? ROUND_CODES.step,
  };
}

export function stepId({ block, round }: Md5Round): string {
  return `step-${block + 1}-${round + 1}`;
}

/** Which bit does F give, where b says 0 and the other two differ? Or, where there is no such place, the first one. */
export function askF(work: Md5Work, step: Md5Round): Md5LessonStep {
  const [, b, c, d] = step.registers;
  const { column, bitOf, ask } = askBitOf(step.terms[1].value, ~b.value & (c.value ^ d.value));
  return {
    id: 'ask-f',
    text: 'ask-f',
    values: {
      step: step.round + 1,
      column: column + 1,
      bitB: ofNumber(bitOf(b.value)),
      bitC: ofNumber(bitOf(c.value), 'length'),
      bitD: ofNumber(bitOf(d.value), 'mask'),
    },
    scene: roundScene(work, step, 'f', column),
    sections: [step.section],
    ask,
  };
}

/** What is the first byte of the rotated sum? */
export function askRotate(work: Md5Work, step: Md5Round): Md5LessonStep {
  return {
    id: 'ask-rotate',
    text: 'ask-rotate',
    values: { step: step.round + 1, sum: ofWord(step.sum.value), s: step.s },
    scene: roundScene(work, step, 'rotated'),
    sections: [step.section],
    ask: { kind: 'byte', right: step.rotated >>> 24 },
  };
}

/** Which word comes next, when they are taken five apart? */
export function askWord(work: Md5Work, step: Md5Round, previous: number): Md5LessonStep {
  return {
    id: 'ask-word',
    text: 'ask-word',
    values: { step: step.round + 1, previous },
    scene: roundScene(work, step, 'word'),
    sections: [step.section],
    ask: { kind: 'number', right: step.k },
  };
}
