/** The texts of this lesson, each with the values it is given; and the tie between a step and its text. */

import type { Step, Texts } from '../../components/lesson/lesson.ts';
import type { Scene } from './scene.ts';

const SCANNED = ['which', 'character', 'position', 'length', 'digits', 'spaces'] as const;
const NUMBER = ['which', 'digits', 'spaces'] as const;
const COLLAPSED = ['which', 'before', 'spaces', 'digits', 'remainder', 'part', 'right'] as const;
const INSERTED = ['character', 'position', 'nth', 'count'] as const;

export const texts = {
  echo: ['origin'],
  question: ['key3'],
  recipe: [],

  'scan-digit': SCANNED,
  'scan-space': SCANNED,
  'scan-run': SCANNED,
  'scan-noise': SCANNED,
  'ask-noise': ['which', 'character', 'position', 'length'],
  'ask-spaces': ['which', 'length', 'spaces'],
  scanned: ['which', 'length', 'digits', 'spaces', 'noise'],

  'ask-rule': NUMBER,
  'ask-genuine': [...NUMBER, 'remainder'],
  divides: [...NUMBER, 'part'],
  'ask-byte': ['which', 'part', 'hex', 'first'],
  byte: ['which', 'place', 'before', 'quotient', 'rest', 'high', 'low', 'byte'],
  packed: ['which', 'part', 'bytes', 'from', 'to'],

  'stop-no-digits': ['which', 'length'],
  'stop-too-big': ['which', 'digits', 'limit'],
  'stop-no-spaces': ['which', 'digits'],
  'stop-remainder': [...NUMBER, 'quotient', 'remainder'],
  'stop-collapsed': [...NUMBER, 'quotient', 'remainder', 'counts'],
  refused: ['which'],
  'client-sees': [],

  key3: ['key3'],
  joined: ['challenge'],
  md5: ['challenge'],
  answer: ['answer'],

  head: ['origin', 'location'],
  'ask-where': ['answer'],
  raw: ['answer', 'first'],
  compare: ['answer'],
  mistakes: ['first'],

  'make-spaces': ['spaces', 'least', 'most'],
  'make-max': ['limit', 'spaces', 'max'],
  'make-number': ['number', 'max'],
  'make-product': ['number', 'spaces', 'product'],
  'make-digits': ['product'],
  'make-noise-count': ['count'],
  'make-noise': INSERTED,
  'make-space': INSERTED,
  'make-key': ['key', 'product', 'spaces', 'number'],

  'trap-page': ['lost'],
  'ask-caught': COLLAPSED,
  'trap-caught': COLLAPSED,
  'trap-missed': COLLAPSED,
  'trap-zero': COLLAPSED,
  'trap-same': ['which', 'spaces'],
  'trap-answer': ['right', 'wrong'],

  yours: [],
  proves: [],
  replaced: [],
} as const satisfies Texts;

export type LessonTexts = typeof texts;

export type LessonStep = Step<LessonTexts, Scene>;

/** A step that is made when somebody looks. */
export interface Planned {
  readonly phase: string;
  readonly make: () => LessonStep;
}
