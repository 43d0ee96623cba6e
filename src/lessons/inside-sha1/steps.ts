import { askBitOf } from '../../components/hash/ask.ts';
import type { HashScene } from '../../components/hash/scene.ts';
import type { Code, Step } from '../../components/lesson/lesson.ts';
import { ofNumber, ofText, ofWord } from '../../components/lesson/value.ts';
import type { ExpandWordStep, Sha1Round } from '../../protocol/hash/trace.ts';
import { EXPAND_CODE, ROUND_CODES } from './code.ts';
import { expandScene, roundScene, type Sha1Work } from './scenes.ts';
import type { ExpandTextId, RoundTextId, Sha1Texts } from './texts.ts';

export type Sha1LessonStep = Step<Sha1Texts, HashScene>;

/** Texts that are said once, in the first block: what is new, and why it is so. By t. */
const EXPAND_ONCE: Readonly<Record<number, ExpandTextId>> = { 16: 'expand-first', 17: 'why-expand', 18: 'why-one' };

const ROUND_ONCE: Readonly<Record<number, { readonly text: RoundTextId; readonly code: Code }>> = {
  0: { text: 'ch-first', code: ROUND_CODES.Ch },
  1: { text: 'why-carry', code: ROUND_CODES.add },
  2: { text: 'why-rotate', code: ROUND_CODES.rotate },
  4: { text: 'why-move', code: ROUND_CODES.move },
  20: { text: 'parity-first', code: ROUND_CODES.Parity },
  40: { text: 'maj-first', code: ROUND_CODES.Maj },
  60: { text: 'parity-again', code: ROUND_CODES.Parity },
  79: { text: 'last', code: ROUND_CODES.round },
};

const USUAL = { Ch: 'ch', Parity: 'parity', Maj: 'maj' } as const;

export function expandStep(work: Sha1Work, step: ExpandWordStep): Sha1LessonStep {
  const { block, t, xor, word, section } = step;
  return {
    id: `word-${block + 1}-${t}`,
    text: (block === 0 ? EXPAND_ONCE[t] : undefined) ?? 'expand',
    values: {
      t,
      block: block + 1,
      p3: t - 3,
      p8: t - 8,
      p14: t - 14,
      p16: t - 16,
      xor: ofWord(xor, 'control'),
      word: ofWord(word, 'payload'),
    },
    scene: expandScene(work, step),
    sections: [section],
    code: EXPAND_CODE,
  };
}

/** Which is the oldest of the four words? */
export function askExpand(work: Sha1Work, step: ExpandWordStep): Sha1LessonStep {
  const { t, section } = step;
  return {
    id: 'ask-expand',
    text: 'ask-expand',
    values: { t, p3: t - 3, p8: t - 8, p14: t - 14 },
    scene: expandScene(work, step, true),
    sections: [section],
    ask: { kind: 'number', right: t - 16 },
  };
}

/** One of the 80 rounds. */
export function roundStep(work: Sha1Work, step: Sha1Round): Sha1LessonStep {
  const { block, round, fn, terms, registers, temp, rotl30, section } = step;
  const once = block === 0 ? ROUND_ONCE[round] : undefined;
  const [rotl5, f, , w, k] = terms;
  const [a, b, c, d, e] = registers;
  return {
    id: `round-${block + 1}-${round}`,
    text: once?.text ?? USUAL[fn],
    values: {
      t: round,
      block: block + 1,
      a: ofWord(a.value),
      b: ofWord(b.value),
      c: ofWord(c.value),
      d: ofWord(d.value),
      e: ofWord(e.value),
      f: ofWord(f.value, 'control'),
      rotated: ofWord(rotl5.value),
      w: ofWord(w.value, 'key'),
      constant: ofWord(k.value),
      temp: ofWord(temp.value, 'payload'),
      carry: temp.carry,
      turned: ofWord(rotl30),
    },
    scene: roundScene(work, step),
    sections: once === undefined || fn === 'Maj' ? [section] : [section, 'RFC 3174 §5'],
    code: once?.code ?? ROUND_CODES.round,
  };
}

/** Which bit does Ch give, where B says 0 and the others differ; and Maj, where they do not all agree? */
export function askBit(work: Sha1Work, step: Sha1Round): Sha1LessonStep {
  const [, b, c, d] = step.registers;
  const differ = c.value ^ d.value;
  const { column, bitOf, ask } = askBitOf(step.terms[1].value, step.fn === 'Ch' ? ~b.value & differ : differ);
  const id = step.fn === 'Ch' ? 'ask-ch' : 'ask-maj';
  return {
    id,
    text: id,
    values: {
      t: step.round,
      column: column + 1,
      bitB: ofNumber(bitOf(b.value)),
      bitC: ofNumber(bitOf(c.value), step.fn === 'Ch' ? 'length' : 'plain'),
      bitD: ofNumber(bitOf(d.value), step.fn === 'Ch' ? 'mask' : 'plain'),
    },
    scene: roundScene(work, step, 'f', column),
    sections: [step.section],
    ask,
  };
}

/** What is the first byte of A, rotated? */
export function askRotate(work: Sha1Work, step: Sha1Round): Sha1LessonStep {
  return {
    id: 'ask-rotate',
    text: 'ask-rotate',
    values: { t: step.round, a: ofWord(step.registers[0].value) },
    scene: roundScene(work, step, 'rotated'),
    sections: [step.section],
    ask: { kind: 'byte', right: step.terms[0].value >>> 24 },
  };
}

/** Where will the word in C be after this round? */
export function askMove(work: Sha1Work, step: Sha1Round): Sha1LessonStep {
  return {
    id: 'ask-move',
    text: 'ask-move',
    values: { t: step.round, c: ofWord(step.registers[2].value) },
    scene: roundScene(work, step, 'moves'),
    sections: [step.section],
    ask: {
      kind: 'choice',
      options: [
        { id: 'back', value: ofText('B'), right: false },
        { id: 'stays', value: ofText('C'), right: false },
        { id: 'moves', value: ofText('D'), right: true },
        { id: 'sum', value: ofText('A'), right: false },
      ],
    },
  };
}
