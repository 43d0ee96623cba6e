/** The known mistakes, run on the learner's length, and where it does no harm there, on one that shows it. */

import { codeOf } from '../../components/lesson/code.ts';
import type { Code } from '../../components/lesson/lesson.ts';
import { ofBytes } from '../../components/lesson/value.ts';
import type { Cell } from '../../components/stage/types.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import { encodeUtf8 } from '../../protocol/bytes/utf8.ts';
import {
  LENGTH_MISTAKES,
  type LengthMistake,
  type LengthMistakeId,
  type MistakeRun,
  runMistake,
} from '../../protocol/frame/length-mistakes.ts';
import again from './again.py?raw';
import equal from './equal.py?raw';
import little from './little.py?raw';
import one from './one.py?raw';
import ranges from './ranges.py?raw';
import { cellsOf, type Row } from './scene.ts';
import { type LessonStep, ofLength, step } from './steps.ts';
import type { Work } from './work.ts';

/** What is sent: letters, so that one sees where they end up. */
const PAYLOAD = encodeUtf8('abcdefghijklmnop');

const CODES: Readonly<Record<LengthMistakeId, Code>> = {
  'wrong-ranges': codeOf(ranges, 'if n < 128:', 'elif n <= 65525:'),
  'off-by-one': codeOf(one, 'elif n <= 65536:'),
  'equals-126': codeOf(equal, 'elif n == 126:'),
  'little-endian': codeOf(little, "h += pack('H', n)", "h += pack('Q', n)"),
  'read-again': codeOf(again, 'if n == 127:'),
};

export function bugSteps(work: Work): (() => LessonStep)[] {
  const steps: (() => LessonStep)[] = [];
  for (const mistake of LENGTH_MISTAKES) {
    if (mistake.id === 'off-by-one') {
      steps.push(() => step(work, 'ask-bug', 'ask-bug', {}, {}, { ask: { kind: 'number', right: askedBug() } }));
    }
    steps.push(() => bugStep(work, mistake));
  }
  steps.push(() => step(work, 'summary', 'summary', {}, {}, { onward: { lesson: 'masking', step: null, inputs: {} } }));
  return steps;
}

function askedBug(): number {
  return Number(runMistake('off-by-one', 65536n, PAYLOAD).read);
}

function bugStep(work: Work, { id, side, shows }: LengthMistake): LessonStep {
  const own = runMistake(id, work.length, PAYLOAD);
  const sample = runMistake(id, shows, PAYLOAD);
  // The words tell of what the sample shows; one's own length may do it too.
  const bitten = own.outcome === sample.outcome ? own : sample;
  const runs = work.length === shows ? [own] : [own, sample];
  const values = {
    shown: ofLength(bitten.length),
    sent: ofBytes(bitten.sent, 'length'),
    read: ofLength(bitten.read ?? 0n),
  };
  const caption = { label: side === 'sender' ? 'runs-sender' : 'runs-receiver' } as const;
  const view = { detail: { kind: 'rows', caption, rows: runs.map((run) => rowOf(id, run)) } } as const;
  const extra = { code: CODES[id] };
  if (id === 'wrong-ranges') {
    return step(work, id, id, { ...values, last: ofLength(65525n), next: ofLength(65526n) }, view, extra);
  }
  return step(work, id, id, values, view, extra);
}

/** The bytes that were sent for the length, and those of the payload that were taken for it. */
function rowOf(id: LengthMistakeId, { length, sent, taken, read, outcome }: MistakeRun): Row {
  const name = `${id}-${length}`;
  const stolen = Array.from(
    taken.subarray(sent.length),
    (byte, i): Cell => ({
      id: `${name}-p${i}`,
      text: hexByte(byte),
      role: 'payload',
      state: 'wrong',
      caption: String.fromCharCode(byte),
    }),
  );
  return {
    id: name,
    name: { label: 'length', values: { length: String(length) } },
    cells: [...cellsOf(name, sent), ...stolen],
    verdict: outcome === 'right' ? 'right' : 'wrong',
    note: { label: `run-${outcome}`, values: { read: String(read ?? '') } },
  };
}
