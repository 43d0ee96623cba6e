/** The same bytes as TCP brings them: cut anywhere, and a reader that knows what it waits for. */

import type { Code, Said } from '../../components/lesson/lesson.ts';
import { ofByte } from '../../components/lesson/value.ts';
import type { State } from '../../components/stage/types.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import type { FramePart, Progress } from '../../protocol/frame/progress.ts';
import { CODE } from './code.ts';
import { oneReadEach } from './readers.ts';
import type { InputName, PartView, Says, TcpBoard } from './scene.ts';
import { wireCells } from './scene.ts';
import { type Planned, sceneOf } from './steps.ts';
import type { texts } from './texts.ts';
import { readerAt, segmentEnds, type Work } from './wire.ts';

const SECTIONS = ['RFC 9293 §2.2', 'RFC 6455 §5.2'] as const;
const SIZE: readonly InputName[] = ['size', 'message', 'sender'];
const AT: readonly InputName[] = ['at', 'message', 'sender'];
const KEYS: readonly InputName[] = ['message', 'sender', 'keys'];

interface Look {
  /** Ends of segments. */
  readonly ends: readonly number[];
  /** Bytes that are there; those of the last segment are the current ones. */
  readonly arrived: number;
  readonly fresh?: number;
  readonly segments: Says;
  readonly reader?: 'shown' | 'hidden' | 'none';
  readonly reads?: TcpBoard['reads'];
  readonly packets?: TcpBoard['packets'];
}

function board(
  work: Work,
  { ends, arrived, fresh = arrived, segments, reader = 'shown', reads = null, packets = null }: Look,
): TcpBoard {
  const now = readerAt(work, arrived);
  const stateAt = (offset: number): State => (offset >= arrived ? 'faint' : offset >= fresh ? 'current' : 'done');
  const inner = new Set(ends.map((end) => end - 1));
  return {
    kind: 'tcp',
    side: work.inputs.sender,
    frames: work.frames.map((frame) => ({
      id: frame.id,
      name: { label: frame.control ? 'ping-name' : 'frame-name', values: { number: frame.number } },
      state: 'done',
      wire: wireCells(frame, { state: 'done', stateAt, cutAfter: (offset) => inner.has(offset) }),
    })),
    segments,
    packets,
    reader:
      reader === 'none'
        ? null
        : {
            hidden: reader === 'hidden',
            whole: now.frame,
            arrived,
            now: between(now)
              ? { label: now.frame === 0 ? 'before' : 'between' }
              : { label: 'inside', values: { number: now.frame + 1 } },
            part: now.part,
            parts: partsOf(work, now),
            needs: needsOf(now),
          },
    reads,
  };
}

function between({ part, has }: Progress): boolean {
  return part === 'start' && has === 0;
}

/** More segments than these are numbered without the word. */
const MANY = 8;

/** Segments as TCP sees them: bytes without a meaning. */
function packetsOf({ stream }: Work, ends: readonly number[]): NonNullable<TcpBoard['packets']> {
  return ends.map((end, i) => {
    const start = ends[i - 1] ?? 0;
    return {
      id: `s-${i}`,
      name: { label: ends.length > MANY ? 'segment-short' : 'segment-name', values: { number: i + 1 } },
      state: 'done',
      wire: Array.from(stream.subarray(start, end), (byte, j) => ({ id: `s-${start + j}`, text: hexByte(byte) })),
    };
  });
}

/** Parts of the frame that is arriving, as far as the reader can know of them. */
function partsOf({ stream, inputs }: Work, { offset, part, has, needs }: Progress): readonly PartView[] {
  const order: readonly FramePart[] = ['start', 'length', 'key', 'payload'];
  const at = order.indexOf(part);
  const byte1 = stream[offset + 1] ?? 0;
  // Messages of this lesson are short: their length stands in the second byte.
  const sizes = { start: 2, length: 0, key: inputs.sender === 'client' ? 4 : 0, payload: byte1 & 0x7f };
  return order.map((one, i) => {
    if (i === at) return { part: one, size: has + Number(needs), has };
    if (i > at && part === 'start') return { part: one, size: null, has: 0 };
    return { part: one, size: sizes[one], has: i < at ? sizes[one] : 0 };
  });
}

function needsOf(now: Progress): Says {
  const values = { count: Number(now.needs), number: now.frame + 1 };
  if (between(now)) return { label: now.frame === 0 ? 'needs-first' : 'needs-nothing', values };
  const one = values.count === 1 ? '-one' : '';
  return { label: `needs-${now.part}${one}` as const, values };
}

export function tcpSteps(work: Work): readonly Planned[] {
  const { stream, frames, inputs } = work;
  const total = stream.length;
  const phase = 'tcp';
  const ends = segmentEnds(total, inputs.size);
  const segments: Says = { label: 'segments', values: { count: ends.length, size: Math.min(inputs.size, total) } };
  const firstEnd = ends[0] ?? total;
  const header = readerAt(work, firstEnd);
  const right = between(header) ? 'nothing' : header.part === 'length' ? 'start' : header.part;
  const second = frames[1] ?? frames[0];
  const cutIn = (second?.offset ?? 0) + 3;
  return [
    {
      phase,
      make: () => ({
        id: 'tcp',
        text: 'tcp',
        values: { bytes: total, frames: frames.length, segments: ends.length },
        scene: sceneOf(
          work,
          board(work, { ends, arrived: total, segments, reader: 'none', packets: packetsOf(work, ends) }),
          null,
          SIZE,
        ),
        sections: SECTIONS,
      }),
    },
    {
      phase,
      make: () => ({
        id: 'first-question',
        text: 'first-question',
        values: { bytes: firstEnd },
        scene: sceneOf(
          work,
          board(work, { ends, arrived: firstEnd, fresh: 0, segments, reader: 'hidden' }),
          null,
          SIZE,
        ),
        sections: SECTIONS,
        ask: {
          kind: 'choice',
          options: (['start', 'key', 'payload', 'nothing'] as const).map((id) => ({
            id,
            value: null,
            right: id === right,
          })),
        },
      }),
    },
    ...ends.map(
      (end, i): Planned => ({
        phase,
        make: () => ({
          id: `segment-${i + 1}`,
          scene: sceneOf(work, board(work, { ends, arrived: end, fresh: ends[i - 1] ?? 0, segments }), null, SIZE),
          sections: SECTIONS,
          ...segmentText(work, i + 1, end),
        }),
      }),
    ),
    {
      phase,
      make: () => ({
        id: 'one-read-question',
        text: 'one-read-question',
        values: { frames: frames.length },
        scene: sceneOf(
          work,
          board(work, { ends: [total], arrived: total, fresh: 0, segments: ALL_AT_ONCE, reader: 'none' }),
          null,
          SIZE,
        ),
        sections: SECTIONS,
        ask: {
          kind: 'choice',
          options: [
            { id: 'all', value: null, right: false },
            { id: 'one', value: null, right: true },
            { id: 'none', value: null, right: false },
          ],
        },
        code: CODE.oneRead,
      }),
    },
    {
      phase,
      make: () => {
        const reads = oneReadEach(work, total);
        return {
          id: 'one-read',
          text: 'one-read',
          values: { lost: reads[0]?.lost ?? 0 },
          scene: sceneOf(
            work,
            board(work, { ends: [total], arrived: total, fresh: 0, segments: ALL_AT_ONCE, reader: 'none', reads }),
            null,
            SIZE,
          ),
          sections: SECTIONS,
          code: CODE.oneRead,
        };
      },
    },
    {
      phase,
      make: () => {
        const reads = oneReadEach(work, inputs.size);
        const good = reads.filter(({ aligned, lost, missing }) => aligned && lost === 0 && missing === 0).length;
        return {
          id: 'read-each',
          text: 'read-each',
          values: { segments: ends.length, good },
          scene: sceneOf(work, board(work, { ends, arrived: total, segments, reader: 'none', reads }), null, SIZE),
          sections: SECTIONS,
          code: CODE.oneRead,
        };
      },
    },
    ...(inputs.sender === 'client'
      ? [
          {
            phase,
            make: () => ({
              id: 'in-the-key',
              text: 'in-the-key',
              values: { number: second?.number ?? 1, byte: ofByte(stream[cutIn - 1] ?? 0, 'mask') },
              scene: sceneOf(
                work,
                board(work, { ends: [cutIn, total], arrived: cutIn, fresh: 0, segments: TWO }),
                null,
                KEYS,
              ),
              sections: [...SECTIONS, 'RFC 6455 §5.3'],
              code: CODE.key,
            }),
          } as const satisfies Planned,
        ]
      : []),
    {
      phase,
      make: () => {
        const at = Math.min(inputs.at, total);
        return {
          id: 'anywhere',
          text: 'anywhere',
          values: { at, rest: total - at },
          scene: sceneOf(work, board(work, { ends: [at, total], arrived: at, fresh: 0, segments: TWO }), null, AT),
          sections: SECTIONS,
          code: CODE.wait,
        };
      },
    },
  ];
}

const TWO = { label: 'cut-once' } as const;
const ALL_AT_ONCE = { label: 'one-segment' } as const;

/** What a segment left the reader with: by the part in which it ended. */
function segmentText(work: Work, number: number, end: number): Said<typeof texts> & { readonly code: Code } {
  const now = readerAt(work, end);
  const count = Number(now.needs);
  const common = { number, frame: now.frame + 1 };
  if (end === work.stream.length)
    return { text: 'segment-last', values: { number, whole: now.frame }, code: CODE.keep };
  if (between(now)) return { text: 'segment-between', values: { number, whole: now.frame }, code: CODE.keep };
  switch (now.part) {
    case 'start':
    case 'length':
      return { text: 'segment-start', values: common, code: CODE.start };
    case 'key':
      return { text: 'segment-key', values: { ...common, count }, code: CODE.key };
    case 'payload':
      return { text: 'segment-payload', values: { ...common, count, has: now.has }, code: CODE.payload };
  }
}
