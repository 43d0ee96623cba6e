/** What the stage draws at a step: the way from nonce to accept, always whole, and one thing of it looked at closely. */

import type { AcceptRecipe } from '../../protocol/handshake/accept-mistakes.ts';
import type { AcceptVerdict } from '../../protocol/handshake/accept-verdict.ts';
import type { Group } from './groups.ts';
import type { Work } from './work.ts';

export const ROW_IDS = ['nonce', 'key', 'joined', 'digest', 'accept'] as const;
export type RowId = (typeof ROW_IDS)[number];

/** One line of the way: bytes in hex, or characters. */
export interface Row {
  readonly id: RowId;
  readonly cells: readonly string[];
  /** So many are known; the rest is drawn empty. */
  readonly known: number;
  /** The cells this step is about, from and to. */
  readonly lit: readonly [from: number, to: number] | null;
}

export type Focus =
  /** What client and server say, and whether that is believed. */
  | { readonly kind: 'talk'; readonly lines: readonly TalkLine[] }
  /** Three bytes, 24 bits, four characters. `hidden`: the character that is asked for. */
  | {
      readonly kind: 'group';
      readonly group: Group;
      readonly show: 'table' | 'bits' | 'cut' | 'letters';
      readonly hidden: number | null;
    }
  /** A head on the wire, line by line; lines from `known` on have not been written yet. */
  | {
      readonly kind: 'head';
      readonly side: 'client' | 'server';
      readonly lines: readonly HeadLine[];
      readonly known: number;
      readonly lit: number;
    }
  /** The text that is hashed as bytes; `known` of them are there. */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bytes: Uint8Array;
      readonly known: number;
      readonly size: boolean;
      readonly lit: readonly [number, number];
    }
  | { readonly kind: 'hash'; readonly text: string; readonly digest: Uint8Array }
  /** Two texts of one letter's difference, and their digests. */
  | { readonly kind: 'change'; readonly texts: readonly [Hashed, Hashed]; readonly at: number; readonly bits: number }
  /** The digest as bytes, and as the digits people write for them. */
  | { readonly kind: 'raw'; readonly digest: Uint8Array }
  | { readonly kind: 'compare'; readonly expected: string; readonly found: string | null }
  | { readonly kind: 'claims'; readonly claims: readonly Claim[] }
  | {
      readonly kind: 'doctor';
      readonly right: AcceptRecipe;
      /** What this server did, as far as that is known. */
      readonly theirs: AcceptRecipe | null;
      /** An answer of which only this is known. */
      readonly found: string | null;
      readonly input: 'mistake' | 'accept' | null;
      readonly verdict: Verdict;
    };

/** Of an answer; there may be none yet. */
export type Verdict = AcceptVerdict | { readonly kind: 'waiting' };

export interface TalkLine {
  readonly from: 'client' | 'server' | 'cache';
  readonly header: 'Sec-WebSocket-Key' | 'Sec-WebSocket-Accept';
  /** Null: not known yet. */
  readonly value: string | null;
  readonly believed: boolean | null;
}

export interface HeadLine {
  readonly name: string;
  readonly value: string;
}

export interface Hashed {
  readonly text: string;
  readonly digest: Uint8Array;
}

export type Claim =
  | 'claim-understood'
  | 'claim-this-key'
  | 'claim-fresh'
  | 'claim-not-secret'
  | 'claim-not-identity'
  | 'claim-not-whole';

export interface Scene {
  readonly rows: readonly Row[];
  /** The row where something happens now. */
  readonly now: RowId | null;
  readonly focus: Focus;
}

/** Rows before `row` are known, `known` cells of itself, and none after it. */
export interface Progress {
  readonly row: RowId;
  readonly known: number;
  readonly lit?: readonly [number, number];
  /** Nothing happens in the rows at this step. */
  readonly calm?: boolean;
}

export function sceneOf(work: Work, { row, known, lit, calm = false }: Progress, focus: Focus): Scene {
  const place = ROW_IDS.indexOf(row);
  const rows = ROW_IDS.map((id, index) => {
    const cells = work.cells[id];
    const count = index < place ? cells.length : index > place ? 0 : known;
    return { id, cells, known: count, lit: id === row && lit !== undefined ? lit : null };
  });
  return { rows, now: calm ? null : row, focus };
}

/** All is known, and the attention elsewhere. */
export function afterAll(work: Work, focus: Focus): Scene {
  return sceneOf(work, { row: 'accept', known: work.accept.length, calm: true }, focus);
}
