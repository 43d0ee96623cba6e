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
  /** Payload bytes that are present, joined. */
  readonly length: number;
}

/** The message that begins with frame `first`, or null where none does. */
export function messageAt(scan: Scan, first: number): MessageInfo | null {
  const { table } = scan;
  const frames = [...messageFrames(table, first)];
  const last = frames[frames.length - 1];
  if (last === undefined) return null;
  const hixie = table.framing === 'hixie';
  return {
    first,
    opcode: hixie ? OPCODE.text : table.opcode(first),
    frames,
    complete: table.status(last) === 'complete' && (hixie || table.fin(last)),
    compressed: !hixie && scan.permessageDeflate && table.rsv1(first),
    length: frames.reduce((sum, frame) => sum + table.presentPayloadLength(frame), 0),
  };
}

/** All messages of a direction in the order in which they begin, the unfinished ones included. */
export function* messagesOf(scan: Scan): Generator<MessageInfo> {
  for (let i = 0; i < scan.table.count; i += 1) {
    const message = scan.table.message(i) === i ? messageAt(scan, i) : null;
    if (message) yield message;
  }
}
