/** The whole way once more. */

import { framesBoard, frameViews, messageResult, upTo } from './frame-board.ts';
import { type Planned, sceneOf } from './steps.ts';
import type { Work } from './wire.ts';

export function endSteps(work: Work): readonly Planned[] {
  const { frames, fragments, stream } = work;
  return [
    {
      phase: 'end',
      make: () => ({
        id: 'summary',
        text: 'summary',
        values: { frames: frames.length, bytes: stream.length },
        scene: sceneOf(
          work,
          framesBoard(work, frameViews(frames, upTo(Number.POSITIVE_INFINITY)), [
            messageResult(work, fragments.length, { label: 'message-whole' }, true, true),
          ]),
        ),
        sections: ['RFC 6455 §5.4', 'RFC 6455 §8.1', 'RFC 9293 §2.2'],
      }),
    },
  ];
}
