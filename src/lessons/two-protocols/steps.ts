/** How steps of this lesson are made, and the details that many of them share. */

import type { Fact, Verdict } from '../../components/http/detail.ts';
import { type ByteCell, byteCells, type HeadLine, rolesOf } from '../../components/http/head.ts';
import type { Plan, Step } from '../../components/lesson/lesson.ts';
import { stepMaker } from '../../components/lesson/step.ts';
import { ofText, type Value } from '../../components/lesson/value.ts';
import { RULES } from '../../protocol/model/rules.ts';
import type { Inputs } from './inputs.ts';
import type { LabelId } from './labels.ts';
import { type Look, type Scene, sceneOf, type View } from './scene.ts';
import type { texts } from './texts.ts';
import { type Exchange, lineText, type Wire } from './wire.ts';

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

/** The bytes of one line. */
export function lineDetail(
  lines: readonly HeadLine[],
  bytes: Uint8Array,
  id: string,
  caption: 'line-bytes' | 'server-bytes' = 'line-bytes',
): Look {
  const line = lines.find((one) => one.id === id);
  if (!line) return { caption, values: { first: 0, last: 0 }, rows: [] };
  return {
    caption,
    values: { first: line.start, last: line.end - 1 },
    rows: [{ cells: byteCells(bytes, line, rolesOf(line)) }],
  };
}

/** The cells of a close look at one row. */
export function cellsOf({ rows }: Look): readonly ByteCell[] {
  return rows?.[0]?.cells ?? [];
}

/** What becomes of an exchange with something changed. */
export function outcome(exchange: Exchange, caption: 'without-line' | 'with-line'): Look {
  return { caption, verdict: verdictOn(exchange) };
}

export function verdictOn({ fault, responseReading }: Exchange): Verdict<LabelId> {
  if (fault) return { kind: 'wrong', fault: { rule: fault.rule, values: fault.values } };
  return { kind: 'right', label: 'accepted', values: { status: responseReading.head.code ?? 0 } };
}

/** First line of an answer, as a value. */
export function answerOf(exchange: Exchange): Value {
  return ofText(lineText(exchange.responseLines, 'start-line'), 'control');
}

/** The citation of the rule that was broken. */
export function sectionOf({ fault }: Exchange): string {
  return fault ? RULES[fault.rule].section : 'RFC 6455 §4.1';
}

/** The socket as it is: how many bytes went either way, and what gives them their meaning. */
export function socketDetail(
  server: string,
  sent: number,
  received: number,
  speaks: 'speaks-none' | 'speaks-tcp' | 'speaks-http' | 'speaks-websocket',
): Look {
  const facts: Fact<LabelId>[] = [
    { name: 'fact-server', text: server },
    { name: 'fact-sent', text: String(sent) },
    { name: 'fact-received', text: String(received) },
    { name: 'fact-speaks', label: speaks },
  ];
  return { caption: 'socket-state', facts };
}
