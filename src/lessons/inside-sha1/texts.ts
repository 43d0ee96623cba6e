import { COMMON_TEXTS } from '../../components/hash/texts.ts';
import type { Texts } from '../../components/lesson/lesson.ts';

/** What every text about a word from four earlier ones may use. */
const EXPANDED = ['t', 'block', 'p3', 'p8', 'p14', 'p16', 'xor', 'word'] as const;

/** What every text about one of the 80 rounds may use. */
const ROUND = [
  't',
  'block',
  'a',
  'b',
  'c',
  'd',
  'e',
  'f',
  'rotated',
  'w',
  'constant',
  'temp',
  'carry',
  'turned',
] as const;

export const texts = {
  ...COMMON_TEXTS,
  'expand-first': EXPANDED,
  'why-expand': EXPANDED,
  'why-one': EXPANDED,
  expand: EXPANDED,
  'ask-expand': ['t', 'p3', 'p8', 'p14'],
  'ch-first': ROUND,
  'why-carry': ROUND,
  'why-rotate': ROUND,
  'why-move': ROUND,
  ch: ROUND,
  'parity-first': ROUND,
  parity: ROUND,
  'maj-first': ROUND,
  maj: ROUND,
  'parity-again': ROUND,
  last: ROUND,
  'ask-ch': ['t', 'column', 'bitB', 'bitC', 'bitD'],
  'ask-maj': ['t', 'column', 'bitB', 'bitC', 'bitD'],
  'ask-rotate': ['t', 'a'],
  'ask-move': ['t', 'c'],
} as const satisfies Texts;

export type Sha1Texts = typeof texts;
export type RoundTextId = {
  [Id in keyof Sha1Texts]: Sha1Texts[Id] extends typeof ROUND ? Id : never;
}[keyof Sha1Texts];
export type ExpandTextId = Exclude<
  { [Id in keyof Sha1Texts]: Sha1Texts[Id] extends typeof EXPANDED ? Id : never }[keyof Sha1Texts],
  RoundTextId
>;
