/** What the stage draws. */

import type { Delivery, Method } from '../../protocol/delivery/model.ts';
import type { Parts, Totals } from '../../protocol/delivery/totals.ts';
import type { FieldName } from './inputs.ts';
import type { LabelId } from './labels.ts';

/** Words of the labels with their values. */
export interface Words {
  readonly label: LabelId;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Columns of numbers beside a lane. */
export const COLUMNS = ['requests', 'empty', 'up', 'down', 'mean', 'worst', 'held'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Lane {
  readonly method: Method;
  /** `empty`: not spoken of yet, only its place is there. */
  readonly state: 'current' | 'done' | 'faint' | 'empty';
  readonly delivery: Delivery;
  /** At the moment of the scene. */
  readonly totals: Totals;
  /** Exchanges from here on are not shown. */
  readonly limit?: number;
}

/** A transit that is counted on the picture. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly name: Words;
}

export interface AxisScene {
  readonly kind: 'axis';
  readonly inputs: readonly FieldName[];
  readonly duration: number;
  readonly time: number;
  readonly events: readonly number[];
  readonly messages: readonly number[];
  readonly lanes: readonly Lane[];
  /** Columns that are asked for. */
  readonly hidden: readonly Column[];
  readonly lit: readonly Column[];
  readonly marks: readonly Mark[];
  /** Said under the picture, where it does not show the inputs as they are. */
  readonly note: Words | null;
}

export interface HeadLine {
  readonly text: string;
  readonly bytes: number;
}

export interface HeadPart {
  readonly id: string;
  readonly name: Words;
  readonly side: 'client' | 'server';
  readonly lines: readonly HeadLine[];
  readonly total: number;
}

export interface HeadsScene {
  readonly kind: 'heads';
  readonly inputs: readonly FieldName[];
  readonly heads: readonly HeadPart[];
  /** The counts are asked for. */
  readonly asked: boolean;
}

export interface Bar {
  readonly id: string;
  readonly name: Words;
  readonly parts: Parts;
  readonly total: number;
  readonly lit?: boolean;
}

export interface BarsScene {
  readonly kind: 'bars';
  readonly inputs: readonly FieldName[];
  readonly caption: Words;
  readonly bars: readonly Bar[];
  readonly note: Words | null;
}

export interface ClientRow {
  readonly method: Method;
  /** All for the chosen number of clients: requests a second, bytes a second, requests or connections held. */
  readonly requests: number;
  readonly bytes: number;
  readonly held: number;
  /** Bytes a second of one client. */
  readonly each: number;
}

export interface ClientsScene {
  readonly kind: 'clients';
  readonly inputs: readonly FieldName[];
  readonly clients: number;
  readonly rows: readonly ClientRow[];
  readonly lit: 'bytes' | 'held';
}

export interface FigureRow {
  readonly id: string;
  readonly cells: readonly string[];
  readonly lit?: boolean;
}

/** A table of figures: the first cell of a row is its name. */
export interface FiguresScene {
  readonly kind: 'figures';
  readonly inputs: readonly FieldName[];
  readonly caption: Words;
  readonly columns: readonly Words[];
  readonly rows: readonly (Omit<FigureRow, 'cells'> & { readonly name: Words; readonly cells: readonly string[] })[];
  readonly asked: boolean;
}

export type Scene = AxisScene | HeadsScene | BarsScene | ClientsScene | FiguresScene;
