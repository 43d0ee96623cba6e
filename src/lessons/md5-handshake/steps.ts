/** The recipe behind the two numbers (key 3, the 16 bytes, MD5), and the end of the lesson. */

import { ofBytes } from '../../components/lesson/value.ts';
import { toHex } from '../../protocol/bytes/hex.ts';
import type { Challenge } from '../../protocol/handshake/challenge.ts';
import { board, finished, UNREAD } from './board.ts';
import { CODE } from './code.ts';
import { provesStep } from './exchange.ts';
import type { Facts } from './facts.ts';
import { SECTIONS } from './keys.ts';
import type { Planned } from './texts.ts';

export function challengeSteps(facts: Facts, challenge: Challenge): readonly Planned[] {
  const keys = { key1: finished(facts.key1), key2: finished(facts.key2) };
  const bytes = ofBytes(challenge.bytes, 'key');
  return [
    {
      phase: 'challenge',
      make: () => ({
        id: 'key3',
        text: 'key3',
        values: { key3: ofBytes(facts.key3, 'key') },
        scene: board(facts, { ...keys, key3: 'current', joined: 8 }),
        sections: ['draft-hixie-76 §4.1', ...SECTIONS],
        code: CODE.key3,
      }),
    },
    {
      phase: 'challenge',
      make: () => ({
        id: 'challenge',
        text: 'joined',
        values: { challenge: bytes },
        scene: board(facts, { ...keys, key3: 'done', joined: 16, fresh: 8 }),
        sections: SECTIONS,
        code: CODE.join,
      }),
    },
    {
      phase: 'hash',
      make: () => ({
        id: 'md5',
        text: 'md5',
        values: { challenge: bytes },
        scene: board(facts, { ...keys, key3: 'done', joined: 16, fresh: 0, hashing: true }),
        sections: SECTIONS,
        code: CODE.md5,
        onward: { lesson: 'inside-md5', step: null, inputs: { message: toHex(challenge.bytes) } },
      }),
    },
    {
      phase: 'hash',
      make: () => ({
        id: 'answer',
        text: 'answer',
        values: { answer: ofBytes(challenge.answer, 'key') },
        scene: board(facts, { ...keys, key3: 'done', joined: 16, hashing: true, answer: 'current' }),
        sections: SECTIONS,
        code: CODE.md5,
      }),
    },
  ];
}

export function endSteps(facts: Facts): readonly Planned[] {
  const phase = 'end';
  const first = facts.challenge?.answer[0];
  const whole = {
    key1: finished(facts.key1),
    key2: finished(facts.key2),
    key3: 'done',
    joined: facts.challenge ? 16 : facts.key1.problem ? 0 : 4,
    answer: facts.challenge ? 'done' : 'empty',
  } as const;
  return [
    {
      phase,
      make: () => ({
        id: 'yours',
        text: 'yours',
        values: {},
        scene: board(facts, { key1: UNREAD, key2: UNREAD, key3: 'done' }),
        sections: SECTIONS,
        code: CODE.yours,
        ...(first === undefined ? {} : { ask: { kind: 'byte', right: first } as const }),
      }),
    },
    { phase, make: () => provesStep(facts) },
    {
      phase,
      make: () => ({
        id: 'replaced',
        text: 'replaced',
        values: {},
        scene: board(facts, whole),
        sections: ['draft-hybi-04', 'RFC 6455 §4.2.2'],
        onward: { lesson: 'sha1-handshake', step: null, inputs: {} },
      }),
    },
  ];
}
