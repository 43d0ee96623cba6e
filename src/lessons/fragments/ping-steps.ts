/** A ping between two fragments, and the reader that appends to the last frame. */

import { ofByte } from '../../components/lesson/value.ts';
import { decodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { CODE } from './code.ts';
import { framesBoard, frameViews, handedOver, messageResult, upTo } from './frame-board.ts';
import { appendToLast } from './readers.ts';
import { quoted } from './scene.ts';
import { type Planned, sceneOf } from './steps.ts';
import type { Work } from './wire.ts';

const SECTIONS = ['RFC 6455 §5.4', 'RFC 6455 §5.5'] as const;
const OPEN = { label: 'message-open' } as const;
const ASKED = { label: 'message-asked' } as const;
const WHOLE = { label: 'message-whole' } as const;

/** Nothing where nobody pings. */
export function pingSteps(work: Work): readonly Planned[] {
  const { ping, frames, fragments, message, inputs } = work;
  if (ping === null) return [];
  const phase = 'ping';
  const at = frames.indexOf(ping);
  const board = (last: number, count: number, open: typeof OPEN | typeof ASKED = OPEN) =>
    framesBoard(work, frameViews(frames, upTo(last)), [
      messageResult(work, count, count === fragments.length ? WHOLE : open, count === fragments.length, true),
    ]);
  return [
    {
      phase,
      make: () => ({
        id: 'ping-question',
        text: 'ping-question',
        values: { first: ofByte(ping.bytes[0] ?? 0, 'control') },
        scene: sceneOf(work, board(at, at, ASKED)),
        sections: SECTIONS,
        ask: {
          kind: 'choice',
          options: [
            { id: 'over', value: null, right: false },
            { id: 'lost', value: null, right: false },
            { id: 'open', value: null, right: true },
          ],
        },
      }),
    },
    {
      phase,
      make: () => ({
        id: 'ping',
        text: 'ping',
        values: { next: at + 2 },
        scene: sceneOf(work, board(at, at), { kind: 'info', says: { label: 'two-lanes' } }),
        sections: SECTIONS,
        code: CODE.control,
      }),
    },
    {
      phase,
      make: () => ({
        id: 'after-ping',
        text: 'after-ping',
        values: { message: quoted(inputs.message) },
        scene: sceneOf(work, board(Number.POSITIVE_INFINITY, fragments.length)),
        sections: SECTIONS,
        code: CODE.end,
      }),
    },
    {
      phase,
      make: () => {
        const wrong = appendToLast(frames);
        return {
          id: 'append',
          text: 'append',
          values: {
            count: wrong.length,
            seen: quoted(decodeUtf8(wrong.at(-1) ?? new Uint8Array())),
            lost: fragments[0]?.payload.length ?? 0,
          },
          scene: sceneOf(
            work,
            framesBoard(work, frameViews(frames, upTo(Number.POSITIVE_INFINITY)), [
              handedOver('right', { label: 'right-reader' }, true, [message]),
              handedOver('wrong', { label: 'wrong-reader' }, false, wrong),
            ]),
          ),
          sections: SECTIONS,
          code: CODE.wrong,
        };
      },
    },
  ];
}
