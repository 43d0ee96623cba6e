/** What masking protects, and the end. */

import { attackFrame, attackScene } from './attack.ts';
import { board, frameOf } from './board.ts';
import type { Facts } from './facts.ts';
import type { ClaimsScene, Scene } from './scene.ts';
import type { LessonStep } from './texts.ts';

const WHY = ['RFC 6455 §10.3'] as const;

export function meaningSteps(facts: Facts): readonly (() => LessonStep)[] {
  const claims: ClaimsScene = {
    kind: 'claims',
    inputs: ['message', 'key'],
    claims: [
      { kind: 'right', who: 'claim-proxy', why: 'claim-proxy-why' },
      { kind: 'right', who: 'claim-users', why: 'claim-users-why' },
      { kind: 'wrong', who: 'claim-secret', why: 'claim-secret-why' },
      { kind: 'wrong', who: 'claim-change', why: 'claim-change-why' },
      { kind: 'wrong', who: 'claim-server', why: 'claim-server-why' },
      { kind: 'wrong', who: 'claim-page', why: 'claim-page-why' },
    ],
  };
  const { unforeseen } = facts.attack;
  const both: Scene = attackScene(facts, {
    strong: ['browser', 'server'],
    current: ['open', 'accept', 'frame'],
    frame: attackFrame(unforeseen, { label: 'frame-unforeseen' }, { mark: false }),
  });
  return [
    () => ({ id: 'claims', text: 'claims', values: {}, scene: claims, sections: WHY }),
    () => ({ id: 'direction', text: 'direction', values: {}, scene: both, sections: ['RFC 6455 §5.1', ...WHY] }),
    () => ({
      id: 'summary',
      text: 'summary',
      values: {},
      scene: summaryOf(facts),
      sections: ['RFC 6455 §5.3', ...WHY],
    }),
  ];
}

/** The frame on the wire once more, and back again. */
function summaryOf(facts: Facts): Scene {
  return board(facts, {
    way: 'mask',
    bottom: () => 'done',
    frames: [frameOf(facts, facts.payload.length)],
  });
}
