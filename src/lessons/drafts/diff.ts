/** What a text changed on the wire, found by comparing what the engine wrote; and which of its changes did it. */

import type { ChangeId } from '../../protocol/model/history.ts';
import type { Frame, FrameByte, FramePart, HeaderField } from './frame.ts';
import type { Exchange, Line } from './wire.ts';

export type Mark = 'same' | 'new' | 'changed' | 'gone';

export interface Marked<T> {
  readonly item: T;
  readonly mark: Mark;
}

/** The lines of a head, and those that it had before, in the place where they were. */
export function markLines(before: readonly Line[], now: readonly Line[]): readonly Marked<Line>[] {
  const old = new Map(before.map((line) => [line.key, line]));
  const there = new Set(now.map(({ key }) => key));
  const marked = now.map((line): Marked<Line> => {
    const was = old.get(line.key);
    return { item: line, mark: was === undefined ? 'new' : sameLine(was, line) ? 'same' : 'changed' };
  });
  for (const [i, line] of before.entries()) {
    // A blank line without anything behind it is nobody's loss.
    if (there.has(line.key) || line.key === 'blank-line') continue;
    if (line.bytes !== null) {
      marked.push({ item: line, mark: 'gone' });
      continue;
    }
    // Behind what stood in front of it and is still there.
    const ahead = before.slice(0, i).findLast(({ key }) => there.has(key))?.key;
    const place = marked.findIndex(({ item, mark }) => item.key === ahead && mark !== 'gone');
    let at = place + 1;
    while (marked[at]?.mark === 'gone') at += 1;
    marked.splice(at, 0, { item: line, mark: 'gone' });
  }
  return marked;
}

function sameLine(a: Line, b: Line): boolean {
  return a.text === b.text && String(a.bytes) === String(b.bytes);
}

/** Bytes that are new, have another value, or stand at another place among their neighbours. */
export function markBytes(before: Frame, now: Frame): readonly Marked<FrameByte>[] {
  const old = new Map(before.bytes.map((byte, i) => [byte.id, { byte, ahead: before.bytes[i - 1]?.part }]));
  return now.bytes.map((byte, i): Marked<FrameByte> => {
    const was = old.get(byte.id);
    if (was === undefined) return { item: byte, mark: 'new' };
    const moved = byte.part === 'key' && was.ahead !== now.bytes[i - 1]?.part;
    const same = was.byte.wire === byte.wire && was.byte.part === byte.part && !moved;
    return { item: byte, mark: same ? 'same' : 'changed' };
  });
}

export function markFields(before: Frame, now: Frame): readonly Marked<HeaderField>[] {
  const old = new Map(before.header.map((field) => [field.key, field]));
  return now.header.map((field): Marked<HeaderField> => {
    const was = old.get(field.key);
    if (was === undefined) return { item: field, mark: 'new' };
    return { item: field, mark: was.name === field.name && was.bits === field.bits ? 'same' : 'changed' };
  });
}

/** What a change touches: lines by their keys, parts of a frame, fields of its header. */
interface Touches {
  readonly request?: readonly string[];
  readonly response?: readonly string[];
  readonly parts?: readonly FramePart[];
  readonly fields?: readonly HeaderField['key'][];
}

const TOUCHES: Readonly<Partial<Record<ChangeId, Touches>>> = {
  'challenge-keys': { request: ['key', 'key2', 'tail'] },
  'challenge-answer': { response: ['tail'] },
  'sec-names': { response: ['origin', 'location'] },
  'answer-parsed': { response: ['start-line'] },
  'binary-header': { parts: ['header', 'end', 'type'], fields: ['length'] },
  'frame-kinds': { fields: ['opcode'] },
  'more-bit': { fields: ['fin'] },
  'spare-bits': { fields: ['rsv', 'top'] },
  'draft-header': { request: ['version'] },
  'version-header': { request: ['version'] },
  'sha1-accept': { request: ['key', 'key2', 'tail'], response: ['accept', 'tail'] },
  'server-nonce': { response: ['nonce'] },
  'frame-mask': { parts: ['nonce', 'header', 'payload'] },
  'fin-bit': { fields: ['fin'] },
  'sec-origin': { request: ['origin'] },
  'location-dropped': { response: ['location', 'origin'] },
  'upgrade-any-case': { request: ['upgrade'], response: ['upgrade', 'start-line'] },
  'new-version': { request: ['version'] },
  'nonce-dropped': { response: ['nonce'] },
  'key-in-clear': { parts: ['key', 'header', 'payload'] },
  'mask-bit': { parts: ['key', 'header', 'payload'], fields: ['top'] },
  'new-opcodes': { fields: ['opcode'] },
  'plain-origin': { request: ['origin'] },
};

/** The number of the change that did it, from 1 as they are listed; null where none of these did. */
export function causeOf(changes: readonly ChangeId[], place: keyof Touches, what: string): number | null {
  const index = changes.findIndex((id) => (TOUCHES[id]?.[place] as readonly string[] | undefined)?.includes(what));
  return index < 0 ? null : index + 1;
}

/** Whether a peer can tell the two apart by the bytes of this exchange. */
export function sameOnWire(before: Exchange, now: Exchange, frameBefore: Frame, frameNow: Frame): boolean {
  const sameHead = (a: readonly Line[], b: readonly Line[]) =>
    a.length === b.length && a.every((line, i) => b[i] !== undefined && sameLine(line, b[i]));
  return (
    sameHead(before.request, now.request) &&
    sameHead(before.response, now.response) &&
    String(frameBefore.wire) === String(frameNow.wire)
  );
}
