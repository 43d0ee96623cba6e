/** One's own parser, two terminals, and what stays. */

import { ofText } from '../../components/lesson/value.ts';
import { PARSE_FRAME, PARSE_FRAME_DEF, server } from './lines.ts';
import { short } from './python.ts';
import { returnsOf } from './returns.ts';
import { type OwnBoard, readCells, type Scene, sentOf, wireOf } from './scene.ts';
import type { LessonStep, Planned } from './steps.ts';
import { messagesOf, terminalsOf } from './terminals.ts';
import type { Work } from './work.ts';

export function endSteps(work: Work): readonly Planned[] {
  const { data } = work.inputs;
  const common = { inputs: [], most: data.length, link: data } as const;
  const phase = 'own';
  return [
    {
      phase,
      make: (): LessonStep => ({
        id: 'own',
        text: 'own',
        values: { count: data.length },
        scene: { ...common, inputs: ['data'], board: ownBoard(data) },
        sections: ['RFC 6455 §5.2'],
      }),
    },
    {
      phase,
      make: (): LessonStep => ({
        id: 'terminals',
        text: 'terminals',
        values: {
          texts: ofText(
            messagesOf(data)
              .map(({ text }) => short(text))
              .join(' / '),
            'payload',
          ),
        },
        scene: { ...common, board: { kind: 'terminals', ...terminalsOf(work) } },
        sections: ['RFC 6455 §4.1', 'RFC 6455 §4.2'],
      }),
    },
    {
      phase,
      make: (): LessonStep => ({
        id: 'summary',
        text: 'summary',
        values: { ran: ranLines(work).length, lines: server.lines.filter((line) => line.trim() !== '').length },
        scene: summaryScene(work),
        sections: ['RFC 6455 §4.2', 'RFC 6455 §5', 'RFC 6455 §7'],
      }),
    },
  ];
}

/** Calls that fit a projector, and bytes of each. */
const CALLS = 3;
const BYTES = 24;

function ownBoard(data: Uint8Array): OwnBoard {
  const all = returnsOf(data);
  const calls = all.slice(0, CALLS).map(({ data: given, says }, i) => ({ ...readCells(`o${i}`, given, BYTES), says }));
  return { kind: 'own', signature: PARSE_FRAME_DEF, calls, more: all.length - calls.length };
}

/** Lines that the client's bytes have gone through, each once. */
function ranLines({ beats }: Work): readonly number[] {
  const lines = new Set(beats.flatMap(({ events }) => events.map(({ line }) => line)));
  return [...lines].sort((a, b) => a - b);
}

function summaryScene(work: Work): Scene {
  const { data } = work.inputs;
  const picture = work.beats.at(-1)?.picture;
  return {
    inputs: ['data', 'cut'],
    most: data.length,
    link: data,
    board: {
      kind: 'server',
      code: {
        file: 'server',
        lit: [],
        done: ranLines(work),
        from: PARSE_FRAME.need1,
        to: PARSE_FRAME.need1,
        top: null,
        wrong: false,
        calls: [],
      },
      variables: [],
      wire: picture ? wireOf(data, { ...picture, look: null }) : null,
      heads: null,
      sent: picture ? sentOf(picture, false) : null,
      failed: false,
    },
  };
}
