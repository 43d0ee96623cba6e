/** What the stage of this lesson draws. */

import type { State } from '../../components/stage/types.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import type { History } from './history.ts';
import type { LabelId } from './labels.ts';
import type { Reading } from './reading.ts';
import type { Tape } from './tape.ts';

/** A line of the handshake. */
export interface OfferLine {
  readonly from: 'client' | 'server';
  readonly value: string;
  readonly state: State;
}

/** A frame, and what its first byte says. */
export interface FrameRow {
  readonly bytes: Uint8Array;
  /** Bytes of the header. */
  readonly header: number;
}

/** One bar. */
export interface SizeRow {
  readonly name: LabelId;
  /** Bytes. */
  readonly size: number;
  /** The bytes themselves, as characters or as hex digits, instead of a bar. */
  readonly bytes?: readonly string[];
  readonly role: ColourRole;
  readonly state: State;
}

/** Bits being read, and what comes of them. */
export interface BitsScene {
  readonly kind: 'bits';
  readonly name: 'first-message' | 'second-message';
  readonly tape: Tape;
  readonly reading: Reading;
  readonly history: History;
}

export type Scene =
  | { readonly kind: 'offer'; readonly lines: readonly OfferLine[] }
  | { readonly kind: 'params'; readonly asking: boolean }
  | { readonly kind: 'frames'; readonly frames: readonly FrameRow[]; readonly asking: boolean }
  /** What the compressor gives, and its last four bytes. */
  | { readonly kind: 'tail'; readonly payload: Uint8Array; readonly tail: Uint8Array }
  | BitsScene
  | {
      readonly kind: 'sizes';
      readonly caption: LabelId;
      readonly rows: readonly SizeRow[];
      readonly history?: History;
    };
