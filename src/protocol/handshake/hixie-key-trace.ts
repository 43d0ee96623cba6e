/** A hixie-76 key read step by step: one step a character, then number, division, bytes, or the step that gives up. */

import { outlineOf } from '../bytes/outline.ts';
import type { SourceId, Span } from '../bytes/span.ts';
import { byteSpan } from '../bytes/span.ts';
import type { PhaseRange, Term, Trace } from '../bytes/trace.ts';
import type { DivisionLine, KeyClass, KeyName, KeyProblem, KeyScan } from './hixie-key.ts';
import { keyClassOf, longDivision, NUMBER_LIMIT, PART_SHIFTS, partSource, readKey } from './hixie-key.ts';

export type KeyPhase = 'scan' | 'number' | 'divide' | 'bytes';

/** Where the key stands: its characters are bytes `offset` and on of `source`. */
export interface KeyPlace {
  readonly name: KeyName;
  readonly source: SourceId;
  readonly offset: number;
}

/** What a server has gathered. */
export interface KeyTally {
  /** The digits so far, in order. */
  readonly digits: string;
  readonly spaces: number;
}

interface KeyStepFacts {
  readonly index: number;
  readonly phase: KeyPhase;
  /** `after` of one step is `before` of the next. Behind the scan they stay what they are. */
  readonly before: KeyTally;
  readonly after: KeyTally;
  readonly section: string;
  /** The numbered step of that section; null where the draft has none. */
  readonly draftStep: number | null;
}

/** A character is looked at. */
export interface KeyCharacterStep extends KeyStepFacts {
  readonly kind: 'character';
  readonly class: KeyClass;
  /** In the key, from 0. One UTF-16 code unit, and in a header one byte. */
  readonly position: number;
  readonly character: string;
  readonly span: Span;
}

/** The digits are one decimal number. */
export interface KeyNumberStep extends KeyStepFacts {
  readonly kind: 'number';
  /** The number without zeros in front: exact however long. */
  readonly decimal: string;
  /** The same as a number; null above 2^53-1. */
  readonly number: number | null;
  readonly limit: number;
  /** The place of each digit, in order. */
  readonly from: readonly Span[];
}

/** The number is divided by the spaces. */
export interface KeyDivideStep extends KeyStepFacts {
  readonly kind: 'divide';
  readonly dividend: Term<'number'>;
  /** `from` has the place of each space. */
  readonly divisor: Term<'spaces'>;
  readonly quotient: number;
  readonly remainder: number;
  /** The check: `quotient` × `spaces`, which with `remainder` added is the number again. */
  readonly product: number;
  /** The division on paper, one line a digit of the number. */
  readonly lines: readonly DivisionLine[];
}

/** One of the four bytes of a part. */
export interface PartByte {
  /** The byte is the part moved this many bits down. */
  readonly shift: 24 | 16 | 8 | 0;
  readonly value: number;
  /** By hand: this divided by 256 gives the quotient, with which the byte before goes on, and leaves the value over. */
  readonly dividend: number;
  readonly quotient: number;
  /** Its place in the part. */
  readonly span: Span;
}

/** The quotient is the part; it is written as 32 bits, big-endian. */
export interface KeyBytesStep extends KeyStepFacts {
  readonly kind: 'bytes';
  readonly part: number;
  readonly bytes: readonly PartByte[];
  /** All four, in the source `partSource(name)`. */
  readonly span: Span;
}

/** The server gives up. Always the last step. */
export interface KeyAbortStep extends KeyStepFacts {
  readonly kind: 'abort';
  readonly problem: KeyProblem;
  /** As in the step `number`; null without digits. */
  readonly decimal: string | null;
  readonly number: number | null;
  readonly limit: number;
  /** Null where the division was not come to. */
  readonly remainder: number | null;
  /** The characters that show it; the whole key where something is missing. */
  readonly from: readonly Span[];
}

export type KeyStep = KeyCharacterStep | KeyNumberStep | KeyDivideStep | KeyBytesStep | KeyAbortStep;

export interface KeyTrace extends Trace<KeyStep, PhaseRange<KeyPhase>> {
  readonly text: string;
  readonly place: KeyPlace;
  readonly scan: KeyScan;
}

const SECTION = 'draft-hixie-76 §5.2';

/** A step behind the scan: kind, phase, the draft's number for it. */
type Stage = readonly [kind: 'number' | 'divide' | 'bytes' | 'abort', phase: KeyPhase, draftStep: number | null];

const NUMBER: Stage = ['number', 'number', 4];

/** What follows the last character. */
const STAGES: Readonly<Record<KeyProblem | 'none', readonly Stage[]>> = {
  'no-digits': [['abort', 'number', null]],
  'number-too-big': [NUMBER, ['abort', 'number', 4]],
  'no-spaces': [NUMBER, ['abort', 'divide', 5]],
  'not-divisible': [NUMBER, ['divide', 'divide', 6], ['abort', 'divide', 6]],
  none: [NUMBER, ['divide', 'divide', 7], ['bytes', 'bytes', 8]],
};

/**
 * `text` read as a server reads a key (§5.2 steps 4 to 8). Any text has a trace; steps are made when they are asked for,
 * so that of a long one is small.
 */
export function traceKey(text: string, place: KeyPlace = { name: 'key1', source: 'key1', offset: 0 }): KeyTrace {
  return new RecordedKey(text, place);
}

class RecordedKey implements KeyTrace {
  readonly text: string;
  readonly place: KeyPlace;
  readonly scan: KeyScan;
  readonly stepCount: number;
  readonly #stages: readonly Stage[];
  readonly #seen: { readonly digits: Uint32Array; readonly spaces: Uint32Array };

  constructor(text: string, place: KeyPlace) {
    this.text = text;
    this.place = place;
    this.#seen = { digits: new Uint32Array(text.length + 1), spaces: new Uint32Array(text.length + 1) };
    this.scan = readKey(text, this.#seen);
    this.#stages = STAGES[this.scan.problems[0] ?? 'none'];
    this.stepCount = text.length + this.#stages.length;
  }

  step(index: number): KeyStep | null {
    if (!Number.isInteger(index) || index < 0) return null;
    if (index < this.text.length) return this.#character(index);
    const stage = this.#stages[index - this.text.length];
    return stage ? this.#behind(index, stage) : null;
  }

  outline(): readonly PhaseRange<KeyPhase>[] {
    return outlineOf<KeyPhase>([['scan', this.text.length], ...this.#stages.map(([, phase]) => [phase, 1] as const)]);
  }

  #character(position: number): KeyCharacterStep {
    const kind = keyClassOf(this.text.charCodeAt(position));
    return {
      kind: 'character',
      index: position,
      phase: 'scan',
      before: this.#tally(position),
      after: this.#tally(position + 1),
      section: SECTION,
      // Step 4 takes the digits and says to pass over the rest, step 5 counts the spaces.
      draftStep: kind === 'space' ? 5 : 4,
      class: kind,
      position,
      character: this.text.charAt(position),
      span: this.#at(position, 1),
    };
  }

  #behind(index: number, [kind, phase, draftStep]: Stage): KeyStep {
    const tally = this.#tally(this.text.length);
    const facts = { index, phase, before: tally, after: tally, section: SECTION, draftStep };
    if (kind === 'number') return { ...facts, kind, ...this.#number(), from: this.#each('digit') };
    if (kind === 'divide') return { ...facts, kind, ...this.#division() };
    if (kind === 'bytes') return { ...facts, kind, ...this.#bytes() };
    return { ...facts, kind, ...this.#abort() };
  }

  #number() {
    const { digits, number } = this.scan;
    return { decimal: digits.replace(/^0+(?=\d)/, ''), number, limit: NUMBER_LIMIT };
  }

  /** Comes only behind a number that fits 32 bits. */
  #division() {
    const value = this.scan.number ?? 0;
    const { spaces } = this.scan;
    const lines: DivisionLine[] = [];
    const remainder = longDivision(this.#number().decimal, spaces, lines);
    const quotient = (value - remainder) / spaces;
    return {
      dividend: { name: 'number', value, from: this.#each('digit') },
      divisor: { name: 'spaces', value: spaces, from: this.#each('space') },
      quotient,
      remainder,
      product: quotient * spaces,
      lines,
    } as const;
  }

  #bytes() {
    const part = this.scan.part ?? 0;
    const source = partSource(this.place.name);
    const bytes = PART_SHIFTS.map((shift, i) => ({
      shift,
      value: (part >>> shift) & 0xff,
      dividend: part >>> shift,
      quotient: Math.floor((part >>> shift) / 256),
      span: byteSpan(source, i, 1),
    }));
    return { part, bytes, span: byteSpan(source, 0, bytes.length) };
  }

  #abort() {
    const { problems, digits, remainder } = this.scan;
    const problem = problems[0] ?? 'no-digits';
    const { decimal, number, limit } = this.#number();
    return {
      problem,
      decimal: digits === '' ? null : decimal,
      number,
      limit,
      remainder: problem === 'not-divisible' ? remainder : null,
      from: this.#shows(problem),
    };
  }

  #shows(problem: KeyProblem): readonly Span[] {
    if (problem === 'number-too-big') return this.#each('digit');
    if (problem === 'not-divisible') return [...this.#each('digit'), ...this.#each('space')];
    return [this.#at(0, this.text.length)];
  }

  /** What was gathered before the character at `position`. */
  #tally(position: number): KeyTally {
    const { digits, spaces } = this.#seen;
    return { digits: this.scan.digits.slice(0, digits[position]), spaces: spaces[position] ?? 0 };
  }

  #each(kind: KeyClass): readonly Span[] {
    const spans: Span[] = [];
    for (let at = 0; at < this.text.length; at += 1) {
      if (keyClassOf(this.text.charCodeAt(at)) === kind) spans.push(this.#at(at, 1));
    }
    return spans;
  }

  #at(position: number, length: number): Span {
    return byteSpan(this.place.source, this.place.offset + position, length);
  }
}
