/** Every text of the prose, and the values it may use. */

import type { Texts } from '../../components/lesson/lesson.ts';

const BUG = ['shown', 'sent', 'read'] as const;

export const texts = {
  start: ['length'],
  'ask-form': ['length'],
  below: ['length', 'bound'],
  'not-below': ['length', 'bound'],
  'form-7': ['length', 'size'],
  'form-16': ['length', 'size'],
  'form-64': ['length', 'size'],
  'edge-small': ['below', 'above'],
  'ask-edge': [],
  'edge-large': ['below', 'above'],

  'seven-7': ['length', 'seven', 'byte'],
  'seven-16': ['seven', 'byte'],
  'seven-64': ['seven', 'byte'],
  'ask-order': ['length'],
  byte: ['place', 'count', 'before', 'power', 'byte', 'times', 'after'],
  'byte-zero': ['place', 'count', 'before', 'power'],
  powers: ['length', 'bytes'],
  'powers-none': ['length'],

  'ask-longer': ['length', 'bytes'],
  longer: ['length', 'shortest'],
  who: ['strict', 'lenient'],
  'ask-top': [],
  top: ['most', 'refused'],

  'number-exact': ['length', 'limit'],
  'number-rounded': ['length', 'number', 'difference', 'limit'],
  'shift-right': ['length'],
  'shift-wrong': ['length', 'shifted'],

  'wrong-ranges': [...BUG, 'last', 'next'],
  'ask-bug': [],
  'off-by-one': BUG,
  'equals-126': BUG,
  'little-endian': BUG,
  'read-again': BUG,
  summary: [],
} as const satisfies Texts;
