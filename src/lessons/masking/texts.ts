/** Every text of the prose, and the values it may use. */

import type { Step, Texts } from '../../components/lesson/lesson.ts';
import type { Scene } from './scene.ts';

const BYTE = ['i', 'k', 'slot', 'plain', 'key', 'wire', 'flips', 'character', 'size', 'part'] as const;
const READS = ['cut', 'rest', 'k', 'slot', 'count'] as const;
const TARGET = ['target', 'host', 'get', 'named'] as const;

export const texts = {
  start: ['message', 'count'],
  'who-choice': [],
  who: [],
  broken: ['code'],
  header: ['key', 'length', 'second', 'total'],
  fresh: ['key', 'other', 'differ', 'count'],

  xor: [],
  'xor-choice': ['character', 'plain', 'key'],
  byte: BYTE,
  part: BYTE,
  'turn-choice': ['plain', 'i'],
  turn: BYTE,
  masked: ['wire', 'count', 'message'],

  'undo-choice': ['wire', 'key', 'plain'],
  undo: ['wire', 'key', 'plain'],
  undone: ['message', 'count', 'characters'],
  'zero-choice': ['message'],
  zero: ['message', 'plain', 'odds'],

  reads: READS,
  'reads-choice': READS,
  'broken-garbage': [...READS, 'found', 'right'],
  'broken-aligned': READS,
  'broken-same': [...READS, 'key'],
  carried: [...READS, 'right'],
  'new-frame': ['cut', 'rest', 'key', 'other'],

  'known-choice': ['known', 'plain', 'wire'],
  known: ['plain', 'wire', 'key'],
  recovered: ['known', 'key', 'message', 'rest'],

  cast: [],
  opened: [],
  'clear-choice': TARGET,
  clear: [...TARGET, 'header'],
  'answer-choice': ['target'],
  answer: TARGET,
  victim: TARGET,
  'letter-choice': ['key', 'i', 'slot', 'letter', 'byte', 'wanted'],
  letter: ['key', 'i', 'slot', 'letter', 'byte', 'wanted', 'sent'],
  foreseen: ['key', 'count', 'line', 'sent'],
  'unforeseen-choice': ['fresh', 'key'],
  unforeseen: ['fresh', 'key', 'odds'],
  'unforeseen-hit': ['fresh', 'odds'],
  'once-choice': ['fresh'],
  once: ['fresh'],
  claims: [],
  direction: [],
  summary: [],
} as const satisfies Texts;

export type LessonStep = Step<typeof texts, Scene>;
