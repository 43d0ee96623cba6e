import type { Source } from '../../protocol/bytes/source.ts';
import { byteSpan, DIRECTIONS, type Direction } from '../../protocol/bytes/span.ts';
import { type Opened, open } from '../../protocol/capture/open.ts';
import type { Certainty, ConnectionView, Part } from '../../protocol/connection/model.ts';
import type { FieldNode } from '../../protocol/model/node.ts';
import type { CharMap, FormId } from '../../protocol/text/reading.ts';
import type { Selection } from '../state/selection.ts';
import type { Choices } from '../state/workbench.ts';
import { bestMark, finder, leaves } from '../views/marks.ts';

/**
 * Everything the page shows, computed from the choices. Each function gives the same object for the same choices, so
 * that views compare by identity.
 */

export type { Opened };

/** What came of opening: `opened` is null only where the engine threw, which is our bug and must not take the page along. */
export interface Outcome {
  readonly opened: Opened | null;
  readonly error: unknown;
}

type Key = Pick<Choices, 'input' | 'form' | 'assumptions' | 'tcp'>;

/** A few outcomes are kept: flipping an assumption to and fro, and typing with the last result still on screen. */
const KEPT = 3;
const recent: { key: Key; outcome: Outcome }[] = [];

export function openedOf({ input, form, assumptions, tcp }: Key): Outcome {
  const found = recent.findIndex(
    ({ key }) => key.input === input && key.form === form && key.assumptions === assumptions && key.tcp === tcp,
  );
  if (found >= 0) {
    const [hit] = recent.splice(found, 1) as [(typeof recent)[number]];
    recent.unshift(hit);
    return hit.outcome;
  }
  let outcome: Outcome;
  try {
    const by = { ...(form && { form }), ...(tcp !== null && { tcpConnection: tcp }), assumptions };
    outcome = { opened: open(input, by), error: null };
  } catch (error) {
    outcome = { opened: null, error };
  }
  recent.unshift({ key: { input, form, assumptions, tcp }, outcome });
  recent.length = Math.min(recent.length, KEPT);
  return outcome;
}

export const isEmpty = ({ input }: Pick<Choices, 'input'>) => input.length === 0;

/** Row of the part to show: the chosen one while it exists, else the first; -1 where there are none. */
export function currentRow(connection: ConnectionView, part: string | null): number {
  const row = part === null ? -1 : connection.rowOf(part);
  return row >= 0 ? row : connection.partCount > 0 ? 0 : -1;
}

/** The wire of the part's direction, then what was computed from it. */
export function sourcesOf(connection: ConnectionView, part: Part): readonly Source[] {
  const wire = connection.directions[part.direction].source;
  return [wire, ...connection.sourcesOf(part.path).filter((source) => source.id !== wire.id)];
}

/**
 * The field tree of a part; for a fragment or a compressed frame, with the message it belongs to as its last child. Null where there is none, or
 * where explaining threw: that is our bug, and must not take the list and the text along.
 */
export function treeOf(connection: ConnectionView, part: Part): FieldNode | null {
  try {
    const tree = connection.explain(part.path);
    const of = connection.sourcesOf(part.path).find(({ how }) => how === 'reassemble' || how === 'inflate');
    const message = of && connection.explain(of.id.replace(/\/(?:joined|inflated)$/, ''));
    return tree && message ? { ...tree, children: [...tree.children, message] } : tree;
  } catch {
    return null;
  }
}

/** The part that holds byte `offset` of a direction, or null. */
export function partAt(connection: ConnectionView, direction: Direction, offset: number): Part | null {
  const view = connection.directions[direction];
  if (offset < 0 || offset >= view.source.length) return null;
  if (offset >= view.headLength) {
    const frame = view.frames.frameAt(offset);
    const row = frame < 0 ? -1 : connection.rowOf(`${direction}/frame/${frame}`);
    const part = row < 0 ? null : connection.part(row);
    if (part && offset >= part.offset && offset < part.offset + part.length) return part;
  }
  // What is not a frame comes before the frames of its direction: a handful of rows.
  for (let row = 0; row < connection.partCount; row += 1) {
    const part = connection.part(row);
    if (part.direction === direction && part.kind === 'frame') break;
    if (part.direction === direction && offset >= part.offset && offset < part.offset + part.length) return part;
  }
  return null;
}

/** The selection of one byte of the wire: the leaf that owns most of its bits. */
export function selectionOfByte(connection: ConnectionView, part: Part, offset: number, count = 1): Selection {
  const tree = connection.explain(part.path);
  const marks = tree ? finder(leaves(tree), part.direction)(offset, offset + 1) : [];
  return {
    path: bestMark(marks, offset * 8, offset * 8 + 8)?.path ?? null,
    span: byteSpan(part.direction, offset, count),
    view: 'input',
  };
}

/** The characters of one direction of the wire. */
export interface WireChars {
  readonly direction: Direction;
  /** Offset in the direction of the stream's first byte. */
  readonly offset: number;
  readonly length: number;
  readonly chars: CharMap;
}

/** Where each direction's bytes stand in the pasted text. Empty where the bytes did not come from text. */
export function wireChars(opened: Opened): readonly WireChars[] {
  const next: Record<Direction, number> = { 'client-to-server': 0, 'server-to-client': 0 };
  const out: WireChars[] = [];
  for (const stream of opened.streams) {
    const { direction } = stream;
    const offset = next[direction];
    next[direction] += stream.bytes.length;
    if (stream.chars) out.push({ direction, offset, length: stream.bytes.length, chars: stream.chars });
  }
  return out;
}

/** The byte that the character at `position` helped to write; a separator counts for the byte before it. */
export function byteAtChar(
  wires: readonly WireChars[],
  position: number,
): { direction: Direction; offset: number } | null {
  for (const at of [position, position - 1]) {
    for (const { direction, offset, chars } of wires) {
      const byte = at < 0 ? -1 : chars.byteAt(at);
      if (byte >= 0) return { direction, offset: offset + byte };
    }
  }
  return null;
}

/** How many bytes each direction holds. */
export function bytesPerDirection(connection: ConnectionView): readonly { direction: Direction; bytes: number }[] {
  return DIRECTIONS.map((direction) => ({ direction, bytes: connection.directions[direction].source.length })).filter(
    ({ bytes }) => bytes > 0,
  );
}

/** From here on nobody needs to be asked. */
const CERTAIN = 0.95;
const LIKELY = 0.6;

/** How sure the notation is. */
export function sureOf({ reading, claims }: Opened, form: FormId | null): Certainty {
  if (form) return 'assumed';
  const score = claims.find((one) => one.form === reading.form)?.score ?? 0;
  return score >= CERTAIN ? 'certain' : score >= LIKELY ? 'likely' : 'guess';
}
