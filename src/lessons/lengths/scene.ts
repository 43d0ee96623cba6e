/** What the stage draws: the header as a figure, its size, and a close look below. */

import type { FigureState } from '../../components/frame/layout.ts';
import type { FormulaPart } from '../../components/stage/Formula.tsx';
import type { Cell, State } from '../../components/stage/types.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import type { FigureField, FrameFigure } from '../../protocol/frame/figure.ts';
import type { LengthForm } from '../../protocol/frame/length.ts';
import type { LabelId } from './labels.ts';
import { lengthFigure, type Work } from './work.ts';

/** Words of the labels with their values. */
export interface Words {
  readonly label: LabelId;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Bytes with a name before them and a verdict behind. */
export interface Row {
  readonly id: string;
  readonly name: Words;
  readonly cells: readonly Cell[];
  readonly verdict?: 'right' | 'wrong' | undefined;
  readonly note?: Words | undefined;
}

export interface Header {
  readonly id: string;
  readonly name: Words;
  readonly note: Words;
  readonly figure: FrameFigure;
}

export interface Fact {
  readonly name: Words;
  readonly text: string;
  readonly state?: 'wrong' | 'right' | undefined;
}

export type Detail =
  | { readonly kind: 'rows'; readonly caption: Words; readonly rows: readonly Row[] }
  /** Headers to compare. */
  | { readonly kind: 'headers'; readonly headers: readonly Header[] }
  | { readonly kind: 'formula'; readonly caption: Words; readonly parts: readonly FormulaPart[] }
  /** The bytes of the number, and how one of them is found; captions of the parts are labels. */
  | {
      readonly kind: 'bytes';
      readonly caption: Words;
      readonly cells: readonly Cell[];
      readonly parts: readonly FormulaPart[];
    }
  | { readonly kind: 'facts'; readonly caption: Words; readonly facts: readonly Fact[] };

export interface Scene {
  /** Null where other bytes are the subject. */
  readonly figure: FrameFigure | null;
  readonly states: Readonly<Partial<Record<FigureField, FigureState>>>;
  readonly readings: Readonly<Partial<Record<FigureField, string>>>;
  readonly masked: boolean;
  /** Null where it is asked. */
  readonly form: LengthForm | null;
  /** The lengths of each form are known. */
  readonly ranges: boolean;
  readonly detail: Detail | null;
}

export interface View {
  /** The fields that the step is about. */
  readonly current?: readonly FigureField[];
  /** The form and size are what is asked. */
  readonly asked?: boolean;
  /** Which lengths take which form is not known yet, or is what is asked. */
  readonly before?: boolean;
  /** So many of the extended bytes are written; all where nothing is said. */
  readonly written?: number;
  readonly detail?: Detail | null;
}

/** What is drawn in the place of the header. */
const INSTEAD: readonly Detail['kind'][] = ['rows', 'headers', 'facts'];

export function sceneOf(work: Work, view: View): Scene {
  const { current = [], asked = false, before = false, written, detail = null } = view;
  const states: Partial<Record<FigureField, FigureState>> = { payload: 'faint', 'masking-key': 'faint' };
  for (const field of ['fin', 'rsv1', 'rsv2', 'rsv3', 'opcode', 'mask'] as const) states[field] = 'faint';
  for (const field of current) states[field] = 'current';
  if (asked) states['length-7'] = 'hidden';
  const { length, form, trace } = work;
  const readings = {
    'length-7': asked ? '' : String(trace.seven),
    ...(form === 7 || written !== undefined ? {} : { [`length-${form}`]: `= ${length}` }),
  };
  return {
    figure: detail !== null && INSTEAD.includes(detail.kind) ? null : figureAt(work, asked, written),
    states,
    readings,
    masked: work.masked,
    form: asked ? null : form,
    ranges: !asked && !before,
    detail,
  };
}

function figureAt({ asked, figure, header, form }: Work, isAsked: boolean, written: number | undefined): FrameFigure {
  if (isAsked) return asked;
  return written === undefined ? figure : lengthFigure(header.subarray(0, 2 + written), form);
}

/** Bytes in the colour of lengths. */
export function cellsOf(id: string, bytes: Uint8Array, state: State = 'done'): readonly Cell[] {
  return Array.from(bytes, (byte, i) => ({ id: `${id}-${i}`, text: hexByte(byte), role: 'length', state }));
}
