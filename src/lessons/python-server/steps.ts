/** How steps of this lesson are made, and those that follow server.py. */

import type { Plan, Step } from '../../components/lesson/lesson.ts';
import { server } from './lines.ts';
import { codeOf, type Scene, type ServerBoard, sentOf, variablesOf, wireOf } from './scene.ts';
import type { Beat } from './story.ts';
import type { texts } from './texts.ts';
import type { Work } from './work.ts';

export type LessonStep = Step<typeof texts, Scene>;
export type LessonPlan = Plan<typeof texts, Scene>;

/** A step that is made when somebody looks. */
export interface Planned {
  readonly phase: 'start' | 'handshake' | 'first' | 'rest' | 'wrong' | 'own';
  readonly make: () => LessonStep;
}

/** Functions whose steps are about what is sent. */
const SENDING = ['build_frame', 'fail'];

function headsOf({ handshake }: Work, answered: Beat['picture']['answered']): NonNullable<ServerBoard['heads']> {
  const lines = (text: string) => text.split('\r\n').slice(0, -1);
  return { request: lines(handshake.request), response: lines(handshake.response), answered };
}

function sceneOf(work: Work, beat: Beat): Scene {
  const { data } = work.inputs;
  const { picture } = beat;
  const opening = beat.phase === 'handshake';
  const inBuffer = data.subarray(picture.consumed, picture.arrived);
  return {
    inputs: opening ? ['nonce'] : ['data', 'cut'],
    most: data.length,
    link: inBuffer.length > 0 ? inBuffer : data,
    board: {
      kind: 'server',
      code: codeOf(beat),
      variables: variablesOf(beat),
      wire: opening ? null : wireOf(data, picture),
      heads: opening ? headsOf(work, picture.answered) : null,
      sent: opening ? null : sentOf(picture, SENDING.includes(beat.focus.fn)),
      failed: picture.failed,
    },
  };
}

export function serverSteps(work: Work): readonly Planned[] {
  return work.beats.map((beat) => ({
    phase: beat.phase,
    make: () =>
      ({
        id: beat.id,
        ...beat.words,
        scene: sceneOf(work, beat),
        sections: beat.sections,
        ...(beat.ask && { ask: beat.ask }),
      }) as LessonStep,
  }));
}

/** The whole picture, before anything has run. */
export function startSteps(work: Work): readonly Planned[] {
  const { data } = work.inputs;
  const make = (): LessonStep => ({
    id: 'start',
    text: 'start',
    values: { lines: server.lines.length, bytes: data.length },
    scene: {
      inputs: ['data', 'cut'],
      most: data.length,
      link: data,
      board: {
        kind: 'server',
        code: { file: 'server', lit: [], done: [], from: 1, to: 1, top: 1, wrong: false, calls: [] },
        variables: [],
        wire: { ...wireOf(data, { ...NOTHING, arrived: data.length }), inBuffer: 0, coming: data.length },
        heads: null,
        sent: null,
        failed: false,
      },
    },
    sections: ['RFC 6455 §4.2', 'RFC 6455 §5.2'],
  });
  return [{ phase: 'start', make }];
}

const NOTHING: Beat['picture'] = {
  consumed: 0,
  arrived: 0,
  look: null,
  known: [],
  sent: [],
  answered: 'no',
  failed: false,
};
