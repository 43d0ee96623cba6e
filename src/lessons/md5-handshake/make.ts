/** A key as a client makes it: from the end, so that it divides. */

import { ofNumber, ofText } from '../../components/lesson/value.ts';
import type { Cell } from '../../components/stage/types.ts';
import type { RandomBytes } from '../../protocol/handshake/dialect.ts';
import { keyClassOf, NUMBER_LIMIT, readKey } from '../../protocol/handshake/hixie-key.ts';
import { type MakeKeyStep, type MakeKeyTrace, traceMakeKey } from '../../protocol/handshake/hixie-key-make.ts';
import { CODE } from './code.ts';
import { SPACE } from './keys.ts';
import { EMPTY, type Figure, type MakeScene, type Note, ROLES } from './scene.ts';
import type { LessonStep, Planned } from './texts.ts';

/** Bytes that follow from the seed: mulberry32. Any seed gives a key; another one gives another. */
export function randomOf(seed: number): RandomBytes {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return (word ^ (word >>> 14)) >>> 24;
  };
  return (count) => Uint8Array.from({ length: count }, next);
}

export function makeSteps(seed: number): readonly Planned[] {
  const trace = traceMakeKey(randomOf(seed), 'made');
  return Array.from({ length: trace.stepCount }, (_, i) => ({
    phase: 'make',
    make: () => stepOf(trace, trace.step(i) as MakeKeyStep),
  }));
}

function stepOf(trace: MakeKeyTrace, step: MakeKeyStep): LessonStep {
  const scene = sceneOf(trace, step);
  const shared = { scene, sections: [step.section] };
  switch (step.kind) {
    case 'spaces': {
      const { least, most } = step;
      const values = { spaces: ofNumber(step.spaces, 'length'), least, most };
      return { ...shared, id: 'make-spaces', text: 'make-spaces', values, code: CODE.makeSpaces };
    }
    case 'max': {
      const { limit, max } = step;
      const values = { limit, spaces: ofNumber(step.spaces, 'length'), max };
      return { ...shared, id: 'make-max', text: 'make-max', values, code: CODE.makeLimit };
    }
    case 'number': {
      const values = { number: ofNumber(step.number, 'key'), max: step.most };
      return { ...shared, id: 'make-number', text: 'make-number', values, code: CODE.makeNumber };
    }
    case 'product': {
      const { number, spaces, product } = step;
      const values = {
        number: ofNumber(number, 'key'),
        spaces: ofNumber(spaces, 'length'),
        product: ofNumber(product, 'key'),
      };
      return { ...shared, id: 'make-product', text: 'make-product', values, code: CODE.makeDigits };
    }
    case 'digits': {
      const values = { product: ofNumber(step.product, 'key') };
      return { ...shared, id: 'make-digits', text: 'make-digits', values, code: CODE.makeDigits };
    }
    case 'noise-count':
      return {
        ...shared,
        id: 'make-noise-count',
        text: 'make-noise-count',
        values: { count: step.count },
        code: CODE.makeCount,
      };
    case 'noise':
    case 'space': {
      const { kind, character, position, nth, count } = step;
      return {
        ...shared,
        id: `make-${kind}-${nth + 1}`,
        text: `make-${kind}`,
        values: {
          character: ofText(kind === 'space' ? SPACE : character, ROLES[kind]),
          position: position + 1,
          nth: nth + 1,
          count,
        },
        code: kind === 'noise' ? CODE.makeNoise : CODE.makeSpace,
      };
    }
    case 'key': {
      const { text, spaces, part } = step.key;
      const { digits } = readKey(text);
      return {
        ...shared,
        id: 'make-key',
        text: 'make-key',
        values: {
          key: ofText(text, 'key'),
          product: ofText(digits, 'key'),
          spaces: ofNumber(spaces, 'length'),
          number: ofNumber(part, 'key'),
        },
      };
    }
  }
}

/** Everything chosen up to this step, and the characters that are there. */
function sceneOf(trace: MakeKeyTrace, step: MakeKeyStep): MakeScene {
  const figure = <K extends MakeKeyStep['kind']>(kind: K, pick: (made: MakeStepOf<K>) => number): Figure => {
    const made = stepOfKind(trace, kind);
    if (made === undefined || step.index < made.index) return EMPTY;
    return { text: String(pick(made)), state: step.index === made.index ? 'current' : 'done' };
  };
  const read = readKey(step.after);
  const done = step.kind === 'key';
  const reading = (value: string | number | null): Figure =>
    done && value !== null ? { text: String(value), state: 'current' } : EMPTY;
  return {
    kind: 'make',
    spaces: figure('spaces', ({ spaces }) => spaces),
    limit: { text: String(NUMBER_LIMIT), state: step.kind === 'max' ? 'current' : 'faint' },
    max: figure('max', ({ max }) => max),
    number: figure('number', ({ number }) => number),
    product: figure('product', ({ product }) => product),
    cells: cellsOf(trace, step),
    read: [reading(read.digits), reading(read.spaces), reading(read.part)],
    note: noteOf(step),
  };
}

type MakeStepOf<K extends MakeKeyStep['kind']> = Extract<MakeKeyStep, { kind: K }>;

/** The step in which something is chosen or computed: there is one of each. */
function stepOfKind<K extends MakeKeyStep['kind']>(trace: MakeKeyTrace, kind: K): MakeStepOf<K> | undefined {
  for (let i = 0; i < trace.stepCount; i += 1) {
    const step = trace.step(i);
    if (step?.kind === kind) return step as MakeStepOf<K>;
  }
  return undefined;
}

function noteOf(step: MakeKeyStep): Note | null {
  if (step.kind !== 'noise' && step.kind !== 'space') return null;
  const { kind, nth, count } = step;
  return { kind: 'info', label: `note-${kind}`, values: { nth: nth + 1, count } };
}

/** Each character keeps its id while others are put before it. */
function cellsOf(trace: MakeKeyTrace, { index }: MakeKeyStep): readonly Cell[] {
  const ids: string[] = [];
  let text = '';
  let fresh = '';
  for (let i = 0; i <= index; i += 1) {
    const step = trace.step(i) as MakeKeyStep;
    text = step.after;
    fresh = '';
    if (step.kind === 'digits') ids.push(...Array.from(text, (_, digit) => `digit-${digit}`));
    if (step.kind === 'noise' || step.kind === 'space') {
      fresh = `${step.kind}-${step.nth}`;
      ids.splice(step.position, 0, fresh);
    }
  }
  return Array.from(text, (character, i) => {
    const id = ids[i] ?? `made-${i}`;
    const kind = keyClassOf(character.charCodeAt(0));
    const state = id === fresh ? 'current' : kind === 'noise' ? 'faint' : 'done';
    return { id: `made-${id}`, text: character, role: ROLES[kind], state };
  });
}
