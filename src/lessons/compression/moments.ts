/** The steps of inflating one message, as the lesson takes them: some of the engine's are looked at as one. */

import { codeOf } from '../../components/lesson/code.ts';
import { ofByte, ofText } from '../../components/lesson/value.ts';
import type { InflateStep, InflateTrace } from '../../protocol/deflate/trace.ts';
import copy from './copy.py?raw';
import { type Change, cellText, historyOf } from './history.ts';
import inflate from './inflate.py?raw';
import { asked, type Read, readingOf } from './reading.ts';
import type { BitsScene } from './scene.ts';
import { type LessonStep, named, step } from './step.ts';
import { bitsText, tapeOf } from './tape.ts';
import type { Passage, Work } from './work.ts';

export type Which = 'first' | 'second';

const COPY = codeOf(copy, 'for _ in range(length):', 'byte = out[-back]', 'out.append(byte)');
const BACK = codeOf(inflate, 'tail = b"\\0\\0\\xff\\xff"', 'payload + tail)');
/** Fixed codes of 0 to 143 have eight bits and begin here (RFC 1951 §3.2.6). */
const FIXED_BYTES = { below: 144, from: 0x30 };

/** What is sent here can be read: there are no faults. */
type ReadStep = Exclude<InflateStep, { kind: 'fault' }>;

/** Steps of the engine that are one of the lesson: code lengths, and the empty block that the tail completes. */
export function momentsOf(trace: InflateTrace): readonly (readonly ReadStep[])[] {
  const moments: ReadStep[][] = [];
  for (let i = 0; i < trace.stepCount; i += 1) {
    const now = trace.step(i);
    if (now === null || now.kind === 'fault') continue;
    const last = moments.at(-1);
    const before = last?.at(-1)?.kind;
    const goesOn =
      (now.kind === 'code-length' && before === 'code-length') ||
      (now.kind === 'stored-length' && now.lengthBits.start >= trace.payloadBits);
    if (goesOn && last !== undefined) last.push(now);
    else moments.push([now]);
  }
  return moments;
}

/** A picture of the bits: what is read, and what it does to the row of bytes. */
export function bitsScene(which: Which, passage: Passage, from: number, read: Read, change: Change): BitsScene {
  const { trace, window, clear } = passage;
  return {
    kind: 'bits',
    name: `${which}-message`,
    tape: tapeOf(trace, from, read.marked),
    reading: read.reading,
    history: historyOf(window, clear, change),
  };
}

/** Every moment of a message, with questions before the first letter and before the first copy. */
export function messageSteps(work: Work, which: Which): (() => LessonStep)[] {
  const passage = work[which];
  const moments = momentsOf(passage.trace);
  const fixed = moments[0]?.[0]?.kind === 'header' && moments[0][0].type === 'fixed';
  const letter = which === 'first' && fixed ? moments.findIndex(([one]) => one?.kind === 'literal') : -1;
  const back = which === 'second' ? moments.findIndex(([one]) => one?.kind === 'copy') : -1;
  return moments.flatMap((steps, i) => {
    const now = () => momentStep(work, which, steps, i === letter);
    const [one] = steps;
    if (i === letter && one?.kind === 'literal' && one.byte < FIXED_BYTES.below) {
      return [() => letterAsk(work, passage, one), now];
    }
    if (i === back && one?.kind === 'copy') return [() => copyAsk(work, passage, one), now];
    return [now];
  });
}

function letterAsk(work: Work, passage: Passage, one: InflateStep & { kind: 'literal' }): LessonStep {
  const bits = bitsText(passage.trace, one.bits);
  const change = { before: one.before, after: one.after, hidden: true };
  const scene = bitsScene('first', passage, one.bits.start, asked(readingOf(passage.trace, [one])), change);
  const values = { bits: ofText(bits, 'payload'), code: ofByte(one.byte + FIXED_BYTES.from, 'payload') };
  return step(work, 'literal-ask', values, scene, ['RFC 1951 §3.2.6'], { ask: { kind: 'byte', right: one.byte } });
}

type CopyStep = Extract<InflateStep, { kind: 'copy' }>;

/** Which bytes a copy makes: those, or what a distance of one less or more would make. */
function copyAsk(work: Work, passage: Passage, one: CopyStep): LessonStep {
  const { length, distance, before } = one;
  const known = [...passage.window, ...passage.clear.subarray(0, before)];
  const made = (back: number) => {
    const bytes = [...known];
    for (let i = 0; i < length.value; i += 1) bytes.push(bytes[bytes.length - back] ?? 0);
    return bytes.slice(known.length).map(cellText).join('');
  };
  const right = made(distance.value);
  const others = [distance.value - 1, distance.value + 1, 2].filter((back) => back > 0 && back <= known.length);
  const wrong = [...new Set(others.map(made))].filter((text) => text !== right).slice(0, 2);
  const change = { before, after: one.after, hidden: true };
  const scene = bitsScene('second', passage, one.bits.start, readingOf(passage.trace, [one]), change);
  const values = { length: length.value, distance: distance.value };
  const options = [
    ...wrong.slice(0, 1).map((text, i) => ({ id: `other-${i}`, value: ofText(text, 'payload'), right: false })),
    { id: 'right', value: ofText(right, 'payload'), right: true },
    ...wrong.slice(1).map((text) => ({ id: 'other-1', value: ofText(text, 'payload'), right: false })),
  ];
  // Of one letter over and over there is nothing else to copy: then how many is the question.
  const ask =
    wrong.length === 0 ? ({ kind: 'number', right: length.value } as const) : ({ kind: 'choice', options } as const);
  const text = wrong.length === 0 ? 'copy-same-ask' : 'copy-ask';
  return named('copy-ask', step(work, text, values, scene, ['RFC 1951 §3.2.3'], { ask }));
}

function momentStep(work: Work, which: Which, steps: readonly ReadStep[], letter: boolean): LessonStep {
  const passage = work[which];
  const [one] = steps as readonly [ReadStep];
  const read = readingOf(passage.trace, steps);
  const change: Change = { before: one.before, after: one.after, ...(one.kind === 'copy' ? { from: one.from } : {}) };
  const scene = bitsScene(which, passage, one.bits.start, read, change);
  return named(`${which}-${one.index}`, said(work, passage.trace, steps, scene, letter));
}

function said(
  work: Work,
  trace: InflateTrace,
  steps: readonly ReadStep[],
  scene: BitsScene,
  letter: boolean,
): LessonStep {
  const [one] = steps as readonly [ReadStep];
  const sections = [one.section];
  const bits = ofText(bitsText(trace, one.bits), 'payload');
  const last = steps.at(-1);
  switch (one.kind) {
    case 'header':
      if (last?.kind === 'stored-length') {
        const skipped = last.skipped.end - last.skipped.start;
        return step(work, 'tail-back', { skipped }, scene, ['RFC 7692 §7.2.2'], { code: BACK });
      }
      return step(work, `header-${one.type}`, { bits: ofText(bitsText(trace, one.bits), 'control') }, scene, sections);
    case 'literal': {
      const values = { bits, character: ofText(cellText(one.byte), 'payload'), byte: ofByte(one.byte, 'payload') };
      if (!letter || one.byte >= FIXED_BYTES.below) return step(work, 'literal', values, scene, sections);
      const code = ofByte(one.byte + FIXED_BYTES.from, 'payload');
      return step(work, 'literal-fixed', { ...values, code }, scene, ['RFC 1951 §3.2.6']);
    }
    case 'copy': {
      const width = one.bits.end - one.bits.start;
      const values = { length: one.length.value, distance: one.distance.value, width };
      if (one.length.value > one.distance.value) {
        return step(work, 'copy-overlap', values, scene, sections, { code: COPY });
      }
      const made = Array.from(trace.output.subarray(one.before, one.after), cellText).join('');
      return step(work, 'copy', { ...values, copied: ofText(made, 'payload') }, scene, sections, { code: COPY });
    }
    case 'end':
      return step(work, 'end', { bits: ofText(bitsText(trace, one.bits), 'control') }, scene, sections);
    case 'stored-length': {
      const check = ofText(one.check.toString(16).padStart(4, '0'), 'control');
      return step(work, 'stored-length', { length: one.length, check }, scene, sections);
    }
    case 'stored-bytes':
      return step(work, 'stored-bytes', { length: one.length }, scene, sections);
    case 'counts': {
      const { literals, distances, lengths } = one;
      const values = { literals: literals.value, distances: distances.value, lengths: lengths.value };
      return step(work, 'counts', values, scene, sections);
    }
    case 'length-code':
      return step(work, 'length-code', { lengths: one.lengths.length }, scene, sections);
    case 'code-length': {
      const width = (last?.bits.end ?? one.bits.end) - one.bits.start;
      return step(work, 'code-lengths', { count: steps.length, width }, scene, sections);
    }
    case 'codes':
      return step(work, 'codes', { count: one.literals.length }, scene, sections);
  }
}
