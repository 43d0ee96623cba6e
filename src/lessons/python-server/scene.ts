/** What the stage of this lesson draws: bytes, the lines that take them, variables, answers. Plain data. */

import type { Cell, State } from '../../components/stage/types.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import type { fields } from './inputs.ts';
import { isDict, type PyValue, shownValue, textOf } from './python.ts';
import type { LineEvent } from './recorder.ts';
import type { Beat, Picture } from './story.ts';
import type { Terminals } from './terminals.ts';
import { roleOf, VARIABLES } from './variables.ts';

export interface CodeView {
  readonly file: 'server' | 'wrong';
  /** Lines that run in this step; those that ran before in this call. */
  readonly lit: readonly number[];
  readonly done: readonly number[];
  /** The lines to bring into view; or the one at the top. */
  readonly from: number;
  readonly to: number;
  readonly top: number | null;
  readonly wrong: boolean;
  /** The calls that lead here, outermost first. */
  readonly calls: readonly string[];
}

export interface VariableView {
  readonly name: string;
  readonly value: string;
  /** The text that bytes are; how many bytes or headers there are. */
  readonly text: string | null;
  readonly count: number | null;
  readonly unit: 'bytes' | 'headers';
  readonly role: ColourRole;
  readonly state: State;
}

/** The client's bytes: gone from the buffer, in it, not there yet. */
export interface WireView {
  readonly cells: readonly Cell[];
  readonly gone: number;
  readonly inBuffer: number;
  readonly coming: number;
  /** Bytes before and behind what is drawn. */
  readonly before: number;
  readonly behind: number;
}

export interface SentView {
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly more: number;
}

export interface HeadsView {
  readonly request: readonly string[];
  readonly response: readonly string[];
  readonly answered: Picture['answered'];
}

export interface ServerBoard {
  readonly kind: 'server';
  readonly code: CodeView;
  readonly variables: readonly VariableView[];
  readonly wire: WireView | null;
  readonly heads: HeadsView | null;
  /** What the server has sent; null where nothing is, yet. */
  readonly sent: SentView | null;
  readonly failed: boolean;
}

/** A read, and what the wrong parser made of it. */
export interface ReadView {
  readonly cells: readonly Cell[];
  readonly more: number;
  /** `hidden`: asked. */
  readonly state: 'hidden' | 'text' | 'raised';
  readonly says: string;
}

export interface WrongBoard {
  readonly kind: 'wrong';
  readonly reads: readonly ReadView[];
  readonly code: CodeView;
  readonly variables: readonly VariableView[];
  /** Lines of server.py that do it right; null while it is asked, empty where there is nothing to mend. */
  readonly right: readonly { readonly number: number; readonly text: string }[] | null;
  /** What server.py gives for the same reads; null where that is not the subject. */
  readonly frames: readonly string[] | null;
}

/** Where the definition of parse_frame begins in server.py. */
export interface OwnBoard {
  readonly kind: 'own';
  readonly signature: number;
  /** Calls on the client's bytes, with what they have to return; and how many are not drawn. */
  readonly calls: readonly CallView[];
  readonly more: number;
}

export interface CallView {
  readonly cells: readonly Cell[];
  readonly more: number;
  readonly says: string;
}

export interface TerminalsBoard extends Terminals {
  readonly kind: 'terminals';
}

export type InputName = keyof typeof fields;

export interface Scene {
  readonly inputs: readonly InputName[];
  /** Bytes in the stream: where the slider ends. */
  readonly most: number;
  /** Bytes to run the parser on, in the room for Python. */
  readonly link: Uint8Array;
  readonly board: ServerBoard | WrongBoard | OwnBoard | TerminalsBoard;
}

/** Most bytes of a stream that are drawn; the window moves on with the buffer. */
const WINDOW = 64;
/** Bytes before the buffer that stay in the window. */
const TRAIL = 8;
const SENT = 24;

export function codeOf(beat: Beat): CodeView {
  const lit = new Set(beat.events.map(({ line }) => line));
  const done = new Set(beat.before.map(({ line }) => line).filter((line) => !lit.has(line)));
  const last = inView(beat);
  const calls = [...(last?.stack ?? []).map(({ fn }) => fn as string), beat.focus.fn];
  return {
    file: 'server',
    lit: sorted(lit),
    done: sorted(done),
    from: beat.focus.from,
    to: beat.focus.to,
    top: null,
    wrong: beat.picture.failed,
    calls,
  };
}

const sorted = (lines: Iterable<number>) => [...lines].sort((a, b) => a - b);

/** The last line of the call that is in view. */
function inView({ events, focus }: Beat): LineEvent | undefined {
  return events.findLast(({ fn }) => fn === focus.fn);
}

export function variablesOf(beat: Beat): VariableView[] {
  const { fn } = beat.focus;
  const { given, own } = VARIABLES[fn];
  const now = beat.vars;
  const before = beat.before.at(-1)?.vars;
  return [...given, ...own].map((name) => {
    const value = now[name];
    const old = before?.[name];
    const fresh =
      before === undefined ? beat.events.length > 0 && own.includes(name) : value !== undefined && !same(value, old);
    return variable(name, value, roleOf(fn, name), fresh);
  });
}

function same(a: PyValue, b: PyValue | undefined): boolean {
  return b !== undefined && shownValue(a) === shownValue(b) && sizeOf(a) === sizeOf(b);
}

const sizeOf = (value: PyValue) => (value instanceof Uint8Array ? value.length : null);

export function variable(name: string, value: PyValue | undefined, role: ColourRole, fresh: boolean): VariableView {
  if (value === undefined) return { name, value: '', text: null, count: null, unit: 'bytes', role, state: 'empty' };
  const state = fresh ? 'current' : 'done';
  const [count, unit] = isDict(value)
    ? ([value.entries.length, 'headers'] as const)
    : ([sizeOf(value), 'bytes'] as const);
  return { name, value: shownValue(value), text: textOf(value), count, unit, role, state };
}

export function wireOf(data: Uint8Array, { consumed, arrived, look, known }: Picture): WireView {
  const first = Math.max(0, Math.min(consumed - TRAIL, data.length - WINDOW));
  const last = Math.min(data.length, first + WINDOW);
  const cells = Array.from(data.subarray(first, last), (byte, i): Cell => {
    const at = first + i;
    const role = known.find(({ start, end }) => at >= start && at < end)?.role ?? 'plain';
    const current = look !== null && at >= look.start && at < look.end;
    const state = at >= arrived ? 'empty' : current ? 'current' : at < consumed ? 'faint' : 'done';
    return { id: `w${at}`, text: hexByte(byte), role, state };
  });
  return {
    cells,
    gone: consumed,
    inBuffer: arrived - consumed,
    coming: data.length - arrived,
    before: first,
    behind: data.length - last,
  };
}

export function sentOf({ sent }: Picture, fresh: boolean): SentView | null {
  const last = sent.at(-1);
  if (last === undefined) return null;
  const cells = Array.from(last.bytes.subarray(0, SENT), (byte, i): Cell => {
    const header = last.bytes.length - 2 < 126 ? 2 : 4;
    const role = i === 0 ? 'control' : i < header ? 'length' : 'payload';
    return { id: `${last.id}-${i}`, text: hexByte(byte), role, state: fresh ? 'current' : 'done' };
  });
  return { number: sent.length, cells, more: Math.max(0, last.bytes.length - SENT) };
}

export function readCells(id: string, read: Uint8Array, most: number): Pick<ReadView, 'cells' | 'more'> {
  const cells = Array.from(read.subarray(0, most), (byte, i): Cell => ({ id: `${id}-${i}`, text: hexByte(byte) }));
  return { cells, more: Math.max(0, read.length - most) };
}
