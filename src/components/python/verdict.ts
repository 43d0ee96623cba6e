import { type Case, type Expected, GROUP_IDS, type GroupId } from './cases.ts';
import type { Answer } from './runtime/answer.ts';

/** What may be behind a wrong answer, where the answer gives it away. */
export type Clue =
  | 'too-early'
  | 'reads-missing'
  | 'waits'
  | 'waits-refuse'
  | 'accepts'
  | 'code'
  | 'refuses'
  | 'took-all'
  | 'used'
  | 'fin'
  | 'opcode'
  | 'still-masked'
  | 'payload-length'
  | 'payload';

/** Python did not live to answer: it had to be ended, or broke down. */
export interface Lost {
  readonly kind: 'hang' | 'crash';
}

/** A case that was answered wrongly. */
export interface Failure {
  readonly case: Case;
  readonly answer: Answer | Lost;
  readonly clue: Clue | null;
}

export interface GroupVerdict {
  readonly group: GroupId;
  readonly cases: number;
  /** Those that were tried: fewer where one did not end. */
  readonly tried: number;
  readonly failed: number;
  /** The failing case with the fewest bytes. */
  readonly smallest: Failure | null;
}

export function isRight(expected: Expected, answer: Answer): boolean {
  switch (expected.kind) {
    case 'none':
      return answer.kind === 'none';
    case 'refused':
      return answer.kind === 'refused' && answer.code !== null && expected.codes.includes(answer.code);
    case 'frame':
      return answer.kind === 'frame' && clueOfFrames(expected, answer) === null;
  }
}

type FrameAnswer = Extract<Answer, { kind: 'frame' }>;
type FrameExpected = Extract<Expected, { kind: 'frame' }>;

/** What is different; null where nothing is. */
function clueOfFrames(expected: FrameExpected, answer: FrameAnswer): Clue | null {
  if (answer.fin !== expected.fin) return 'fin';
  if (answer.opcode !== expected.opcode) return 'opcode';
  if (answer.payload.length !== expected.payload.length) return 'payload-length';
  if (answer.payload !== expected.payload) return 'payload';
  return answer.used === expected.used ? null : 'used';
}

export function isLost(answer: Answer | Lost): answer is Lost {
  return answer.kind === 'hang' || answer.kind === 'crash';
}

/** What a wrong answer gives away. */
export function clueOf({ data, expected }: Case, answer: Answer): Clue | null {
  if (answer.kind === 'error') return answer.type === 'IndexError' || answer.type === 'error' ? 'reads-missing' : null;
  if (answer.kind === 'frame') {
    if (expected.kind === 'none') return 'too-early';
    if (expected.kind === 'refused') return 'accepts';
    if (answer.used === data.length && expected.used < data.length) return 'took-all';
    const clue = clueOfFrames(expected, answer);
    return clue === 'payload' && stillMasked(data, expected, answer) ? 'still-masked' : clue;
  }
  if (answer.kind === 'none') return expected.kind === 'refused' ? 'waits-refuse' : 'waits';
  if (answer.kind === 'refused') return expected.kind === 'refused' ? 'code' : 'refuses';
  return null;
}

function stillMasked(data: Uint8Array, expected: FrameExpected, answer: FrameAnswer): boolean {
  const length = expected.payload.length / 2;
  const wire = data.subarray(expected.used - length, expected.used);
  return answer.payload === Array.from(wire, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * What the answers say, group by group.
 * @param answers to the first cases, in order: all, or up to one that did not end
 * @param lost what became of the case after those; null where nothing did
 */
export function verdictOf(
  cases: readonly Case[],
  answers: readonly Answer[],
  lost: Lost['kind'] | null = null,
): readonly GroupVerdict[] {
  return GROUP_IDS.map((group) => {
    let [count, tried, failed] = [0, 0, 0];
    let smallest: Failure | null = null;
    cases.forEach((one, i) => {
      if (one.group !== group) return;
      count += 1;
      const answer = answers[i] ?? (lost !== null && i === answers.length ? { kind: lost } : undefined);
      if (answer === undefined) return;
      tried += 1;
      if (!isLost(answer) && isRight(one.expected, answer)) return;
      failed += 1;
      if (smallest !== null && smallest.case.data.length <= one.data.length) return;
      smallest = { case: one, answer, clue: isLost(answer) ? null : clueOf(one, answer) };
    });
    return { group, cases: count, tried, failed, smallest };
  });
}
