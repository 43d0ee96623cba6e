/** What the stage of this lesson draws: plain data. */

import type { Cell, State } from '../../components/stage/types.ts';
import type { BitRow } from '../../components/stage/word.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import type { LabelId } from './labels.ts';

export type Values = Readonly<Record<string, string | number>>;

/** Words of the labels. */
export interface Said {
  readonly label: LabelId;
  readonly values?: Values;
}

export interface Note extends Said {
  readonly kind: 'right' | 'wrong' | 'info';
}

export interface Group extends Said {
  readonly first: number;
  readonly count: number;
  readonly role: ColourRole;
}

/** A frame as it travels. */
export interface FrameLine {
  readonly id: string;
  readonly name: Said;
  readonly side: 'client' | 'server';
  readonly cells: readonly Cell[];
  readonly groups?: readonly Group[];
  /** Soft, after the name. */
  readonly detail?: Said;
  readonly note?: Note;
}

/** Bytes as bits. */
export interface BitsLook {
  readonly caption: Said;
  readonly rows: readonly BitRow[];
}

/** One place of the payload: what goes in, the key byte that meets it, what comes out. */
export interface Column {
  readonly position: number;
  readonly top: Cell;
  readonly key: Cell;
  readonly bottom: Cell;
}

/** Columns that belong together: a read, or all of them. */
export interface ColumnRun {
  readonly name: Said | null;
  readonly columns: readonly Column[];
}

export type InputName = 'message' | 'key' | 'target' | 'fresh';

interface Common {
  /** Inputs that the picture depends on. */
  readonly inputs: readonly InputName[];
}

export interface FramesScene extends Common {
  readonly kind: 'frames';
  readonly frames: readonly FrameLine[];
  readonly bits: BitsLook | null;
}

export interface BoardScene extends Common {
  readonly kind: 'board';
  readonly names: { readonly top: LabelId; readonly key: LabelId; readonly bottom: LabelId };
  /** What is done with the key is asked. */
  readonly asked: boolean;
  readonly runs: readonly ColumnRun[];
  /** How late the payload may be cut, and how late it was asked to be; null where nothing is cut. */
  readonly cuts: { readonly most: number; readonly asked: number } | null;
  readonly bits: BitsLook | null;
  readonly note: Note | null;
  readonly frames: readonly FrameLine[];
}

export type Party = 'visitor' | 'script' | 'browser' | 'proxy' | 'server';
export const PARTIES: readonly Party[] = ['visitor', 'script', 'browser', 'proxy', 'server'];

export interface PartyEvent {
  readonly id: string;
  readonly from: Party;
  readonly to: Party;
  readonly kind: 'http' | 'frame' | 'call';
  readonly name: Said;
  readonly state: State;
}

/** A line as the proxy reads it. */
export interface ReadLine {
  readonly id: string;
  readonly text: string;
  readonly end: 'crlf' | 'lf' | 'none';
  readonly state: State;
}

export interface AttackScene extends Common {
  readonly kind: 'attack';
  /** Parties that the step is about. */
  readonly strong: readonly Party[];
  readonly events: readonly PartyEvent[];
  /** What each of them can do is told. */
  readonly roles: boolean;
  /** What the proxy reads, and what it makes of it. */
  readonly reading: {
    readonly name: LabelId;
    readonly lines: readonly ReadLine[];
    readonly verdict: Note | null;
  };
  readonly cache: { readonly state: State; readonly name: string };
  readonly frame: FrameLine | null;
  /** In the place of what the proxy reads. */
  readonly bits: BitsLook | null;
}

export interface ClaimsScene extends Common {
  readonly kind: 'claims';
  readonly claims: readonly { readonly kind: 'right' | 'wrong'; readonly who: LabelId; readonly why: LabelId }[];
}

export type Scene = FramesScene | BoardScene | AttackScene | ClaimsScene;
