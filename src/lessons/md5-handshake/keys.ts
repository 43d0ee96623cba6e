/** Reading a key: one step a character, then its number, the division, and four bytes; or the step that refuses. */

import type { Code } from '../../components/lesson/lesson.ts';
import { ofByte, ofBytes, ofNumber, ofText, ofWord } from '../../components/lesson/value.ts';
import { NUMBER_LIMIT, partBytes, spacesBeforeCollapse } from '../../protocol/handshake/hixie-key.ts';
import type {
  KeyBytesStep,
  KeyCharacterStep,
  KeyDivideStep,
  KeyStep,
  PartByte,
} from '../../protocol/handshake/hixie-key-trace.ts';
import { board, finished, type Progress, UNREAD } from './board.ts';
import { CODE } from './code.ts';
import type { Facts, KeyFacts } from './facts.ts';
import { type BoardScene, type Note, ROLES } from './scene.ts';
import type { LessonStep, Planned } from './texts.ts';

export const SECTIONS = ['draft-hixie-76 §5.2'];

/** A space as the stage draws it. */
export const SPACE = '␣';

/** A number that has no digit yet. */
const NONE = '–';

/** The board while `key` is read: what came before it is finished, what comes after is not begun. */
function boardWith(facts: Facts, key: KeyFacts, progress: Progress, joined = 0): BoardScene {
  const before = (key.which - 1) * 4;
  return board(facts, {
    key1: key.which === 1 ? progress : finished(facts.key1),
    key2: key.which === 2 ? progress : UNREAD,
    joined: before + joined,
    fresh: before,
  });
}

export function scanSteps(facts: Facts, key: KeyFacts): readonly Planned[] {
  const { trace, which } = key;
  const phase = `scan${which}`;
  const asked = which === 1 ? firstNoise(key) : -1;
  const planned: Planned[] = which === 2 ? [{ phase, make: () => askSpaces(facts, key) }] : [];
  for (let i = 0; i < trace.text.length; i += 1) {
    if (i === asked) planned.push({ phase, make: () => askNoise(facts, key, i) });
    planned.push({ phase, make: () => character(facts, key, trace.step(i) as KeyCharacterStep) });
  }
  return planned;
}

function firstNoise({ trace }: KeyFacts): number {
  for (let i = 0; i < trace.text.length; i += 1) {
    if ((trace.step(i) as KeyCharacterStep).class === 'noise') return i;
  }
  return -1;
}

function character(facts: Facts, key: KeyFacts, step: KeyCharacterStep): LessonStep {
  const { trace, which, name } = key;
  const { position, after } = step;
  const run = step.class === 'space' && position > 0 && trace.text.charAt(position - 1) === ' ';
  return {
    id: `${name}-${position + 1}`,
    text: run ? 'scan-run' : `scan-${step.class}`,
    values: {
      which,
      character: ofText(step.class === 'space' ? SPACE : step.character, ROLES[step.class]),
      position: position + 1,
      length: trace.text.length,
      digits: ofText(after.digits || NONE, 'key'),
      spaces: ofNumber(after.spaces, 'length'),
    },
    scene: boardWith(facts, key, { read: position + 1, at: position }),
    sections: [step.section],
    code: CODE[step.class],
  };
}

function askNoise(facts: Facts, key: KeyFacts, position: number): LessonStep {
  const { trace, which, name } = key;
  return {
    id: `${name}-ask`,
    text: 'ask-noise',
    values: {
      which,
      character: ofText(trace.text.charAt(position)),
      position: position + 1,
      length: trace.text.length,
    },
    scene: boardWith(facts, key, { read: position, at: position, asked: true }),
    sections: SECTIONS,
    code: CODE.scan,
    ask: {
      kind: 'choice',
      options: [
        { id: 'join', value: null, right: false },
        { id: 'skip', value: null, right: true },
        { id: 'count', value: null, right: false },
      ],
    },
  };
}

function askSpaces(facts: Facts, key: KeyFacts): LessonStep {
  const { trace, which, name } = key;
  const { spaces } = trace.scan;
  return {
    id: `${name}-ask`,
    text: 'ask-spaces',
    values: { which, length: trace.text.length, spaces },
    scene: boardWith(facts, key, { ...UNREAD, spaces: 'hidden' }),
    sections: SECTIONS,
    code: CODE.scan,
    ask: { kind: 'number', right: spaces },
  };
}

/** What follows the last character: up to the four bytes, or up to the refusal. */
export function numberSteps(facts: Facts, key: KeyFacts): readonly Planned[] {
  const { trace } = key;
  const phase = `number${key.which}`;
  const steps: (() => LessonStep)[] = [];
  for (let i = trace.text.length; i < trace.stepCount; i += 1) {
    const step = trace.step(i) as KeyStep;
    if (step.kind === 'number') steps.push(() => scanned(facts, key));
    if (step.kind === 'divide') {
      steps.push(() => askDivision(facts, key, step));
      if (step.remainder === 0) steps.push(() => divides(facts, key, step));
    }
    if (step.kind === 'abort') steps.push(() => stop(facts, key));
    if (step.kind === 'bytes') {
      if (key.which === 1) steps.push(() => askByte(facts, key, step.part));
      for (const byte of [3, 2, 1, 0]) steps.push(() => oneByte(facts, key, step, byte));
      steps.push(() => packed(facts, key, step.part));
    }
  }
  return steps.map((make) => ({ phase, make }));
}

function read({ trace }: KeyFacts): Progress {
  return { read: trace.text.length, number: 'done', spaces: 'done' };
}

/** Values that all steps of a division share. */
function numberOf({ trace, which }: KeyFacts) {
  const { digits, spaces } = trace.scan;
  return { which, digits: ofText(digits || NONE, 'key'), spaces: ofNumber(spaces, 'length') };
}

function scanned(facts: Facts, key: KeyFacts): LessonStep {
  const { trace, name } = key;
  const { digits, spaces } = trace.scan;
  const { length } = trace.text;
  return {
    id: `${name}-read`,
    text: 'scanned',
    values: { ...numberOf(key), length, noise: length - digits.length - spaces },
    scene: boardWith(facts, key, { ...read(key), number: 'current', spaces: 'current' }),
    sections: SECTIONS,
    code: CODE.number,
  };
}

function askDivision(facts: Facts, key: KeyFacts, step: KeyDivideStep): LessonStep {
  const common = {
    id: `${key.name}-ask-divide`,
    scene: boardWith(facts, key, { ...read(key), number: 'current', spaces: 'current', part: 'hidden' }),
    sections: SECTIONS,
  };
  const option = (id: string, right: boolean) => ({ id, value: null, right });
  if (key.which === 1) {
    const options = [option('round', false), option('exact', true), option('multiply', false)];
    return { ...common, text: 'ask-rule', values: numberOf(key), ask: { kind: 'choice', options } };
  }
  const genuine = step.remainder === 0;
  return {
    ...common,
    text: 'ask-genuine',
    values: { ...numberOf(key), remainder: step.remainder },
    ask: { kind: 'choice', options: [option('yes', genuine), option('no', !genuine)] },
  };
}

function divides(facts: Facts, key: KeyFacts, { quotient, divisor, product }: KeyDivideStep): LessonStep {
  const values = { spaces: divisor.value, quotient, number: product };
  return {
    id: `${key.name}-divide`,
    text: 'divides',
    values: { ...numberOf(key), part: ofNumber(quotient, 'key') },
    scene: boardWith(facts, key, {
      ...read(key),
      part: 'current',
      note: { kind: 'right', label: 'note-multiple', values },
    }),
    sections: SECTIONS,
    code: CODE.remainder,
  };
}

function stop(facts: Facts, key: KeyFacts): LessonStep {
  const { trace, name, which } = key;
  const { digits, spaces } = trace.scan;
  const shared = (note: Note, code: Code, wrong: Partial<Progress>) => ({
    id: `${name}-stop`,
    scene: boardWith(facts, key, { ...read(key), ...wrong, note }),
    sections: SECTIONS,
    code,
  });
  const note = (label: Note['label'], values: Note['values'] = {}): Note => ({ kind: 'wrong', label, values });
  if (key.problem === 'no-digits') {
    const values = { which, length: trace.text.length };
    return { ...shared(note('note-no-digits'), CODE.number, {}), text: 'stop-no-digits', values };
  }
  if (key.problem === 'number-too-big') {
    const values = { which, digits: ofText(digits, 'key'), limit: ofNumber(NUMBER_LIMIT) };
    const scene = shared(note('note-too-big', { limit: NUMBER_LIMIT }), CODE.limits, { number: 'wrong' });
    return { ...scene, text: 'stop-too-big', values };
  }
  if (key.problem === 'no-spaces') {
    const values = { which, digits: ofText(digits, 'key') };
    return { ...shared(note('note-no-spaces'), CODE.limits, { spaces: 'wrong' }), text: 'stop-no-spaces', values };
  }
  const step = trace.step(trace.text.length + 1) as KeyDivideStep;
  const { quotient, remainder, dividend } = step;
  const values = { ...numberOf(key), quotient: ofNumber(quotient, 'key'), remainder };
  const remark = note('note-remainder', { number: dividend.value, spaces, quotient, remainder });
  const scene = shared(remark, CODE.remainder, { number: 'wrong', spaces: 'wrong' });
  const counts = spacesBeforeCollapse(trace.scan, trace.text);
  if (counts.length === 0) return { ...scene, text: 'stop-remainder', values };
  return { ...scene, text: 'stop-collapsed', values: { ...values, counts: ofText(counts.join(', '), 'length') } };
}

function askByte(facts: Facts, key: KeyFacts, part: number): LessonStep {
  const first = part >>> 24;
  return {
    id: `${key.name}-ask-byte`,
    text: 'ask-byte',
    values: { which: key.which, part: ofNumber(part, 'key'), hex: ofWord(part, 'key'), first: ofByte(first, 'key') },
    scene: boardWith(facts, key, { ...read(key), part: 'current', bytesAsked: true }),
    sections: SECTIONS,
    ask: { kind: 'byte', right: first },
  };
}

/** By hand: what a division by 256 leaves over is the last byte, and so on with the quotient. */
function oneByte(facts: Facts, key: KeyFacts, { bytes }: KeyBytesStep, index: number): LessonStep {
  const { dividend: before, quotient, value: rest } = bytes[index] as PartByte;
  const byte = ofByte(rest, 'key');
  return {
    id: `${key.name}-byte-${index + 1}`,
    text: 'byte',
    values: {
      which: key.which,
      place: index + 1,
      before,
      quotient,
      rest,
      high: rest >>> 4,
      low: rest & 0xf,
      byte,
    },
    scene: boardWith(facts, key, {
      ...read(key),
      part: 'done',
      bytes: 4 - index,
      byte: index,
      note: { kind: 'info', label: 'note-byte', values: { before, quotient, rest, byte: byte.text } },
    }),
    sections: SECTIONS,
    code: CODE.part,
  };
}

function packed(facts: Facts, key: KeyFacts, part: number): LessonStep {
  const from = (key.which - 1) * 4 + 1;
  return {
    id: `${key.name}-packed`,
    text: 'packed',
    values: {
      which: key.which,
      part: ofNumber(part, 'key'),
      bytes: ofBytes(partBytes(part), 'key'),
      from,
      to: from + 3,
    },
    scene: boardWith(facts, key, { ...read(key), part: 'done', bytes: 4 }, 4),
    sections: SECTIONS,
    code: CODE.part,
  };
}
