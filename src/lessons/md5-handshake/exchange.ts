/** What travels: the request with its question, the response with its answer, and the check of the client. */

import { ofByte, ofBytes, ofText } from '../../components/lesson/value.ts';
import type { Cell, State } from '../../components/stage/types.ts';
import { equalBytes } from '../../protocol/bytes/join.ts';
import { type AnswerMistakeId, mistakenAnswer } from '../../protocol/handshake/answer-mistakes.ts';
import { ANSWER_LENGTH } from '../../protocol/handshake/challenge.ts';
import { board, byteCells, UNREAD } from './board.ts';
import { CODE } from './code.ts';
import type { Facts, KeyFacts } from './facts.ts';
import { SECTIONS } from './keys.ts';
import type { ExchangeScene, Line, MistakesScene, Note } from './scene.ts';
import type { LessonStep, Planned } from './texts.ts';

const CLIENT = ['draft-hixie-76 §4.1'];
const NOTHING = new Uint8Array(ANSWER_LENGTH);

/** In which state a line stands; `null` as name is the first line. */
type StateOf = (name: string | null, key: boolean) => State;

interface Shown {
  readonly request: StateOf;
  readonly key3: State;
  readonly response: StateOf;
  readonly answer: State | ((index: number) => State);
  readonly verdict?: Note;
}

function exchange(facts: Facts, shown: Shown): ExchangeScene {
  return {
    kind: 'exchange',
    request: lines('request', facts.requestLines, shown.request),
    key3: byteCells('key3', facts.key3, shown.key3),
    response: lines('response', facts.responseLines, shown.response),
    answer: byteCells('answer', facts.challenge?.answer ?? NOTHING, shown.answer),
    verdict: shown.verdict ?? null,
  };
}

function lines(id: string, texts: readonly string[], stateOf: StateOf): readonly Line[] {
  return texts.map((text, i): Line => {
    const colon = i === 0 ? -1 : text.indexOf(': ');
    const name = colon < 0 ? null : text.slice(0, colon);
    const key = name?.startsWith('Sec-WebSocket-Key') ?? false;
    return {
      id: `${id}-${i}`,
      name,
      value: colon < 0 ? text : text.slice(colon + 2),
      key,
      state: stateOf(name, key),
      note: isCopy(name) ? 'copied' : null,
    };
  });
}

function isCopy(name: string | null): boolean {
  return name === 'Sec-WebSocket-Origin' || name === 'Sec-WebSocket-Location';
}

const ALL_DONE: StateOf = () => 'done';
const ALL_FAINT: StateOf = () => 'faint';
const ALL_EMPTY: StateOf = () => 'empty';

export function whySteps(facts: Facts): readonly Planned[] {
  const phase = 'why';
  return [
    {
      phase,
      make: () => ({
        id: 'echo',
        text: 'echo',
        values: { origin: ofText(facts.origin) },
        scene: exchange(facts, {
          request: (name, key) => (key ? 'empty' : name === 'Origin' || name === 'Host' ? 'done' : 'faint'),
          key3: 'empty',
          response: (name) => (isCopy(name) ? 'current' : 'faint'),
          answer: 'empty',
        }),
        sections: ['draft-hixie-75 §4.1', 'draft-hixie-76 §1.3'],
      }),
    },
    {
      phase,
      make: () => ({
        id: 'question',
        text: 'question',
        values: { key3: ofBytes(facts.key3, 'key') },
        scene: exchange(facts, {
          request: (_, key) => (key ? 'current' : 'faint'),
          key3: 'current',
          response: ALL_FAINT,
          answer: 'empty',
        }),
        sections: CLIENT,
      }),
    },
    {
      phase,
      make: () => ({
        id: 'recipe',
        text: 'recipe',
        values: {},
        scene: board(facts, { key1: UNREAD, key2: UNREAD }),
        sections: ['draft-hixie-76 §1.3', ...SECTIONS],
      }),
    },
  ];
}

export function responseSteps(facts: Facts, answer: Uint8Array): readonly Planned[] {
  const phase = 'response';
  const bytes = ofBytes(answer, 'key');
  const shown = { request: ALL_FAINT, key3: 'faint' } as const;
  return [
    {
      phase,
      make: () => ({
        id: 'response-head',
        text: 'head',
        values: { origin: ofText(facts.origin), location: ofText(facts.location) },
        scene: exchange(facts, { ...shown, response: () => 'current', answer: 'empty' }),
        sections: SECTIONS,
      }),
    },
    {
      phase,
      make: () => ({
        id: 'response-ask',
        text: 'ask-where',
        values: { answer: bytes },
        scene: exchange(facts, { ...shown, response: ALL_DONE, answer: 'empty' }),
        sections: SECTIONS,
        ask: {
          kind: 'choice',
          options: [
            { id: 'header', value: null, right: false },
            { id: 'hex', value: null, right: false },
            { id: 'raw', value: null, right: true },
          ],
        },
      }),
    },
    {
      phase,
      make: () => ({
        id: 'response-answer',
        text: 'raw',
        values: { answer: bytes, first: ofByte(answer[0] ?? 0, 'key') },
        scene: exchange(facts, { ...shown, response: ALL_DONE, answer: (i) => (i === 0 ? 'current' : 'done') }),
        sections: SECTIONS,
        code: CODE.send,
      }),
    },
    {
      phase,
      make: () => ({
        id: 'response-check',
        text: 'compare',
        values: { answer: bytes },
        scene: exchange(facts, {
          request: ALL_FAINT,
          key3: 'faint',
          response: ALL_FAINT,
          answer: 'current',
          verdict: { kind: 'right', label: 'verdict-equal', values: {} },
        }),
        sections: CLIENT,
        code: CODE.check,
      }),
    },
    {
      phase,
      make: () => ({
        id: 'response-mistakes',
        text: 'mistakes',
        values: { first: ofByte(answer[0] ?? 0, 'key') },
        scene: mistakes(facts, answer),
        sections: CLIENT,
      }),
    },
  ];
}

const MISTAKES = ['hex-digest', 'base64-digest', 'little-endian', 'not-divided'] as const satisfies AnswerMistakeId[];

/** Bytes as the client reads them: sixteen, whatever follows. A byte that happens to be right is drawn so. */
function mistakes({ request }: Facts, answer: Uint8Array): MistakesScene {
  const { proof } = request;
  const cells = (id: string, bytes: Uint8Array): readonly Cell[] =>
    byteCells(id, bytes.subarray(0, ANSWER_LENGTH), (i) => (bytes[i] === answer[i] ? 'done' : 'wrong'));
  return {
    kind: 'mistakes',
    right: byteCells('answer', answer),
    // A mistake that changes nothing, such as not dividing by one, is none.
    rows: MISTAKES.flatMap((id) => {
      const bytes = proof.kind === 'md5' ? mistakenAnswer(id, proof) : null;
      return bytes === null || equalBytes(bytes, answer) ? [] : [{ label: id, cells: cells(id, bytes) }];
    }),
  };
}

export function refusalSteps(facts: Facts, key: KeyFacts): readonly Planned[] {
  const phase = 'refusal';
  const scene = (verdict: Note['label']) =>
    exchange(facts, {
      request: (name) => (name === `Sec-WebSocket-Key${key.which}` ? 'wrong' : 'faint'),
      key3: 'faint',
      response: ALL_EMPTY,
      answer: 'empty',
      verdict: { kind: 'wrong', label: verdict, values: {} },
    });
  return [
    {
      phase,
      make: () => ({
        id: 'refused',
        text: 'refused',
        values: { which: key.which },
        scene: scene('verdict-refused'),
        sections: SECTIONS,
      }),
    },
    {
      phase,
      make: () => ({
        id: 'client-sees',
        text: 'client-sees',
        values: {},
        scene: scene('verdict-failed'),
        sections: CLIENT,
      }),
    },
  ];
}

export function provesStep(facts: Facts): LessonStep {
  return {
    id: 'proves',
    text: 'proves',
    values: {},
    scene: exchange(facts, {
      request: (_, key) => (key ? 'done' : 'faint'),
      key3: 'done',
      response: facts.challenge ? ALL_FAINT : ALL_EMPTY,
      answer: facts.challenge ? 'done' : 'empty',
      ...(facts.challenge ? {} : { verdict: { kind: 'wrong', label: 'verdict-refused', values: {} } as const }),
    }),
    sections: ['draft-hixie-76 §1.3'],
  };
}
