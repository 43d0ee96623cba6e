/** What the stage draws: plain data, made by the steps. */

import type { Cell, State } from '../../components/stage/types.ts';
import type { KeyClass } from '../../protocol/handshake/hixie-key.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import type { LabelId } from './labels.ts';

/** A number of a formula; empty while it is not known. */
export interface Figure {
  readonly text: string;
  readonly state: State;
}

export const EMPTY: Figure = { text: '', state: 'empty' };

/** Colours of what the characters of a key are. */
export const ROLES = { digit: 'key', space: 'length', noise: 'plain' } as const satisfies Record<KeyClass, ColourRole>;

/** A remark of a picture: a label and what fills it. */
export interface Note {
  readonly kind: 'info' | 'right' | 'wrong';
  readonly label: LabelId;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A key and what a server makes of it, as far as the step has come. */
export interface KeyPicture {
  readonly name: 'key1' | 'key2';
  readonly cells: readonly Cell[];
  readonly number: Figure;
  readonly spaces: Figure;
  readonly part: Figure;
  readonly bytes: readonly Cell[];
  readonly note: Note | null;
}

/** The whole recipe on one page. */
export interface BoardScene {
  readonly kind: 'board';
  readonly key1: KeyPicture;
  readonly key2: KeyPicture;
  readonly key3: readonly Cell[];
  readonly challenge: readonly Cell[];
  readonly answer: readonly Cell[];
  /** MD5 is at work. */
  readonly hashing: boolean;
}

export interface Line {
  readonly id: string;
  readonly name: string | null;
  readonly value: string;
  readonly key: boolean;
  readonly state: State;
  readonly note: LabelId | null;
}

/** Request and response as they travel. */
export interface ExchangeScene {
  readonly kind: 'exchange';
  readonly request: readonly Line[];
  readonly key3: readonly Cell[];
  readonly response: readonly Line[];
  readonly answer: readonly Cell[];
  readonly verdict: Note | null;
}

/** What servers with a common mistake would send. */
export interface MistakesScene {
  readonly kind: 'mistakes';
  readonly right: readonly Cell[];
  readonly rows: readonly { readonly label: LabelId; readonly cells: readonly Cell[] }[];
}

/** A key on its way to be made. */
export interface MakeScene {
  readonly kind: 'make';
  readonly spaces: Figure;
  readonly limit: Figure;
  readonly max: Figure;
  readonly number: Figure;
  readonly product: Figure;
  readonly cells: readonly Cell[];
  /** The key read back: number, spaces, part. */
  readonly read: readonly [Figure, Figure, Figure];
  readonly note: Note | null;
}

/** A key as it was sent, and as a page shows it. */
export interface CollapsedKey {
  readonly name: 'key1' | 'key2';
  readonly sent: readonly Cell[];
  readonly shown: readonly Cell[];
  readonly number: Figure;
  readonly spaces: Figure;
  readonly part: Figure;
  readonly note: Note | null;
}

export interface TrapScene {
  readonly kind: 'trap';
  readonly keys: readonly [CollapsedKey, CollapsedKey];
  readonly right: readonly Cell[];
  readonly wrong: readonly Cell[];
}

export type Scene = BoardScene | ExchangeScene | MistakesScene | MakeScene | TrapScene;
