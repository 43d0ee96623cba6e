/** Every text of the prose, and the values it may use. */

import type { Texts } from '../../components/lesson/lesson.ts';

export const texts = {
  start: ['events'],
  exchange: ['delay', 'round', 'missed'],

  short: ['interval', 'requests', 'events'],
  'short-ask': ['interval', 'delay'],
  'short-delay': ['expected', 'half', 'delay', 'mean', 'worst'],
  'short-empty': ['empty', 'requests', 'interval', 'emptyHalf', 'requestsHalf'],

  long: ['requests', 'mean', 'delay'],
  'long-ask': ['delay'],
  'long-worst': ['worst', 'transits'],
  'long-timeout': ['hold', 'requests', 'empty'],
  'long-up': ['sends', 'requests', 'extra'],

  stream: ['parts', 'requests', 'mean'],
  'stream-up': ['sends', 'requests'],

  'socket-ask': ['size', 'exchange'],
  socket: ['frames', 'header', 'size', 'requests'],
  duplex: ['frames', 'sends', 'header', 'mask'],

  together: ['short', 'long', 'stream', 'socket'],
  'busy-ask': ['interval', 'delay', 'events'],
  busy: ['long', 'short', 'worst'],

  'heads-ask': ['size'],
  heads: ['request', 'answer', 'total', 'size'],
  minute: ['most', 'least', 'times'],
  packets: ['share', 'frame', 'around'],
  http2: ['plain', 'first', 'later'],

  clients: ['clients', 'short', 'socket'],
  held: ['clients', 'share'],
  'claim-ask': ['payload', 'ratio'],
  claim: ['head', 'frame', 'first', 'second'],
  counted: ['headers', 'payload', 'tcp', 'tls'],

  choose: ['requests', 'mean', 'interval'],
  summary: [],
} as const satisfies Texts;
