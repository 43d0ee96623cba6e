/** Every text of the prose, and the values it may use. */

import type { Texts } from '../../components/lesson/lesson.ts';

export const texts = {
  start: ['message', 'frames', 'bytes'],
  'one-frame': ['first', 'bytes'],
  first: ['first', 'taken', 'bytes'],
  'opcode-question': [],
  middle: ['first', 'got'],
  last: ['first', 'message'],
  why: [],
  'proxy-question': ['frames'],
  proxy: ['frames', 'message'],

  'ping-question': ['first'],
  ping: ['next'],
  'after-ping': ['message'],
  append: ['count', 'seen', 'lost'],

  'nothing-open': ['first', 'code'],
  'new-question': ['first'],
  'new-inside': ['code'],
  'cut-ping': ['first'],

  'cuts-between': [],
  'cut-question': ['number', 'bytes', 'broken', 'frames'],
  'byte-ascii': ['byte', 'character'],
  'byte-lead': ['byte', 'size', 'left'],
  'byte-more': ['byte', 'low', 'high', 'left'],
  'byte-last': ['byte', 'character'],
  'byte-carried': ['byte', 'low', 'high', 'fragment'],
  'text-end': ['message'],
  'fast-question': ['bytes'],
  'fast-none': ['bytes'],
  'fast-end': ['bytes', 'left', 'code'],
  'fast-stray-continuation': ['byte', 'position', 'unread', 'code'],
  'fast-overlong': ['byte', 'position', 'unread', 'code'],
  'fast-surrogate': ['byte', 'position', 'unread', 'code'],
  'fast-beyond-unicode': ['byte', 'position', 'unread', 'code'],
  'fast-never': ['byte', 'position', 'unread', 'code'],
  'fast-no-continuation': ['byte', 'position', 'unread', 'code'],

  tcp: ['bytes', 'frames', 'segments'],
  'first-question': ['bytes'],
  'segment-start': ['number', 'frame'],
  'segment-key': ['number', 'frame', 'count'],
  'segment-payload': ['number', 'frame', 'count', 'has'],
  'segment-between': ['number', 'whole'],
  'segment-last': ['number', 'whole'],
  'one-read-question': ['frames'],
  'one-read': ['lost'],
  'read-each': ['segments', 'good'],
  'in-the-key': ['number', 'byte'],
  anywhere: ['at', 'rest'],

  summary: ['frames', 'bytes'],
} as const satisfies Texts;
