/** `Sec-WebSocket-Key1` and `-Key2` of hixie-76 as a client makes them (§4.1 steps 16 to 22): at once, or to be watched. */

import { outlineOf } from '../bytes/outline.ts';
import type { SourceId, Span } from '../bytes/span.ts';
import { byteSpan } from '../bytes/span.ts';
import type { PhaseRange, Trace } from '../bytes/trace.ts';
import type { RandomBytes } from './dialect.ts';
import { MOST_SPACES, NUMBER_LIMIT } from './hixie-key.ts';

const MOST_NOISE = 12;

/** What a client keeps of a key it made. */
export interface MadeKey {
  readonly text: string;
  readonly spaces: number;
  readonly part: number;
}

/** What is not left to chance. */
export interface KeyChoice {
  /** 1 to 12. */
  readonly spaces?: number;
  /** 0 to the integer part of 4 294 967 295 / spaces. */
  readonly part?: number;
}

export type MakeKeyPhase = 'choose' | 'multiply' | 'noise' | 'spaces' | 'key';

interface MakeKeyFacts {
  readonly index: number;
  readonly phase: MakeKeyPhase;
  /** The key so far. `after` of one step is `before` of the next. */
  readonly before: string;
  readonly after: string;
  readonly section: string;
  /** The numbered step of that section; null for the look at the whole. */
  readonly draftStep: number | null;
}

/** A number is drawn from `least` to `most`, or was given. */
interface Drawn {
  readonly least: number;
  readonly most: number;
  readonly chosen: 'at-random' | 'given';
}

/** A character is put in at `position` of `before`, which has `least` to `most` to offer. */
interface Inserted {
  readonly position: number;
  readonly least: number;
  readonly most: number;
  readonly character: string;
  /** The character in `after`. */
  readonly span: Span;
  /** It is number `nth`, from 0, of `count`. */
  readonly nth: number;
  readonly count: number;
}

export type MakeKeyStep = MakeKeyFacts &
  (
    | ({ readonly kind: 'spaces'; readonly spaces: number } & Drawn)
    /** `max` is the integer part of `limit` / `spaces`. */
    | { readonly kind: 'max'; readonly limit: number; readonly spaces: number; readonly max: number }
    /** The part, which the draft calls number. */
    | ({ readonly kind: 'number'; readonly number: number } & Drawn)
    | { readonly kind: 'product'; readonly number: number; readonly spaces: number; readonly product: number }
    /** The product becomes text. `span` is all of it. */
    | { readonly kind: 'digits'; readonly product: number; readonly span: Span }
    /** How many characters of noise there will be. */
    | ({ readonly kind: 'noise-count'; readonly count: number } & Drawn)
    | ({ readonly kind: 'noise' } & Inserted)
    | ({ readonly kind: 'space' } & Inserted)
    | { readonly kind: 'key'; readonly key: MadeKey; readonly span: Span }
  );

export interface MakeKeyTrace extends Trace<MakeKeyStep, PhaseRange<MakeKeyPhase>> {
  readonly key: MadeKey;
}

/** A key from random numbers. */
export function makeKey(random: RandomBytes): MadeKey {
  return make(random, {}, 'key1').key;
}

/** The same, to be watched. Spans lie in `source`. */
export function traceMakeKey(random: RandomBytes, source: SourceId = 'key1'): MakeKeyTrace {
  return make(random, {}, source);
}

/** A key for a chosen part, number of spaces, or both. Null where there is none. */
export function traceMakeKeyFor(
  choice: KeyChoice,
  random: RandomBytes,
  source: SourceId = 'key1',
): MakeKeyTrace | null {
  const { spaces = 1, part = 0 } = choice;
  const possible = isIn(spaces, 1, MOST_SPACES) && isIn(part, 0, Math.floor(NUMBER_LIMIT / spaces));
  return possible ? make(random, choice, source) : null;
}

export function makeKeyFor(choice: KeyChoice, random: RandomBytes): MadeKey | null {
  return traceMakeKeyFor(choice, random)?.key ?? null;
}

function isIn(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type NewStep = Without<MakeKeyStep, 'index' | 'before' | 'section'>;

/** `choice` is possible. Numbers are drawn in the order of the steps. */
function make(random: RandomBytes, choice: KeyChoice, source: SourceId): MakeKeyTrace {
  const steps: MakeKeyStep[] = [];
  let text = '';
  const add = (step: NewStep) => {
    steps.push({ ...step, index: steps.length, before: text, section: 'draft-hixie-76 §4.1' });
    text = step.after;
  };
  const draw = (given: number | undefined, least: number, most: number) => ({
    value: given ?? least + below(most - least + 1, random),
    drawn: { least, most, chosen: given === undefined ? 'at-random' : 'given' } as const,
  });

  // A given part leaves fewer spaces to draw from where it is big.
  const roomForSpaces = Math.min(MOST_SPACES, Math.floor(NUMBER_LIMIT / (choice.part || 1)));
  const { value: spaces, drawn: spacesDrawn } = draw(choice.spaces, 1, choice.spaces ? MOST_SPACES : roomForSpaces);
  add({ kind: 'spaces', phase: 'choose', draftStep: 16, after: text, spaces, ...spacesDrawn });
  const max = Math.floor(NUMBER_LIMIT / spaces);
  add({ kind: 'max', phase: 'choose', draftStep: 17, after: text, limit: NUMBER_LIMIT, spaces, max });
  const { value: part, drawn: partDrawn } = draw(choice.part, 0, max);
  add({ kind: 'number', phase: 'choose', draftStep: 18, after: text, number: part, ...partDrawn });

  const product = part * spaces;
  add({ kind: 'product', phase: 'multiply', draftStep: 19, after: text, number: part, spaces, product });
  const digits = String(product);
  const written = byteSpan(source, 0, digits.length);
  add({ kind: 'digits', phase: 'multiply', draftStep: 20, after: digits, product, span: written });

  const { value: noise, drawn: noiseDrawn } = draw(undefined, 1, MOST_NOISE);
  add({ kind: 'noise-count', phase: 'noise', draftStep: 21, after: text, count: noise, ...noiseDrawn });
  const insert = (least: number, most: number, pick: () => string) => {
    const position = least + below(most - least + 1, random);
    const character = pick();
    const after = text.slice(0, position) + character + text.slice(position);
    return { after, position, least, most, character, span: byteSpan(source, position, 1) };
  };
  for (let nth = 0; nth < noise; nth += 1) {
    const inserted = insert(0, text.length, () => noiseCharacter(random));
    add({ kind: 'noise', phase: 'noise', draftStep: 21, ...inserted, nth, count: noise });
  }
  for (let nth = 0; nth < spaces; nth += 1) {
    // Never first or last, where HTTP would trim them.
    const inserted = insert(1, text.length - 1, () => ' ');
    add({ kind: 'space', phase: 'spaces', draftStep: 22, ...inserted, nth, count: spaces });
  }

  const key = { text, spaces, part };
  add({ kind: 'key', phase: 'key', draftStep: null, after: text, key, span: byteSpan(source, 0, text.length) });
  return {
    key,
    stepCount: steps.length,
    step: (index) => steps[index] ?? null,
    outline: () => outlineOf(steps.map(({ phase }) => [phase, 1] as const)),
  };
}

/** U+0021 to U+002F or U+003A to U+007E: printable, no space, no digit. */
function noiseCharacter(random: RandomBytes): string {
  const pick = below(0x0f + 0x45, random);
  return String.fromCharCode(pick < 0x0f ? 0x21 + pick : 0x3a + pick - 0x0f);
}

/** A number from 0 to `count - 1`, all equally likely as long as the bytes are. */
function below(count: number, random: RandomBytes): number {
  const even = 2 ** 32 - (2 ** 32 % count);
  let value = 0;
  // Bounded, so that a source that always gives the same bytes cannot hold us up.
  for (let attempt = 0; attempt < 64; attempt += 1) {
    const [a = 0, b = 0, c = 0, d = 0] = random(4);
    value = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
    if (value < even) break;
  }
  return value % count;
}
