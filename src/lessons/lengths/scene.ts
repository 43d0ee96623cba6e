/** What the stage draws: the header as a figure, its size, and a close look below. */

import type { FigureState } from '../../components/frame/layout.ts';
import type { FormulaPart } from '../../components/stage/Formula.tsx';
import type { Cell, State } from '../../components/stage/types.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import type { FigureField, FrameFigure } from '../../protocol/frame/figure.ts';
import type { LengthForm } from '../../protocol/frame/length.ts';
import type { LabelId } from './labels.ts';
import type { Work } from './work.ts';

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

export interface Fact {
  readonly name: Words;
  readonly text: string;
  readonly state?: 'wrong' | 'right' | undefined;
}

export type Detail =
  | { readonly kind: 'rows'; readonly caption: Words; readonly rows: readonly Row[] }
  | { readonly kind: 'formula'; readonly caption: Words; readonly parts: readonly FormulaPart[] }
  /** The bytes of the number, and how one of them is found. */
  | {
      readonly kind: 'bytes';
      readonly caption: Words;
      readonly cells: readonly Cell[];
      readonly parts: readonly FormulaPart[];
    }
  | { readonly kind: 'facts'; readonly caption: Words; readonly facts: readonly Fact[] };

export interface Scene {
  readonly figure: FrameFigure;
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
  /** Which lengths take which form is not known yet. */
  readonly before?: boolean;
  /** The extended bytes that are still to be written. */
  readonly unwritten?: boolean;
  readonly detail?: Detail | null;
}

export function sceneOf(work: Work, view: View): Scene {
  const { current = [], asked = false, before = false, unwritten = false, detail = null } = view;
  const states: Partial<Record<FigureField, FigureState>> = { payload: 'faint', 'masking-key': 'faint' };
  for (const field of ['fin', 'rsv1', 'rsv2', 'rsv3', 'opcode', 'mask'] as const) states[field] = 'faint';
  for (const field of current) states[field] = 'current';
  if (asked) states['length-7'] = 'hidden';
  if (unwritten) {
    states['length-16'] = 'empty';
    states['length-64'] = 'empty';
  }
  const { length, form, trace } = work;
  const readings = {
    'length-7': asked ? '' : String(trace.seven),
    ...(form === 7 ? {} : { [`length-${form}`]: `= ${length}` }),
  };
  return {
    figure: asked ? work.asked : work.figure,
    states: asked ? { ...states, mask: 'hidden' } : states,
    readings,
    masked: work.masked,
    form: asked ? null : form,
    ranges: !asked && !before,
    detail,
  };
}

/** Bytes in the colour of lengths. */
export function cellsOf(id: string, bytes: Uint8Array, state: State = 'done'): readonly Cell[] {
  return Array.from(bytes, (byte, i) => ({ id: `${id}-${i}`, text: hexByte(byte), role: 'length', state }));
}
