/** A message in one frame, the same in several, and why anybody does that. */

import { ofByte, ofNumber } from '../../components/lesson/value.ts';
import { decodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { CODE } from './code.ts';
import { framesBoard, frameViews, handedOver, messageResult, upTo } from './frame-board.ts';
import { quoted } from './scene.ts';
import { type Planned, sceneOf } from './steps.ts';
import type { Sent, Work } from './wire.ts';

const FRAGMENTS = ['RFC 6455 §5.4'] as const;
const NOT_YET = { label: 'message-waiting' } as const;
const OPEN = { label: 'message-open' } as const;
const WHOLE = { label: 'message-whole' } as const;

export function frameSteps(work: Work): readonly Planned[] {
  const { fragments, inputs, message, whole } = work;
  const [first, ...more] = fragments as readonly [Sent, ...Sent[]];
  const middles = more.slice(0, -1);
  const last = more.at(-1) as Sent;
  const board = (count: number, hide?: 'fin' | 'opcode') => {
    const views = frameViews(fragments, upTo(count - 1, hide));
    const got = hide === undefined ? count : count - 1;
    const ended = got === fragments.length;
    return framesBoard(work, views, [messageResult(work, got, got === 0 ? NOT_YET : ended ? WHOLE : OPEN, ended)]);
  };
  const phase = 'frames';
  return [
    {
      phase,
      make: () => ({
        id: 'start',
        text: 'start',
        values: { message: quoted(inputs.message), frames: fragments.length, bytes: message.length },
        scene: sceneOf(work, board(0)),
        sections: FRAGMENTS,
      }),
    },
    {
      phase,
      make: () => ({
        id: 'one-frame',
        text: 'one-frame',
        values: { first: ofByte(whole.bytes[0] ?? 0, 'control'), bytes: message.length },
        scene: sceneOf(
          work,
          framesBoard(work, frameViews([whole], upTo(0)), [messageResult(work, fragments.length, WHOLE, true, true)]),
        ),
        sections: [...FRAGMENTS, 'RFC 6455 §5.2'],
        code: CODE.end,
      }),
    },
    {
      phase,
      make: () => ({
        id: 'first',
        text: 'first',
        values: {
          first: ofByte(first.bytes[0] ?? 0, 'control'),
          taken: first.payload.length,
          bytes: message.length,
        },
        scene: sceneOf(work, board(1)),
        sections: [...FRAGMENTS, 'RFC 6455 §5.2'],
        code: CODE.begin,
      }),
    },
    {
      phase,
      make: () => ({
        id: 'opcode-question',
        text: 'opcode-question',
        values: {},
        scene: sceneOf(work, board(2, 'opcode')),
        sections: FRAGMENTS,
        ask: {
          kind: 'choice',
          options: [
            { id: 'text', value: ofNumber(1, 'control'), right: false },
            { id: 'continuation', value: ofNumber(0, 'control'), right: true },
            { id: 'two', value: ofNumber(2, 'control'), right: false },
          ],
        },
      }),
    },
    ...middles.map(
      (frame, i): Planned => ({
        phase,
        make: () => ({
          id: `middle-${i + 1}`,
          text: 'middle',
          values: { first: ofByte(frame.bytes[0] ?? 0, 'control'), got: frame.place + frame.payload.length },
          scene: sceneOf(work, board(i + 2)),
          sections: FRAGMENTS,
          code: CODE.goOn,
        }),
      }),
    ),
    {
      phase,
      make: () => ({
        id: 'last',
        text: 'last',
        values: { first: ofByte(last.bytes[0] ?? 0, 'control'), message: quoted(inputs.message) },
        scene: sceneOf(work, board(fragments.length)),
        sections: FRAGMENTS,
        code: CODE.end,
      }),
    },
    {
      phase,
      make: () => ({
        id: 'why',
        text: 'why',
        values: {},
        scene: sceneOf(
          work,
          framesBoard(work, frameViews(fragments, upTo(Number.POSITIVE_INFINITY)), [
            messageResult(work, fragments.length, WHOLE, true, true),
          ]),
          { kind: 'info', says: { label: 'unknown-length' } },
        ),
        sections: FRAGMENTS,
        code: CODE.send,
      }),
    },
    {
      phase,
      make: () => ({
        id: 'proxy-question',
        text: 'proxy-question',
        values: { frames: fragments.length },
        scene: sceneOf(
          work,
          framesBoard(work, frameViews(fragments, upTo(Number.POSITIVE_INFINITY)), [
            handedOver('before', { label: 'at-sender' }, true, [message]),
          ]),
        ),
        sections: FRAGMENTS,
        ask: {
          kind: 'choice',
          options: [
            { id: 'error', value: null, right: false },
            { id: 'nothing', value: null, right: true },
            { id: 'pieces', value: null, right: false },
          ],
        },
      }),
    },
    {
      phase,
      make: () => ({
        id: 'proxy',
        text: 'proxy',
        values: { frames: fragments.length, message: quoted(decodeUtf8(whole.payload)) },
        scene: sceneOf(
          work,
          framesBoard(work, frameViews([whole], upTo(0)), [
            handedOver('before', { label: 'at-receiver' }, true, [message]),
          ]),
          { kind: 'info', says: { label: 'no-meaning' } },
        ),
        sections: FRAGMENTS,
      }),
    },
  ];
}
