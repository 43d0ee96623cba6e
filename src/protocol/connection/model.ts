import type { Source } from '../bytes/source.ts';
import type { Direction } from '../bytes/span.ts';
import type { FrameTable } from '../frame/table.ts';
import type { DeflateParameters } from '../handshake/extensions.ts';
import type { Handshake } from '../handshake/handshake.ts';
import type { Glance } from '../message/glance.ts';
import type { DialectId } from '../model/drafts.ts';
import type { Issue } from '../model/issue.ts';
import type { FieldNode } from '../model/node.ts';

/** How sure the chooser is. */
export type Certainty = 'certain' | 'likely' | 'guess' | 'assumed';

/** A conclusion of the chooser: what, how sure, and why (ids; the words live beside the views). */
export interface Choice<T> {
  readonly value: T;
  readonly certainty: Certainty;
  readonly reasons: readonly string[];
}

/** What a person may fix by hand; whatever is left out, the chooser decides. */
export interface Assumptions {
  /** Sender of a stream whose notation does not say. */
  readonly direction?: Direction;
  readonly dialect?: DialectId;
  /**
   * hybi-04: the 20 bytes from which the masks of the client's frames are derived, where the handshake that gives them was
   * not captured. Beats a handshake.
   */
  readonly connectionKey?: Uint8Array;
  /** Offset of the first whole frame in the given direction, for captures that begin inside one. */
  readonly firstFrame?: Partial<Record<Direction, number>>;
  /**
   * True: the bytes begin somewhere inside a connection, so a first continuation frame continues a message nobody saw, and
   * compressed messages may refer to text nobody saw. False: they begin right behind the handshake. Without a handshake
   * the first is a fault unless this says otherwise, the second is not.
   */
  readonly midStream?: boolean;
  /** Value of `Sec-WebSocket-Extensions` agreed in a handshake that was not captured; empty for none. Beats a handshake. */
  readonly extensions?: string;
  /** Bytes; a longer message breaks the rule `message-too-big`. */
  readonly maxMessageBytes?: number;
}

/** One row of the list: a handshake head, a frame, or bytes that are neither. */
export interface Part {
  readonly path: string;
  readonly kind: 'request' | 'response' | 'frame' | 'unparsed';
  readonly direction: Direction;
  /** Index of the frame in its direction; -1 for the rest. */
  readonly frame: number;
  /** Byte offset and length in the direction. */
  readonly offset: number;
  readonly length: number;
}

export interface Message {
  /** `client-to-server/message/3`: named by its first frame. */
  readonly path: string;
  readonly direction: Direction;
  /** 1 or 2, or 0 for a continuation of a message whose beginning was not captured. */
  readonly opcode: number;
  /** Indexes of its data frames, in order. */
  readonly frames: readonly number[];
  readonly complete: boolean;
  /** RSV1 was set and permessage-deflate is in force. */
  readonly compressed: boolean;
  /** Bytes, unmasked, joined: as they travelled. */
  readonly length: number;
  /** Bytes after inflating, as far as that goes; null where the message is not compressed. */
  readonly inflatedLength: number | null;
}

/** Where a receiver that follows the text to the letter stops reading, and what it does. */
export interface StrictStop {
  readonly direction: Direction;
  readonly part: string;
  /** The frame in which the receiver knows; -1 in a handshake. Not before the frame that shows the fault. */
  readonly frame: number;
  readonly issue: Issue;
  /** Close code, or null in a handshake. */
  readonly closeCode: number | null;
  /** HTTP status of a refusal, or null. */
  readonly status: number | null;
}

/** A ping and the pong that answered it; either may be missing. */
export interface PingPong {
  readonly from: Direction;
  /** Frame indexes: the ping in `from`, the pong in the other direction. */
  readonly ping: number;
  readonly pong: number | null;
}

export type Phase = 'connecting' | 'open' | 'closing' | 'closed' | 'failed';

export interface DirectionView {
  readonly direction: Direction;
  readonly source: Source;
  /** Offset of the first frame; bytes before it that are no head are a part of kind `unparsed`. */
  readonly firstFrame: Choice<number>;
  /** Bytes before the first frame: the head and what belongs to it. */
  readonly headLength: number;
  readonly frames: FrameTable;
  readonly strict: StrictStop | null;
}

/** A connection explained. Everything is derived from the bytes and the assumptions; nothing in here is a choice. */
export interface ConnectionView {
  readonly dialect: Choice<DialectId>;
  readonly handshake: Handshake;
  /** What permessage-deflate means for both directions; null where it is not in force. */
  readonly compression: Choice<DeflateParameters | null>;
  readonly phase: Phase;
  readonly directions: Readonly<Record<Direction, DirectionView>>;
  /** Whether the capture tells which bytes of the two directions came first. */
  readonly orderKnown: boolean;
  /** Rows in the order of the capture; where that is unknown, heads before frames, client first. */
  readonly partCount: number;
  part(index: number): Part;
  /** Row of the part that a path names or lies in, or -1. */
  rowOf(path: string): number;
  /** The field tree of the part that a path names or lies in. Built when asked for, remembered for a while. */
  explain(path: string): FieldNode | null;
  /** The sources that show in a part besides the wire: unmasked payload, reassembled message, inflated message. */
  sourcesOf(path: string): readonly Source[];
  source(id: string): Source | null;
  messages(direction: Direction): readonly Message[];
  /** The beginning of the compressed message that begins with frame `first`, inflated; null where none does. */
  glance(direction: Direction, first: number): Glance | null;
  pings(): readonly PingPong[];
  /** All issues in order of direction and offset; at most `limit`, with the true total beside them. */
  issues(limit?: number): { readonly list: readonly Issue[]; readonly total: number };
}
