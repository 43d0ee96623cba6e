/** Frames that do not fit the message that is open, or that none is. */

import { ofByte, ofNumber } from '../../components/lesson/value.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';
import { CODE } from './code.ts';
import { framesBoard, frameViews, handedOver } from './frame-board.ts';
import type { Verdict } from './scene.ts';
import { type Planned, sceneOf } from './steps.ts';
import { type Judged, judge, pingOf, type Sent, sentOf, type Work } from './wire.ts';

const SECTIONS = ['RFC 6455 §5.4'] as const;

/** Nothing is open, and a continuation comes. */
export function orphan({ fragments }: Work): readonly Sent[] {
  return sentOf(fragments.slice(1).map(({ parts }) => parts));
}

/** The second fragment has the opcode of a new message. */
export function intruder({ fragments }: Work): readonly Sent[] {
  return sentOf(fragments.map(({ parts }, i) => (i === 1 ? { ...parts, opcode: OPCODE.text } : parts)));
}

function verdictOf(judged: Judged | null): Verdict | null {
  return judged && { kind: 'rule', ...judged };
}

/** A ping without FIN. */
export function cutPing({ fragments, inputs }: Work): readonly Sent[] {
  const [first] = fragments;
  return first === undefined ? [] : sentOf([first.parts, { ...pingOf(inputs), fin: false }]);
}

export function faultSteps(work: Work): readonly Planned[] {
  const phase = 'faults';
  /** Frames up to the faulty one; what comes after it nobody reads. */
  const board = (frames: readonly Sent[], bad: number, wrong?: 'fin' | 'opcode') =>
    framesBoard(
      work,
      frameViews(frames, (_, i) => {
        if (i !== bad) return { state: i > bad ? 'empty' : 'done' };
        return wrong === undefined ? { state: 'current' } : { state: 'wrong', wrong };
      }),
      [handedOver('nothing', { label: 'handed-over' }, null, [])],
    );
  const nothingOpen = orphan(work);
  const second = intruder(work);
  const ping = cutPing(work);
  return [
    {
      phase,
      make: () => {
        const judged = judge(nothingOpen, work.direction, 'unexpected-continuation');
        return {
          id: 'nothing-open',
          text: 'nothing-open',
          values: {
            first: ofByte(nothingOpen[0]?.bytes[0] ?? 0, 'control'),
            code: ofNumber(judged?.closeCode ?? 0),
          },
          scene: sceneOf(work, board(nothingOpen, 0, 'opcode'), verdictOf(judged)),
          sections: SECTIONS,
          code: CODE.faults,
        };
      },
    },
    {
      phase,
      make: () => ({
        id: 'new-question',
        text: 'new-question',
        values: { first: ofByte(second[1]?.bytes[0] ?? 0, 'control') },
        scene: sceneOf(work, board(second, 1)),
        sections: SECTIONS,
        ask: {
          kind: 'choice',
          options: [
            { id: 'fails', value: null, right: true },
            { id: 'joins', value: null, right: false },
            { id: 'restarts', value: null, right: false },
          ],
        },
      }),
    },
    {
      phase,
      make: () => {
        const judged = judge(second, work.direction, 'expected-continuation');
        return {
          id: 'new-inside',
          text: 'new-inside',
          values: { code: ofNumber(judged?.closeCode ?? 0) },
          scene: sceneOf(work, board(second, 1, 'opcode'), verdictOf(judged)),
          sections: SECTIONS,
          code: CODE.faults,
        };
      },
    },
    {
      phase,
      make: () => ({
        id: 'cut-ping',
        text: 'cut-ping',
        values: { first: ofByte(ping[1]?.bytes[0] ?? 0, 'control') },
        scene: sceneOf(work, board(ping, 1, 'fin'), verdictOf(judge(ping, work.direction, 'control-fragmented'))),
        sections: [...SECTIONS, 'RFC 6455 §5.5'],
      }),
    },
  ];
}
