/**
 * Keeps the windows of one session at the same step: projector and speaker notes, either of them driving. The wire is a
 * BroadcastChannel, which reaches the windows of this browser and nothing else.
 *
 * Changes are counted, and every message carries the count: of two changes made at the same time both windows keep the
 * one with the higher count, or, at the same count, the one of the window whose name sorts last. So they always agree.
 * Inputs are counted apart from the rest, for each opening of a lesson: one window may run a time, an input that changes
 * thirty times a second, while the other takes a step, and neither undoes what the other did.
 */

import { isCount, objectOf, textsOf } from '../state/unknown.ts';
import { type Answer, SPEEDS, type Speed, type Stopwatch } from './store.ts';

/** What the windows of a session have in common. */
export interface Shared {
  readonly lesson: string;
  readonly step: string | null;
  readonly index: number;
  readonly inputs: Readonly<Record<string, string>>;
  readonly blank: boolean;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly answer: Answer | null;
  readonly clock: Stopwatch;
}

/** What reaches the other windows, and what comes from them. */
export interface Wire {
  readonly send: (message: unknown) => void;
  readonly hear: (take: (message: unknown) => void) => void;
}

interface Window {
  /** A name that no other window has. */
  readonly id: string;
  /** What this window shows; null while it shows nothing yet. */
  readonly now: () => Shared | null;
  /** Another window went on: show this. */
  readonly adopt: (shared: Shared) => void;
  /** How many others are there. */
  readonly met: (others: number) => void;
}

export interface Joined {
  /** Call when something may have changed; it is sent if it has. */
  readonly changed: () => void;
  readonly leave: () => void;
}

export function join(wire: Wire, { id, now, adopt, met }: Window): Joined {
  const others = new Set<string>();
  let place = NEVER;
  /** The change that opened the lesson: inputs belong to it. */
  let opened = NEVER;
  let left = false;
  let known = now();
  /** The latest inputs of each opening. */
  const latest = new Map<string, Inputs>();
  const inputsOf = (opening: Version): Inputs => latest.get(nameOf(opening)) ?? { version: NEVER, inputs: {} };
  const put = (opening: Version, version: Version, inputs: Shared['inputs']) =>
    latest.set(nameOf(opening), { version, inputs });
  if (known !== null) put(opened, NEVER, known.inputs);

  const send = (kind: Message['kind'], shared: Shared | null = null) =>
    wire.send({ kind, from: id, ...place, opened, inputs: inputsOf(opened).version, shared });

  wire.hear((data) => {
    if (left) return;
    const message = readMessage(data);
    if (message === null || message.from === id) return;
    if (message.kind === 'bye') others.delete(message.from);
    else others.add(message.from);
    met(others.size);
    if (message.kind === 'hello') {
      // Who was here first is right, even if nothing has changed so far.
      const first = { turn: 1, by: id };
      if (place.turn === 0) place = first;
      const { version, inputs } = inputsOf(opened);
      if (version.turn === 0) put(opened, first, inputs);
      send('state', now());
    }
    const { shared } = message;
    if (message.kind !== 'state' || shared === null) return;
    if (isAfter(message.inputs, inputsOf(message.opened).version)) put(message.opened, message.inputs, shared.inputs);
    const moved = isAfter(message.place, place);
    if (moved) {
      place = message.place;
      opened = message.opened;
    }
    const { inputs } = inputsOf(opened);
    if (!moved && (known === null || isEqual(inputs, known.inputs))) return;
    known = { ...(moved || known === null ? shared : known), inputs };
    adopt(known);
  });
  send('hello');

  return {
    changed: () => {
      const shared = now();
      if (shared === null) return;
      const before = known;
      const changed = !isEqual(shared.inputs, before?.inputs);
      const moved = !isEqual({ ...shared, inputs: {} }, before && { ...before, inputs: {} });
      if (!changed && !moved) return;
      known = shared;
      // The first thing that a window shows is no change.
      if (before === null) {
        put(opened, inputsOf(opened).version, shared.inputs);
        return;
      }
      if (moved) place = { turn: place.turn + 1, by: id };
      const another = shared.lesson !== before.lesson;
      if (another) opened = place;
      if (changed || another) put(opened, { turn: inputsOf(opened).version.turn + 1, by: id }, shared.inputs);
      send('state', shared);
    },
    leave: () => {
      left = true;
      send('bye');
    },
  };
}

interface Version {
  readonly turn: number;
  /** Whose change it was. */
  readonly by: string;
}

const NEVER: Version = { turn: 0, by: '' };

interface Inputs {
  readonly version: Version;
  readonly inputs: Shared['inputs'];
}

function nameOf({ turn, by }: Version): string {
  return `${turn} ${by}`;
}

function isAfter(a: Version, b: Version): boolean {
  return a.turn > b.turn || (a.turn === b.turn && a.by > b.by);
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

interface Message {
  readonly kind: 'hello' | 'state' | 'bye';
  readonly from: string;
  /** Of all but the inputs. */
  readonly place: Version;
  /** Of the opening of the lesson, and of its inputs. */
  readonly opened: Version;
  readonly inputs: Version;
  readonly shared: Shared | null;
}

/** Another window may run another version of this site: null where a message is none. */
export function readMessage(data: unknown): Message | null {
  const { kind, from, opened, inputs, shared } = objectOf(data);
  if (kind !== 'hello' && kind !== 'state' && kind !== 'bye') return null;
  const place = readVersion(data);
  if (typeof from !== 'string' || place === null) return null;
  return {
    kind,
    from,
    place,
    opened: readVersion(opened) ?? NEVER,
    inputs: readVersion(inputs) ?? place,
    shared: readShared(shared),
  };
}

function readVersion(data: unknown): Version | null {
  const { turn, by } = objectOf(data);
  return typeof by === 'string' && isCount(turn) ? { turn, by } : null;
}

function readShared(data: unknown): Shared | null {
  const { lesson, step, index, inputs, blank, playing, speed, answer, clock } = objectOf(data);
  if (!isId(lesson) || !isCount(index)) return null;
  return {
    lesson,
    step: isId(step) ? step : null,
    index,
    inputs: textsOf(inputs),
    blank: blank === true,
    playing: playing === true,
    speed: SPEEDS.find((one) => one === speed) ?? 1,
    answer: readAnswer(answer),
    clock: readClock(clock),
  };
}

function readAnswer(data: unknown): Answer | null {
  const { step, id } = objectOf(data);
  return isId(step) && isId(id) ? { step, id } : null;
}

function readClock(data: unknown): Stopwatch {
  const { since, before } = objectOf(data);
  return { since: isCount(since) ? since : null, before: isCount(before) ? before : 0 };
}

function isId(data: unknown): data is string {
  return typeof data === 'string' && /^[a-z0-9-]+$/.test(data);
}
