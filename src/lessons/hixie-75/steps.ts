/** How steps of this lesson are made, and the details that many of them share. */

import { type ByteCell, byteCells, rolesOf } from '../../components/http/head.ts';
import type { Plan, Step } from '../../components/lesson/lesson.ts';
import { stepMaker } from '../../components/lesson/step.ts';
import type { Inputs } from './inputs.ts';
import { type Look, type Scene, sceneOf, type View } from './scene.ts';
import type { texts } from './texts.ts';
import { firstDifference, type Reply, type Wire } from './wire.ts';

export type LessonStep = Step<typeof texts, Scene>;
export type LessonPlan = Plan<typeof texts, Scene>;
export interface Stuff {
  readonly inputs: Inputs;
  readonly wire: Wire;
}

/** A step named like its text. */
export const step = stepMaker<typeof texts, Stuff, View, Scene>(({ inputs, wire }, view) =>
  sceneOf(wire, inputs.path, inputs.message, view),
);

/** Cells that two rows have room for. */
const ROW = 50;

/** The bytes of lines that follow one another. */
export function linesDetail(
  { requestLines, request, right }: Wire,
  of: 'request' | 'reply',
  ids: readonly string[],
): Look {
  const [lines, bytes] = of === 'request' ? [requestLines, request] : [right.lines, right.bytes];
  const own = lines.filter(({ id }) => ids.includes(id));
  const first = own[0]?.start ?? 0;
  const last = own.at(-1)?.end ?? 0;
  const most = Math.floor(ROW / Math.max(1, own.length));
  const cells = own.flatMap((line) => byteCells(bytes, line, rolesOf(line), most));
  return { caption: 'line-bytes', values: { first, last: last - 1 }, rows: [{ cells }] };
}

/** How much is shown on either side of the byte that differs. */
const AROUND = 11;

/** What must stand there and what does, around the byte at which the client gives up. */
export function comparison({ right }: Wire, { bytes }: Reply): Look {
  const at = firstDifference(right.bytes, bytes);
  const line = right.lines.find(({ start, end }) => start <= at && at < end) ?? { start: at };
  const start = Math.max(line.start, at - AROUND);
  const row = (all: Uint8Array, state: 'current' | 'wrong', prefix: string): ByteCell[] =>
    byteCells(all, { start, end: Math.min(all.length, at + AROUND) }, (offset) => ({
      state: offset === at ? state : 'faint',
    })).map(({ caption: _, ...cell }) => ({ ...cell, id: prefix + cell.id }));
  return {
    caption: 'where-it-differs',
    values: { offset: at },
    rows: [
      { name: 'row-must', cells: row(right.bytes, 'current', 'm') },
      { name: 'row-is', cells: row(bytes, 'wrong', 'i') },
    ],
  };
}
