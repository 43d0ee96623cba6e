/** What the stage of this lesson draws: plain data. */

import type { HttpLine } from '../../components/stage/HttpText.tsx';
import type { Cell, State } from '../../components/stage/types.ts';
import type { BitRow } from '../../components/stage/word.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import type { ChangeId } from '../../protocol/model/history.ts';
import type { InputName } from './inputs.ts';
import type { LabelId } from './labels.ts';
import type { Stop } from './stops.ts';

export type Values = Readonly<Record<string, string | number>>;

/** Words of the labels. */
export interface Said {
  readonly label: LabelId;
  readonly values?: Values;
}

export interface Group extends Said {
  readonly first: number;
  readonly count: number;
  readonly role: ColourRole;
  /** The change that made it so. */
  readonly cause: number | null;
}

export interface BitField {
  readonly key: string;
  readonly name: string;
  /** Null: asked; none: not known yet. */
  readonly bits: string | null;
  readonly role: ColourRole;
  readonly strong: boolean;
  readonly cause: number | null;
  readonly reading: Said | null;
}

export interface FramePicture {
  readonly cells: readonly Cell[];
  readonly groups: readonly Group[];
  readonly fields: readonly BitField[];
  readonly size: number;
}

interface Common {
  readonly inputs: readonly InputName[];
  readonly timeline: TimelinePicture;
}

export interface TimelinePicture {
  readonly at: Stop;
  /** Version numbers are known up to here, by index; -1: none yet. */
  readonly known: number;
  /** The number of the current stop is asked. */
  readonly asked: boolean;
  /** The step is about the paper of November 2010. */
  readonly paper: boolean;
}

/** One place of the timeline: both heads, the frame, what changed. */
export interface EraScene extends Common {
  readonly kind: 'era';
  readonly request: readonly HttpLine[];
  readonly response: readonly HttpLine[];
  /** Over HTTP/2 and HTTP/3 there is no text on the wire. */
  readonly packed: boolean;
  readonly frame: FramePicture;
  readonly changes: readonly ChangeId[];
  /** Instead of changes: a word for there being none, or what else is to be seen. */
  readonly notes: readonly (Said & { readonly kind: 'right' | 'wrong' | 'info' })[];
}

/** One row of a derivation: values that go in, a hash, the bytes that come out. */
export interface HashRow {
  readonly id: string;
  readonly name: Said;
  readonly inputs: readonly HashInput[];
  readonly output: readonly Cell[];
  readonly outputName: Said;
  readonly state: State;
}

export interface HashInput {
  readonly id: string;
  readonly name: Said;
  /** Text, or bytes in hex. */
  readonly text: string;
  readonly role: ColourRole;
  readonly state: State;
  readonly from?: string;
}

/** hybi-04's mask, piece by piece. */
export interface DeriveScene extends Common {
  readonly kind: 'derive';
  readonly rows: readonly HashRow[];
  readonly xor: {
    readonly clear: readonly Cell[];
    readonly key: readonly Cell[];
    readonly wire: readonly Cell[];
    readonly nonce: readonly Cell[];
    readonly bits: readonly BitRow[] | null;
  } | null;
  readonly facts: readonly Fact[];
}

export interface Fact extends Said {
  readonly kind: 'right' | 'wrong' | 'info';
}

/** Version numbers in a row, and what a server says to one of them. */
export interface VersionsScene extends Common {
  readonly kind: 'versions';
  readonly cells: readonly (Cell & { readonly who: string | null })[];
  readonly request: readonly HttpLine[];
  readonly response: readonly HttpLine[];
  /** True where it is opened; null: asked. */
  readonly opened: boolean | null;
  readonly version: number;
}

/** All generations under one another. */
export interface TableScene extends Common {
  readonly kind: 'table';
  readonly rows: readonly {
    readonly id: string;
    readonly texts: string;
    readonly version: string | null;
    /** Sent by some of these texts, instead of a version. */
    readonly draftHeader: string | null;
    readonly proof: LabelId;
    readonly frame: readonly Cell[];
    readonly readable: LabelId;
  }[];
}

/** What browsers do today. */
export interface FactsScene extends Common {
  readonly kind: 'facts';
  readonly facts: readonly Fact[];
}

export type Scene = EraScene | DeriveScene | VersionsScene | TableScene | FactsScene;
