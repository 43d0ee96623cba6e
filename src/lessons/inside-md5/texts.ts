import { COMMON_TEXTS } from '../../components/hash/texts.ts';
import type { Texts } from '../../components/lesson/lesson.ts';

/** What every text about one of the 64 steps may use. */
const STEP = [
  'step',
  'block',
  'b',
  'c',
  'd',
  'a',
  'f',
  'k',
  'x',
  's',
  'constant',
  'sum',
  'carry',
  'rotated',
  'result',
  'register',
] as const;

export const texts = {
  ...COMMON_TEXTS,
  'f-first': STEP,
  'why-carry': STEP,
  'why-rotate': STEP,
  'why-names': STEP,
  f: STEP,
  'g-first': STEP,
  'word-order': STEP,
  g: STEP,
  'h-first': STEP,
  h: STEP,
  'i-first': STEP,
  i: STEP,
  last: STEP,
  'ask-f': ['step', 'column', 'bitB', 'bitC', 'bitD'],
  'ask-rotate': ['step', 'sum', 's'],
  'ask-word': ['step', 'previous'],
} as const satisfies Texts;

export type StepTexts = typeof texts;
export type StepTextId =
  | 'f-first'
  | 'why-carry'
  | 'why-rotate'
  | 'why-names'
  | 'f'
  | 'g-first'
  | 'word-order'
  | 'g'
  | 'h-first'
  | 'h'
  | 'i-first'
  | 'i'
  | 'last';
