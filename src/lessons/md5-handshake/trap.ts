/** The exercise: the same keys after a web page or a chat has made one space of several. */

import { ofBytes, ofNumber, ofText } from '../../components/lesson/value.ts';
import type { Cell, State } from '../../components/stage/types.ts';
import { type Challenge, joinChallenge } from '../../protocol/handshake/challenge.ts';
import { collapseSpaces, type KeyScan, keyClassOf, readKey } from '../../protocol/handshake/hixie-key.ts';
import { byteCells } from './board.ts';
import type { Facts, KeyFacts } from './facts.ts';
import { SECTIONS } from './keys.ts';
import { type CollapsedKey, EMPTY, type Figure, type Note, ROLES, type TrapScene } from './scene.ts';
import type { LessonStep, Planned } from './texts.ts';

/** A key that divides, and what became of it. */
export interface Collapsed {
  readonly key: KeyFacts;
  readonly part: number;
  readonly text: string;
  readonly scan: KeyScan;
  readonly end: 'same' | 'zero' | 'caught' | 'missed';
}

export function collapse(key: KeyFacts): Collapsed {
  const text = collapseSpaces(key.trace.text);
  const scan = readKey(text);
  const part = key.trace.scan.part ?? 0;
  const same = text === key.trace.text;
  const end = same ? 'same' : scan.part === null ? 'caught' : scan.part === part ? 'zero' : 'missed';
  return { key, part, text, scan, end };
}

/** How far a key has come: the collapsed text, the question, the result, and the result in later steps. */
type Shown = 'text' | 'ask' | 'result' | 'past';

export function trapSteps(facts: Facts, challenge: Challenge): readonly Planned[] {
  const keys = [collapse(facts.key1), collapse(facts.key2)] as const;
  const lost = keys.reduce((sum, { key, text }) => sum + key.trace.text.length - text.length, 0);
  const scene = (first: Shown, second: Shown, answered = false): TrapScene => ({
    kind: 'trap',
    keys: [pictureOf(keys[0], first), pictureOf(keys[1], second)],
    right: byteCells('answer', challenge.answer, answered ? 'current' : 'empty'),
    wrong: byteCells('wrong', wrongAnswer(facts, keys), answered ? 'wrong' : 'empty'),
  });
  const makes: (() => LessonStep)[] = [
    () => ({
      id: 'trap-page',
      text: 'trap-page',
      values: { lost },
      scene: scene('text', 'text'),
      sections: SECTIONS,
    }),
  ];
  for (const one of keys) {
    const show = (shown: Shown) => (one.key.which === 1 ? scene(shown, 'text') : scene('past', shown));
    if (one.end === 'caught' || one.end === 'missed') makes.push(() => askCaught(one, show('ask')));
    makes.push(() => result(one, show('result')));
  }
  if (keys.some(({ end }) => end === 'missed')) {
    const values = { right: ofBytes(challenge.answer, 'key', 4), wrong: ofBytes(wrongAnswer(facts, keys), 'plain', 4) };
    makes.push(() => ({
      id: 'trap-answer',
      text: 'trap-answer',
      values,
      scene: scene('past', 'past', true),
      sections: ['draft-hixie-76 §4.1'],
    }));
  }
  return makes.map((make) => ({ phase: 'trap', make }));
}

/** The answer where every key that got through is the damaged one. */
function wrongAnswer({ key3 }: Facts, keys: readonly [Collapsed, Collapsed]): Uint8Array {
  const [first, second] = keys.map(({ scan, part }) => scan.part ?? part);
  return joinChallenge(first ?? 0, second ?? 0, key3)?.answer ?? new Uint8Array(16);
}

function valuesOf({ key, scan, part }: Collapsed) {
  return {
    which: key.which,
    before: ofNumber(key.trace.scan.spaces, 'length'),
    spaces: ofNumber(scan.spaces, 'length'),
    digits: ofText(scan.digits, 'key'),
    remainder: scan.remainder ?? 0,
    part: ofNumber(scan.part ?? part, 'key'),
    right: ofNumber(part, 'key'),
  };
}

function askCaught(one: Collapsed, scene: TrapScene): LessonStep {
  const caught = one.end === 'caught';
  return {
    id: `trap-${one.key.name}-ask`,
    text: 'ask-caught',
    values: valuesOf(one),
    scene,
    sections: SECTIONS,
    ask: {
      kind: 'choice',
      options: [
        { id: 'missed', value: null, right: !caught },
        { id: 'caught', value: null, right: caught },
      ],
    },
  };
}

function result(one: Collapsed, scene: TrapScene): LessonStep {
  const { key, end, scan } = one;
  const shared = { id: `trap-${key.name}`, scene, sections: SECTIONS };
  if (end !== 'same') return { ...shared, text: `trap-${end}`, values: valuesOf(one) };
  return { ...shared, text: 'trap-same', values: { which: key.which, spaces: ofNumber(scan.spaces, 'length') } };
}

function pictureOf(one: Collapsed, shown: Shown): CollapsedKey {
  const { key, scan, text, part, end } = one;
  const sent = key.trace.text;
  const state: State = shown === 'past' ? 'done' : 'current';
  return {
    name: key.name,
    sent: cells(`sent-${key.which}`, sent, (i) => sent[i] === ' ' && sent[i - 1] === ' '),
    shown: cells(`shown-${key.which}`, text, () => false),
    number: shown === 'text' ? EMPTY : { text: scan.digits, state },
    spaces: shown === 'text' ? EMPTY : { text: String(scan.spaces), state },
    part: quotient(one, shown),
    note: shown === 'result' || shown === 'past' ? noteOf(end, scan, part) : null,
  };
}

function quotient({ scan, end }: Collapsed, shown: Shown): Figure {
  if (shown === 'ask') return { text: '', state: 'hidden' };
  if (shown === 'text' || scan.part === null) return EMPTY;
  return { text: String(scan.part), state: end === 'missed' ? 'wrong' : 'done' };
}

function noteOf(end: Collapsed['end'], { remainder, part: found }: KeyScan, right: number): Note {
  if (end === 'caught') return { kind: 'right', label: 'note-caught', values: { remainder: remainder ?? 0 } };
  if (end === 'missed') return { kind: 'wrong', label: 'note-missed', values: { part: found ?? 0, right } };
  return { kind: 'info', label: `note-${end}`, values: {} };
}

function cells(id: string, text: string, isLost: (index: number) => boolean): readonly Cell[] {
  return Array.from(text, (character, i) => {
    const kind = keyClassOf(character.charCodeAt(0));
    const state: State = isLost(i) ? 'wrong' : kind === 'noise' ? 'faint' : 'done';
    return { id: `${id}-${i}`, text: character, role: ROLES[kind], state };
  });
}
