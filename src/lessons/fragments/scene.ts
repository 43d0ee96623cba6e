/** What the stage of this lesson draws: frames becoming a message, bytes being checked, bytes arriving. */

import { ofText, type Shown } from '../../components/lesson/value.ts';
import type { Cell, State } from '../../components/stage/types.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import type { Utf8Expectation } from '../../protocol/bytes/utf8.ts';
import type { FramePart } from '../../protocol/frame/progress.ts';
import type { Issue } from '../../protocol/model/issue.ts';
import type { fields } from './inputs.ts';
import type { LabelId } from './labels.ts';
import type { OneRead } from './readers.ts';
import type { Sent } from './wire.ts';

export interface Says {
  readonly label: LabelId;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A byte on the wire. */
export interface WireCell extends Cell {
  /** A TCP segment ends behind it. */
  readonly cut?: boolean;
}

export interface FrameView {
  readonly id: string;
  readonly name: Says;
  readonly lane: 'data' | 'control';
  readonly state: State;
  readonly fin: boolean;
  readonly opcode: number;
  /** What the opcode means. */
  readonly kind: LabelId;
  /** `hidden`: asked. */
  readonly finState: State;
  readonly opcodeState: State;
  readonly wire: readonly WireCell[];
  /** The payload in clear. */
  readonly clear: readonly Cell[];
}

/** Some bytes that somebody hands over. */
export interface Result {
  readonly name: Says;
  readonly good: boolean | null;
  readonly rows: readonly { readonly id: string; readonly cells: readonly Cell[]; readonly text: string | null }[];
}

export type Verdict =
  | { readonly kind: 'right' | 'wrong' | 'info'; readonly says: Says }
  | { readonly kind: 'rule'; readonly issue: Issue; readonly closeCode: number };

/** Wire, frames in two lanes, and what becomes of them. */
export interface FramesBoard {
  readonly kind: 'frames';
  readonly side: 'client' | 'server';
  readonly frames: readonly FrameView[];
  readonly results: readonly Result[];
}

/** One byte and what the validator makes of it. */
export interface Checked {
  readonly before: Utf8Expectation;
  readonly byte: number;
  /** Bits of the byte that say what it is, and those of the code point. */
  readonly marker: string;
  readonly bits: string;
  /** Bits of the code point so far, and places for those to come. */
  readonly gathered: string;
  readonly lacking: number;
  /** Known with the last bit. */
  readonly character: string | null;
  readonly codePoint: number | null;
  readonly after: Utf8Expectation | null;
}

/** Fragments as text being checked. */
export interface Utf8Board {
  readonly kind: 'utf8';
  readonly fragments: readonly Pick<FrameView, 'id' | 'name' | 'state' | 'wire'>[];
  /** The byte looked at; null where there is none (yet). */
  readonly checked: Checked | null;
  readonly showCheck: boolean;
}

/** One part of the frame that is arriving. */
export interface PartView {
  readonly part: FramePart;
  /** Null: not known yet. */
  readonly size: number | null;
  readonly has: number;
}

/** The same bytes, cut by TCP. */
export interface TcpBoard {
  readonly kind: 'tcp';
  readonly side: 'client' | 'server';
  readonly frames: readonly Pick<FrameView, 'id' | 'name' | 'state' | 'wire'>[];
  readonly segments: Says;
  /** The same bytes as TCP knows them; null where that is not the subject. */
  readonly packets: readonly Pick<FrameView, 'id' | 'name' | 'state' | 'wire'>[] | null;
  /** The streaming reader. `null`: not shown; `hidden`: asked. */
  readonly reader: {
    readonly hidden: boolean;
    readonly whole: number;
    readonly arrived: number;
    readonly now: Says;
    readonly part: FramePart;
    readonly parts: readonly PartView[];
    readonly needs: Says;
  } | null;
  /** The reader that takes a read for a frame. */
  readonly reads: readonly OneRead[] | null;
}

export type InputName = keyof typeof fields;

export interface Scene {
  readonly inputs: readonly InputName[];
  /** Bytes in the stream: where sliders end. */
  readonly most: number;
  readonly board: FramesBoard | Utf8Board | TcpBoard;
  readonly verdict: Verdict | null;
}

export interface CellRules {
  readonly state: State;
  /** The first byte holds FIN and the opcode: where one of these is asked, it may not be shown. */
  readonly hideFirst?: boolean;
  readonly cutAfter?: (offset: number) => boolean;
  /** State of the byte at an offset in the stream; default that of the frame. */
  readonly stateAt?: (offset: number) => State;
}

/** All bytes of a frame, as they travel. */
export function wireCells(frame: Sent, { state, hideFirst = false, cutAfter, stateAt }: CellRules): WireCell[] {
  const keyStart = frame.parts.maskingKey === null ? frame.head : frame.head - 4;
  return Array.from(frame.bytes, (byte, i): WireCell => {
    const offset = frame.offset + i;
    return {
      id: `w-${frame.id}-${i}`,
      text: hexByte(byte),
      role: i === 0 ? 'control' : i < keyStart ? 'length' : i < frame.head ? 'mask' : 'payload',
      state: hideFirst && i === 0 ? 'hidden' : (stateAt?.(offset) ?? state),
      cut: cutAfter?.(offset) ?? false,
    };
  });
}

/** A payload in clear, byte by byte: they come from the wire, and are named by their place in the message. */
export function clearCells(frame: Sent, state: State, prefix = 'c'): Cell[] {
  return Array.from(frame.payload, (byte, i) => ({
    id: `${prefix}-${frame.id}-${i}`,
    text: hexByte(byte),
    role: 'payload',
    state,
    from: `w-${frame.id}-${frame.head + i}`,
  }));
}

export function plainCells(id: string, bytes: Uint8Array, state: State): Cell[] {
  return Array.from(bytes, (byte, i) => ({ id: `${id}-${i}`, text: hexByte(byte), role: 'payload', state }));
}

/** A text in quotation marks, in the colour of payloads. */
export function quoted(text: string): Shown {
  return ofText(text, 'payload');
}
