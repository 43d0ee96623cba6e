/** The recipe on one page, as far as a step has come. */

import type { Cell, State } from '../../components/stage/types.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import { partBytes } from '../../protocol/handshake/hixie-key.ts';
import type { KeyCharacterStep } from '../../protocol/handshake/hixie-key-trace.ts';
import type { Facts, KeyFacts } from './facts.ts';
import { type BoardScene, EMPTY, type Figure, type KeyPicture, type Note, ROLES } from './scene.ts';

/** How far the server is with one key. */
export interface Progress {
  /** Characters read. */
  readonly read: number;
  /** Index of the character that is looked at or asked for. */
  readonly at?: number;
  readonly asked?: boolean;
  readonly number?: State;
  readonly spaces?: State;
  readonly part?: State;
  /** Bytes of the part that are known, from the last one on. */
  readonly bytes?: number;
  /** Index of the byte that is found. */
  readonly byte?: number;
  readonly bytesAsked?: boolean;
  readonly note?: Note;
}

export const UNREAD: Progress = { read: 0 };

/** Everything of a key is known and calm. */
export function finished({ trace }: KeyFacts): Progress {
  return { read: trace.text.length, number: 'done', spaces: 'done', part: 'done', bytes: 4 };
}

export function byteCells(
  name: string,
  bytes: Uint8Array,
  state: State | ((index: number) => State) = 'done',
  from?: (index: number) => string,
): readonly Cell[] {
  return Array.from(bytes, (byte, i) => ({
    id: `${name}-${i}`,
    text: hexByte(byte),
    role: 'key',
    state: typeof state === 'function' ? state(i) : state,
    from: from?.(i),
  }));
}

/** What a character is to the server, before and after it has been looked at. */
export function keyCells({ name, trace }: KeyFacts, { read, at, asked }: Progress): readonly Cell[] {
  return Array.from(trace.text, (text, i) => {
    const seen = (trace.step(i) as KeyCharacterStep).class;
    const current = i === at;
    const known = i < read;
    const role = !known || (current && asked) ? 'plain' : ROLES[seen];
    const state: State = current ? 'current' : known && seen !== 'noise' ? 'done' : 'faint';
    return { id: `${name}-${i}`, text, role, state };
  });
}

export function keyPicture(key: KeyFacts, progress: Progress): KeyPicture {
  const { name, trace } = key;
  const { read, at, bytes = 0, byte, bytesAsked, note = null } = progress;
  const tally = read === 0 ? null : trace.step(read - 1)?.after;
  const seen = at === undefined || progress.asked ? null : (trace.step(at) as KeyCharacterStep).class;
  const number = tally?.digits
    ? { text: tally.digits, state: progress.number ?? (seen === 'digit' ? 'current' : 'done') }
    : EMPTY;
  const spaces = tally
    ? { text: String(tally.spaces), state: progress.spaces ?? (seen === 'space' ? 'current' : 'done') }
    : { text: '', state: progress.spaces ?? 'empty' };
  const { part } = trace.scan;
  const state = (i: number): State => {
    if (bytesAsked) return i === 0 ? 'hidden' : 'empty';
    return i < 4 - bytes ? 'empty' : i === byte ? 'current' : 'done';
  };
  return {
    name,
    cells: keyCells(key, progress),
    number,
    spaces,
    part: quotient(part, progress.part),
    bytes: byteCells(`part${key.which}`, partBytes(part ?? 0), part === null ? 'empty' : state),
    note,
  };
}

/** What is asked for is not in the picture at all. */
function quotient(part: number | null, state: State | undefined): Figure {
  if (state === 'hidden') return { text: '', state };
  return part === null || state === undefined ? EMPTY : { text: String(part), state };
}

interface Focus {
  readonly key1: Progress;
  readonly key2: Progress;
  /** How many of the 16 bytes stand in place: 0, 4, 8 or 16. */
  readonly joined?: number;
  /** The first of those that this step brings. */
  readonly fresh?: number;
  readonly key3?: State;
  readonly hashing?: boolean;
  readonly answer?: State;
}

const NOTHING = new Uint8Array(16);

export function board(facts: Facts, focus: Focus): BoardScene {
  const { joined = 0, fresh = joined } = focus;
  const { part } = facts.key1.trace.scan;
  const { part: second } = facts.key2.trace.scan;
  const bytes = facts.challenge?.bytes ?? concatKnown(part, second);
  const from = (i: number) => (i < 4 ? `part1-${i}` : i < 8 ? `part2-${i - 4}` : `key3-${i - 8}`);
  const place = (i: number): State => (i >= joined ? 'empty' : i >= fresh ? 'current' : 'done');
  return {
    kind: 'board',
    key1: keyPicture(facts.key1, focus.key1),
    key2: keyPicture(facts.key2, focus.key2),
    key3: byteCells('key3', facts.key3, focus.key3 ?? 'faint'),
    challenge: byteCells('challenge', bytes, place, from),
    answer: byteCells('answer', facts.challenge?.answer ?? NOTHING, focus.answer ?? 'empty'),
    hashing: focus.hashing ?? false,
  };
}

/** The challenge as far as it goes where one key has no part. */
function concatKnown(part: number | null, second: number | null): Uint8Array {
  const bytes = new Uint8Array(16);
  bytes.set(partBytes(part ?? 0), 0);
  bytes.set(partBytes(second ?? 0), 4);
  return bytes;
}
