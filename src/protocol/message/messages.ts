import { OPCODE } from '../model/opcodes.ts';
import { messageFrames } from './frames.ts';
import type { Scan } from './scan.ts';

/** A message as the frames tell it. */
export interface MessageInfo {
  /** Its first frame: its name. */
  readonly first: number;
  /** 1 or 2; 0 where its beginning was not captured. hixie text is 1. */
  readonly opcode: number;
  /** Its data frames, in order. */
  readonly frames: readonly number[];
  /** The last of them has FIN and is whole. */
  readonly complete: boolean;
  /** RSV1 on its first frame, and permessage-deflate agreed on. */
  readonly compressed: boolean;
  /** Payload bytes that are present, joined: as they travelled. */
  readonly length: number;
  /** Bytes after inflating, as far as that goes; null where the message is not compressed. */
  readonly inflatedLength: number | null;
}

/** The message that begins with frame `first`, or null where none does. */
export function messageAt(scan: Scan, first: number): MessageInfo | null {
  const { table } = scan;
  const frames = [...messageFrames(table, first)];
  const last = frames[frames.length - 1];
  if (last === undefined) return null;
  const hixie = table.framing === 'hixie';
  const inflate = isCompressed(scan, first) ? scan.inflate : null;
  return {
    first,
    opcode: hixie ? OPCODE.text : table.opcode(first),
    frames,
    complete: table.status(last) === 'complete' && (hixie || table.fin(last)),
    compressed: inflate !== null,
    length: frames.reduce((sum, frame) => sum + table.presentPayloadLength(frame), 0),
    inflatedLength: inflate?.lengthOf(first) ?? null,
  };
}

/** Whether the message that begins with frame `first` is compressed. One whose beginning was not captured counts as not. */
export function isCompressed({ table, inflate }: Scan, first: number): boolean {
  return inflate !== null && table.rsv1(first) && table.opcode(first) !== OPCODE.continuation;
}

/** All messages of a direction in the order in which they begin, the unfinished ones included. */
export function* messagesOf(scan: Scan): Generator<MessageInfo> {
  for (let i = 0; i < scan.table.count; i += 1) {
    const message = scan.table.message(i) === i ? messageAt(scan, i) : null;
    if (message) yield message;
  }
}
