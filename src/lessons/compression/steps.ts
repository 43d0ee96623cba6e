/** Steps of this lesson that are not those of inflating: the offer, the frame, what it costs, what can go wrong. */

import { codeOf } from '../../components/lesson/code.ts';
import { ofByte, ofBytes, ofText } from '../../components/lesson/value.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import { TAIL } from '../../protocol/deflate/decoder.ts';
import { inflateTrace } from '../../protocol/deflate/trace.ts';
import cap from './cap.py?raw';
import deflate from './deflate.py?raw';
import { cellText, historyOf, missingHistory } from './history.ts';
import { bitsScene } from './moments.ts';
import { ALL_READ, NOTHING_READ, type Part, type Reading, readingOf } from './reading.ts';
import type { BitsScene, OfferLine, Scene, SizeRow } from './scene.ts';
import { type LessonStep, named, step } from './step.ts';
import { bitsText, tapeOf } from './tape.ts';
import { bombOf, OFFER, type Work } from './work.ts';

type Steps = readonly (() => LessonStep)[];

const CUT = codeOf(deflate, 'out += c.flush(', 'zlib.Z_SYNC_FLUSH)', 'return out[:-4]');
const LIMIT = codeOf(cap, 'payload + tail, most)', 'if d.unconsumed_tail:', 'close(1009)  # too big');

export function offerSteps(work: Work): Steps {
  const { first, second } = work.inputs;
  const lines = (answered: boolean): Scene => ({
    kind: 'offer',
    lines: [
      { from: 'client', value: OFFER, state: answered ? 'done' : 'current' },
      { from: 'server', value: work.answer, state: answered ? 'current' : 'empty' },
    ] satisfies OfferLine[],
  });
  const texts = { first: ofText(first, 'payload'), second: ofText(second, 'payload') };
  return [
    () => step(work, 'start', texts, messageSizes(work, 'hidden', 'hidden', 'sizes-start'), ['RFC 7692 §1']),
    () => step(work, 'offer', {}, lines(false), ['RFC 7692 §7.1']),
    () => {
      const answer = ofText(work.answer, 'control');
      return work.kept
        ? step(work, 'answer', { answer }, lines(true), ['RFC 7692 §7.1'])
        : named('answer', step(work, 'answer-dropped', { answer }, lines(true), ['RFC 7692 §7.1.1.1']));
    },
    () =>
      step(work, 'direction-ask', {}, { kind: 'params', asking: true }, ['RFC 7692 §7.1.2'], {
        ask: {
          kind: 'choice',
          options: [
            { id: 'server', value: null, right: true },
            { id: 'both', value: null, right: false },
            { id: 'client', value: null, right: false },
          ],
        },
      }),
    () => step(work, 'params', {}, { kind: 'params', asking: false }, ['RFC 7692 §7.1.1', 'RFC 7692 §7.1.2']),
  ];
}

/** Both messages, in clear and compressed. */
function messageSizes(
  work: Work,
  first: SizeRow['state'],
  second: SizeRow['state'],
  caption: 'sizes-start' | 'sizes-second',
): Scene {
  return {
    kind: 'sizes',
    caption,
    rows: [
      clear('size-first-clear', work.first.clear),
      sent('size-first', work.first.payload, first),
      clear('size-second-clear', work.second.clear),
      sent('size-second', work.second.payload, second),
    ],
  };
}

function clear(name: SizeRow['name'], bytes: Uint8Array): SizeRow {
  return { name, size: bytes.length, bytes: Array.from(bytes, cellText), role: 'plain', state: 'done' };
}

function sent(name: SizeRow['name'], bytes: Uint8Array, state: SizeRow['state']): SizeRow {
  return { name, size: bytes.length, bytes: Array.from(bytes, hexByte), role: 'payload', state };
}

export function frameSteps(work: Work): Steps {
  const { clear, payload } = work.first;
  const whole: Scene = {
    kind: 'frames',
    asking: false,
    frames: [{ bytes: work.frame, header: work.frame.length - payload.length }],
  };
  const two = (asking: boolean): Scene => ({
    kind: 'frames',
    asking,
    frames: work.fragments.map((bytes) => ({ bytes, header: 2 })),
  });
  return [
    () => step(work, 'frame', { clear: clear.length, size: payload.length }, whole, ['RFC 7692 §6']),
    () =>
      step(work, 'rsv1-ask', {}, two(true), ['RFC 7692 §6.1'], {
        ask: {
          kind: 'choice',
          options: [
            { id: 'each', value: null, right: false },
            { id: 'first', value: null, right: true },
            { id: 'last', value: null, right: false },
          ],
        },
      }),
    () => step(work, 'rsv1', {}, two(false), ['RFC 7692 §6.1', 'RFC 7692 §6.2']),
    () => {
      const values = { payload: ofBytes(payload, 'payload'), size: payload.length };
      return step(work, 'tail', values, { kind: 'tail', payload, tail: TAIL }, ['RFC 7692 §7.2.1'], { code: CUT });
    },
  ];
}

/** Before the bits of the first message are read. */
export function orderStep(work: Work): LessonStep {
  const passage = work.first;
  const byte = { start: 0, end: 8 };
  const values = {
    byte: ofByte(passage.payload[0] ?? 0, 'payload'),
    usual: ofText((passage.payload[0] ?? 0).toString(2).padStart(8, '0'), 'payload'),
    bits: ofText(bitsText(passage.trace, byte), 'payload'),
  };
  const read = { ...NOTHING_READ, marked: [{ ...byte, role: 'payload' as const }] };
  return step(work, 'bit-order', values, bitsScene('first', passage, 0, read, { before: 0, after: 0 }), [
    'RFC 1951 §3.1.1',
  ]);
}

/** Before the bits of the second message are read. */
export function secondSteps(work: Work): Steps {
  const { first, second, kept } = work;
  const known = messageSizes(work, 'done', 'hidden', 'sizes-second');
  const asked = {
    first: first.payload.length,
    second: ofText(work.inputs.second, 'payload'),
    size: second.clear.length,
  };
  const ask = { ask: { kind: 'number', right: second.payload.length } } as const;
  const told = {
    second: ofText(work.inputs.second, 'payload'),
    size: second.payload.length,
    before: first.payload.length,
    payload: ofBytes(second.payload, 'payload', 12),
  };
  const shown = messageSizes(work, 'done', 'current', 'sizes-second');
  const still = bitsScene('second', second, 0, NOTHING_READ, { before: 0, after: 0 });
  return [
    () => named('second-ask', step(work, kept ? 'second-ask' : 'again-ask', asked, known, ['RFC 7692 §7.2.3.2'], ask)),
    () => named('second', step(work, kept ? 'second' : 'again', told, shown, ['RFC 7692 §7.2.3.2'])),
    () =>
      kept
        ? step(work, 'window', { known: second.window.length }, still, ['RFC 7692 §7.2.1', 'RFC 1951 §2'])
        : named('window', step(work, 'no-window', {}, still, ['RFC 7692 §7.1.1'])),
  ];
}

export function forgetSteps(work: Work): Steps {
  const { kept, dropped } = work.sizes;
  const sizes: Scene = {
    kind: 'sizes',
    caption: 'sizes-cost',
    rows: [
      clear('size-second-clear', work.second.clear),
      sent('size-kept', kept, work.kept ? 'current' : 'done'),
      sent('size-dropped', dropped, work.kept ? 'done' : 'current'),
    ],
  };
  const still = missed(bitsScene('second', work.late, 0, NOTHING_READ, { before: 0, after: 0 }), work);
  return [
    () => step(work, 'cost', { kept: kept.length, dropped: dropped.length }, sizes, ['RFC 7692 §7.1.1']),
    () =>
      step(work, 'join-ask', { second: ofText(work.inputs.second, 'payload') }, still, ['RFC 7692 §7.2.2'], {
        ask: {
          kind: 'choice',
          options: [
            { id: 'all', value: null, right: work.late.trace.fault === null },
            { id: 'part', value: null, right: work.late.trace.fault !== null },
            { id: 'other', value: null, right: false },
          ],
        },
      }),
    () => joinStep(work),
  ];
}

/** The same for somebody who has not seen what is in the window. */
function missed(scene: BitsScene, { kept }: Work): BitsScene {
  return kept ? { ...scene, history: { ...scene.history, missed: true } } : scene;
}

/** The second message for somebody who has not seen the first. */
function joinStep(work: Work): LessonStep {
  const { late } = work;
  const { fault, output, payloadBits } = late.trace;
  const count = output.length;
  if (fault?.kind !== 'distance-too-far') {
    const read = bitsScene('second', late, payloadBits, ALL_READ, { before: count, after: count });
    const scene = missed(read, work);
    return named('join', step(work, 'join-whole', { count }, scene, ['RFC 7692 §7.2.2']));
  }
  // Where the window is known, the same bits are a copy.
  const whole = inflateTrace(late.payload, { window: work.first.clear });
  const found = Array.from({ length: whole.stepCount }, (_, i) => whole.step(i)).find(
    (one) => one?.kind === 'copy' && one.distance.code.start === fault.bit,
  );
  const { marked, reading } = found ? readingOf(whole, [found]) : NOTHING_READ;
  const verdict: Part = { name: 'too-far', bits: '', role: 'key', said: null, value: '✕', state: 'wrong' };
  const wrong: Reading = { ...reading, parts: [...reading.parts, verdict] };
  const { distance, known } = fault.values;
  const scene: Scene = {
    kind: 'bits',
    name: 'second-message',
    tape: tapeOf(late.trace, fault.bit, marked),
    reading: wrong,
    history: missingHistory(late.clear, count, distance),
  };
  return step(work, 'join', { count, distance, known }, scene, ['RFC 7692 §7.2.2']);
}

export function bombSteps(work: Work): Steps {
  const row = (name: SizeRow['name'], size: number, state: SizeRow['state'], role: SizeRow['role']): SizeRow => ({
    name,
    size,
    state,
    role,
  });
  const sizes = (rows: readonly SizeRow[]): Scene => ({ kind: 'sizes', caption: 'sizes-bomb', rows });
  /** The same over the first bytes of it. */
  const opened = (bomb: ReturnType<typeof bombOf>, rows: readonly SizeRow[]): Scene => {
    const end = bomb.start.length;
    const change = bomb.copy ?? { before: end, after: end };
    return { kind: 'sizes', caption: 'sizes-bomb', rows, history: historyOf(new Uint8Array(0), bomb.start, change) };
  };
  const inflated = (bomb: ReturnType<typeof bombOf>, state: SizeRow['state']) =>
    row('size-inflated', bomb.clear, state, 'plain');
  const thousands = (count: number, role?: 'payload') => ofText(count.toLocaleString('en'), role);
  return [
    () => {
      const bomb = bombOf();
      const scene = sizes([row('size-travels', bomb.payload, 'hidden', 'payload'), inflated(bomb, 'done')]);
      return step(work, 'bomb-ask', { clear: thousands(bomb.clear) }, scene, ['RFC 7692 §8'], {
        ask: {
          kind: 'choice',
          options: [
            { id: 'hundredth', value: thousands(bomb.payload * 100, 'payload'), right: false },
            { id: 'tenth', value: thousands(bomb.payload * 10, 'payload'), right: false },
            { id: 'thousandth', value: thousands(bomb.payload, 'payload'), right: true },
          ],
        },
      });
    },
    () => {
      const bomb = bombOf();
      const scene = opened(bomb, [row('size-travels', bomb.payload, 'current', 'payload'), inflated(bomb, 'done')]);
      const times = Math.round(bomb.clear / bomb.payload);
      return step(work, 'bomb', { clear: thousands(bomb.clear), size: thousands(bomb.payload), times }, scene, [
        'RFC 1951 §3.2.5',
      ]);
    },
    () => {
      const bomb = bombOf();
      const scene = opened(bomb, [
        row('size-travels', bomb.payload, 'done', 'payload'),
        inflated(bomb, 'done'),
        row('size-stopped', bomb.stopped, 'current', 'control'),
      ]);
      const values = { limit: thousands(bomb.limit), stopped: thousands(bomb.stopped) };
      return step(work, 'cap', values, scene, ['RFC 6455 §10.4', 'RFC 6455 §7.4.1'], { code: LIMIT });
    },
    () => {
      const { window, clear, trace } = work.second;
      const scene: Scene = {
        kind: 'bits',
        name: 'second-message',
        tape: tapeOf(trace, trace.payloadBits + 32, []),
        reading: ALL_READ.reading,
        history: historyOf(window, clear, { before: clear.length, after: clear.length }),
      };
      return step(work, 'summary', {}, scene, ['RFC 7692 §7.2']);
    },
  ];
}
