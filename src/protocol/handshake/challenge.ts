/** The challenge of hixie-76: part1, part2 and key3 in a row, and the MD5 that answers it (§5.2 steps 8 and 9). */

import { concat } from '../bytes/join.ts';
import { outlineOf } from '../bytes/outline.ts';
import type { Span } from '../bytes/span.ts';
import { byteSpan } from '../bytes/span.ts';
import type { PhaseRange, Trace } from '../bytes/trace.ts';
import { md5 } from '../hash/md5.ts';
import { NUMBER_LIMIT, partBytes, partSource } from './hixie-key.ts';

/** The bytes behind the blank line of the request. */
export const KEY3_LENGTH = 8;
/** The bytes behind the blank line of the response. */
export const ANSWER_LENGTH = 16;

export const CHALLENGE_SOURCE = 'challenge';
export const CHALLENGE_ANSWER_SOURCE = 'challenge/md5';

type PieceName = 'part1' | 'part2' | 'key3';

/** A run of the challenge. `span` and `from` are equally long: byte for byte one is the other. */
export interface ChallengePiece {
  readonly name: PieceName;
  readonly bytes: Uint8Array;
  /** In the source `challenge`. */
  readonly span: Span;
  /** Where its bytes were before. */
  readonly from: Span;
}

/** One byte of the challenge. */
export interface ChallengeByte {
  readonly index: number;
  readonly value: number;
  readonly piece: PieceName;
  readonly span: Span;
  readonly from: Span;
}

export interface Challenge {
  /** 16 bytes. */
  readonly bytes: Uint8Array;
  /** In order, without gaps. */
  readonly pieces: readonly ChallengePiece[];
  /** Their MD5: 16 bytes, which go out as they are. */
  readonly answer: Uint8Array;
}

/** Where the three pieces come from. */
export type ChallengeOrigins = Readonly<Record<PieceName, Span>>;

const ORIGINS: ChallengeOrigins = {
  part1: byteSpan(partSource('key1'), 0, 4),
  part2: byteSpan(partSource('key2'), 0, 4),
  key3: byteSpan('key3', 0, KEY3_LENGTH),
};

/** Null unless both parts are 32-bit numbers and key3 has its 8 bytes. */
export function joinChallenge(
  part1: number,
  part2: number,
  key3: Uint8Array,
  origins: ChallengeOrigins = ORIGINS,
): Challenge | null {
  if (!isPart(part1) || !isPart(part2) || key3.length !== KEY3_LENGTH) return null;
  let offset = 0;
  const place = (name: PieceName, bytes: Uint8Array): ChallengePiece => {
    const span = byteSpan(CHALLENGE_SOURCE, offset, bytes.length);
    offset += bytes.length;
    return { name, bytes, span, from: origins[name] };
  };
  const pieces = [place('part1', partBytes(part1)), place('part2', partBytes(part2)), place('key3', key3)];
  const bytes = concat(pieces.map((piece) => piece.bytes));
  return { bytes, pieces, answer: md5(bytes) };
}

function isPart(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= NUMBER_LIMIT;
}

/** The challenge byte by byte. */
export function challengeBytes({ pieces }: Challenge): readonly ChallengeByte[] {
  return pieces.flatMap(({ name, bytes, span, from }) =>
    Array.from(bytes, (value, i) => ({
      index: span.start / 8 + i,
      value,
      piece: name,
      span: byteOf(span, i),
      from: byteOf(from, i),
    })),
  );
}

function byteOf({ source, start }: Span, index: number): Span {
  return { source, start: start + index * 8, end: start + (index + 1) * 8 };
}

export type ChallengePhase = 'join' | 'hash';

interface ChallengeStepFacts {
  readonly index: number;
  readonly phase: ChallengePhase;
  /** The challenge so far: 0 to 16 bytes. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly section: string;
  /** The numbered step of that section. */
  readonly draftStep: number;
}

/** A piece is put behind what is there. */
export interface ChallengeAppendStep extends ChallengeStepFacts {
  readonly kind: 'append';
  readonly piece: ChallengePiece;
}

/** MD5 of the 16 bytes. `span` is the answer's, in the source `challenge/md5`. */
export interface ChallengeHashStep extends ChallengeStepFacts {
  readonly kind: 'hash';
  readonly answer: Uint8Array;
  readonly from: Span;
  readonly span: Span;
}

export type ChallengeStep = ChallengeAppendStep | ChallengeHashStep;

/** Three pieces, one hash. How MD5 goes is a trace of its own, `traceMd5(challenge.bytes)`. */
export interface ChallengeTrace extends Trace<ChallengeStep, PhaseRange<ChallengePhase>> {
  readonly challenge: Challenge;
}

/** Takes a challenge, which is whole by its type. */
export function traceChallenge(challenge: Challenge): ChallengeTrace {
  const { bytes, pieces, answer } = challenge;
  const section = 'draft-hixie-76 §5.2';
  const upTo = (bit: number) => bytes.subarray(0, bit / 8);
  const joins = pieces.map(
    (piece, index): ChallengeStep => ({
      kind: 'append',
      index,
      phase: 'join',
      before: upTo(piece.span.start),
      after: upTo(piece.span.end),
      section,
      draftStep: 8,
      piece,
    }),
  );
  const hash: ChallengeStep = {
    kind: 'hash',
    index: joins.length,
    phase: 'hash',
    before: bytes,
    after: bytes,
    section,
    draftStep: 9,
    answer,
    from: byteSpan(CHALLENGE_SOURCE, 0, bytes.length),
    span: byteSpan(CHALLENGE_ANSWER_SOURCE, 0, answer.length),
  };
  const steps = [...joins, hash];
  return {
    challenge,
    stepCount: steps.length,
    step: (index) => steps[index] ?? null,
    outline: () => outlineOf(steps.map(({ phase }) => [phase, 1] as const)),
  };
}
