/** What the stage draws: the bytes, the figure as far as it is known, and a close look below. */

import type { FigureState } from '../../components/frame/layout.ts';
import type { FormulaPart } from '../../components/stage/Formula.tsx';
import type { Cell, State } from '../../components/stage/types.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import type { FigureField, FrameFigure } from '../../protocol/frame/figure.ts';
import { FIELDS } from '../../protocol/model/fields.ts';
import type { Issue } from '../../protocol/model/issue.ts';
import type { LabelId } from './labels.ts';
import { contentOf, type Work } from './work.ts';

/** Words, or a text that is the same in every language. */
export type Words =
  | { readonly label: LabelId; readonly values?: Readonly<Record<string, string | number>> }
  | { readonly text: string };

export type Detail =
  /** What each bit of the first byte is worth. */
  | { readonly kind: 'weights'; readonly cells: readonly Cell[]; readonly sum: string }
  /** How a program gets at the value. */
  | { readonly kind: 'formula'; readonly caption: LabelId; readonly parts: readonly FormulaPart[] }
  /** The opcodes; `looked` are the ones that the step is about. */
  | { readonly kind: 'opcodes'; readonly looked: readonly OpcodeRow[]; readonly own: OpcodeRow | null }
  /** First bytes and what they say. */
  | { readonly kind: 'first-bytes'; readonly bytes: readonly { readonly cell: Cell; readonly says: LabelId }[] }
  | { readonly kind: 'sizes'; readonly own: number }
  /** Null where it is asked. */
  | { readonly kind: 'sides'; readonly server: FrameFigure; readonly client: FrameFigure | null }
  | {
      readonly kind: 'issues';
      readonly issues: readonly Issue[];
      readonly verdict: 'right' | 'wrong' | 'info';
      readonly words: Words;
    };

/** Rows of the table of opcodes, named by their first. */
export const OPCODE_ROWS = ['0', '1', '2', '3', '8', '9', 'a', 'b'] as const;
export type OpcodeRow = (typeof OPCODE_ROWS)[number];

export function opcodeRowOf(opcode: number): OpcodeRow {
  const digit = opcode.toString(16);
  return OPCODE_ROWS.findLast((row) => row <= digit) ?? '0';
}

export interface Scene {
  readonly cells: readonly Cell[];
  readonly figure: FrameFigure;
  readonly states: Readonly<Partial<Record<FigureField, FigureState>>>;
  readonly readings: Readonly<Partial<Record<FigureField, Words>>>;
  readonly detail: Detail | null;
}

/** In the order they are named. */
export const TOPICS = ['fin', 'rsv', 'opcode', 'mask', 'length', 'extended', 'key', 'payload', 'after'] as const;
export type Topic = (typeof TOPICS)[number];

const FIELDS_OF: Readonly<Record<Topic, readonly FigureField[]>> = {
  fin: ['fin'],
  rsv: ['rsv1', 'rsv2', 'rsv3'],
  opcode: ['opcode'],
  mask: ['mask'],
  length: ['length-7'],
  extended: ['length-16', 'length-64'],
  key: ['masking-key'],
  payload: ['payload'],
  after: ['unparsed'],
};

export interface View {
  /** `bytes`: no bits yet. `bits`: bits without names. A topic: named up to and with it. `all`. */
  readonly upTo: 'bytes' | 'bits' | Topic | 'all';
  /** Of the named ones; the last by default. */
  readonly current?: readonly Topic[];
  /** Bytes that the step is about; those of the current topics by default. */
  readonly bytes?: readonly number[];
  /** What the second byte announces is shown. */
  readonly open?: boolean;
  readonly detail?: Detail | null;
}

const MOST_CELLS = 40;
const MOST_CHARACTERS = 16;

export function sceneOf(work: Work, view: View): Scene {
  const { upTo, detail = null } = view;
  const named = upTo === 'all' ? TOPICS.length : upTo === 'bytes' || upTo === 'bits' ? 0 : TOPICS.indexOf(upTo) + 1;
  const current = view.current ?? (upTo === 'all' || named === 0 ? [] : [upTo as Topic]);
  const open = view.open ?? named > TOPICS.indexOf('length') + 1;
  const states: Partial<Record<FigureField, FigureState>> = {};
  for (const [i, topic] of TOPICS.entries()) {
    const inFirstTwo = i <= TOPICS.indexOf('length');
    const later = inFirstTwo && upTo !== 'bytes' ? 'unnamed' : 'empty';
    const state = current.includes(topic) ? 'current' : i < named ? 'done' : later;
    for (const field of FIELDS_OF[topic]) states[field] = state;
  }
  return {
    cells: cellsOf(work, view, named, current),
    figure: open ? work.figure : work.closed,
    states: open ? states : { ...states, unparsed: 'empty' },
    readings: readingsOf(work),
    detail,
  };
}

function cellsOf(work: Work, view: View, named: number, current: readonly Topic[]): readonly Cell[] {
  const about = new Set<FigureField>(current.flatMap((topic) => FIELDS_OF[topic]));
  const known = new Set<FigureField>(TOPICS.slice(0, named).flatMap((topic) => FIELDS_OF[topic]));
  return Array.from(work.bytes.subarray(0, MOST_CELLS), (byte, i) => {
    const fields = work.figure.parts.filter(({ start, bits }) => start < i * 8 + 8 && i * 8 < start + bits);
    const own = fields.length === 0 ? [lastField(work)] : fields.map(({ field }) => field);
    const lit = view.bytes ? view.bytes.includes(i) : own.some((field) => about.has(field));
    const last = own.at(-1) as FigureField;
    const state: State = lit ? 'current' : own.some((field) => known.has(field)) ? 'done' : 'faint';
    return { id: `b${i}`, text: hexByte(byte), role: known.has(last) ? FIELDS[last].colour : 'plain', state };
  });
}

/** What the bytes belong to that the figure has no room for. */
function lastField({ parts, bytes, size }: Work): FigureField {
  return parts !== null && bytes.length - parts.rest.length > size ? 'payload' : 'unparsed';
}

function readingsOf(work: Work): Scene['readings'] {
  const { opcode, name, byte1, form, parts, figure } = work;
  const seven = byte1 & 0x7f;
  const length = figure.payloadLength;
  const exact: Words = { text: length === null ? '' : `= ${length}` };
  return {
    opcode: name === 'reserved-data' || name === 'reserved-control' ? { label: 'reserved' } : { label: `name-${name}` },
    'length-7': form === 7 ? { label: 'bytes', values: { count: seven } } : { label: `reading-${form}` },
    'length-16': exact,
    'length-64': exact,
    ...(parts === null || opcode < 0 ? {} : { payload: payloadReading(work) }),
  };
}

function payloadReading(work: Work): Words {
  const content = contentOf(work);
  const masked = work.masked ? 'unmasked-' : '';
  if (content === null) return { text: '' };
  if ('code' in content) return { label: `${masked}code`, values: { code: content.code } };
  const characters = Array.from(content.text);
  const more = characters.length > MOST_CHARACTERS ? '…' : '';
  return { label: `${masked}text`, values: { text: characters.slice(0, MOST_CHARACTERS).join('') + more } };
}
