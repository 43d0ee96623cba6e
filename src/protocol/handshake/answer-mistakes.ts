/** The well-known ways to answer a hixie-76 challenge wrongly, carried out for the challenge at hand. */

import { toBase64 } from '../bytes/base64.ts';
import { toHex } from '../bytes/hex.ts';
import { concat } from '../bytes/join.ts';
import { md5 } from '../hash/md5.ts';
import { sha1 } from '../hash/sha1.ts';
import type { RequestProof } from './dialect.ts';
import { partBytes } from './hixie-key.ts';
import { fromLatin1 } from './latin1.ts';

type Challenge = Extract<RequestProof, { kind: 'md5' }>;

interface Parts {
  readonly part1: Uint8Array;
  readonly part2: Uint8Array;
  readonly number1: Uint8Array;
  readonly number2: Uint8Array;
  readonly key3: Uint8Array;
  readonly challenge: Uint8Array;
  readonly answer: Uint8Array;
}

/** Each gives the bytes that then stand behind the blank line. */
const RECIPES = {
  'hex-digest': ({ answer }: Parts) => fromLatin1(toHex(answer)),
  'base64-digest': ({ answer }: Parts) => fromLatin1(toBase64(answer)),
  'not-hashed': ({ challenge }: Parts) => challenge,
  'little-endian': ({ part1, part2, key3 }: Parts) => md5(concat([part1.toReversed(), part2.toReversed(), key3])),
  'keys-swapped': ({ part1, part2, key3 }: Parts) => md5(concat([part2, part1, key3])),
  'not-divided': ({ number1, number2, key3 }: Parts) => md5(concat([number1, number2, key3])),
  'key3-left-out': ({ part1, part2 }: Parts) => md5(concat([part1, part2])),
  'key3-first': ({ part1, part2, key3 }: Parts) => md5(concat([key3, part1, part2])),
  sha1: ({ challenge }: Parts) => sha1(challenge),
} as const satisfies Record<string, (parts: Parts) => Uint8Array>;

export type AnswerMistakeId = keyof typeof RECIPES;

export const ANSWER_MISTAKE_IDS = Object.keys(RECIPES) as readonly AnswerMistakeId[];

/** The bytes a server with this mistake sends; null where the keys have no answer. */
export function mistakenAnswer(mistake: AnswerMistakeId, asked: Challenge): Uint8Array | null {
  const { key1, key2, key3, challenge, answer } = asked;
  if (key1?.part == null || key2?.part == null || !key3 || !challenge || !answer) return null;
  return RECIPES[mistake]({
    part1: partBytes(key1.part),
    part2: partBytes(key2.part),
    number1: partBytes(key1.number ?? 0),
    number2: partBytes(key2.number ?? 0),
    key3,
    challenge,
    answer,
  });
}

/** The mistake that gives the bytes behind the blank line (at least 16 of them), or null. */
export function diagnoseAnswer(asked: Challenge, found: Uint8Array): AnswerMistakeId | null {
  if (found.length < 16) return null;
  const matches = (mistake: AnswerMistakeId) => {
    const bytes = mistakenAnswer(mistake, asked);
    return bytes?.every((byte, i) => i >= found.length || found[i] === byte) ?? false;
  };
  return ANSWER_MISTAKE_IDS.find(matches) ?? null;
}
