import type { ChunkedSource } from '../bytes/source.ts';
import {
  advanceUtf8,
  UTF8_START,
  type Utf8Fault,
  type Utf8FaultKind,
  utf8EndFault,
  utf8FaultOf,
} from '../bytes/utf8.ts';
import { payloadKind } from '../frame/explain.ts';
import { forEachPayload, type PayloadVisitor } from '../frame/payload.ts';
import type { FrameTable } from '../frame/table.ts';
import { messageFrames } from './frames.ts';

/** Where and how the text of a message, or the reason of a Close, stops being UTF-8. */
export interface TextFault {
  readonly kind: Utf8FaultKind;
  /** Wire offset of the byte that no well-formed text allows; of a truncated sequence the last byte there is. */
  readonly offset: number;
  /** The frame that holds that byte, and the position in its payload. */
  readonly frame: number;
  readonly position: number;
  /** The frame whose arrival proves the fault: another one only where the end of the message does. */
  readonly detectedIn: number;
  /** Index of the byte in the text; of a truncated sequence the length of the text. */
  readonly offendingInMessage: number;
  readonly sequenceStartInMessage: number;
  readonly sequenceStartOffset: number;
  /** Provable before the message ends. */
  readonly failFast: boolean;
}

interface Part {
  readonly table: FrameTable;
  readonly source: ChunkedSource;
}

/**
 * The first fault of the text message that begins with frame `first`, or null. Worked out from the bytes at each call:
 * the scan keeps one bit of it.
 */
export function utf8Fault(scan: Part, first: number): TextFault | null {
  if (payloadKind(scan.table, first) !== 'text') return null;
  return textFault(scan, [...messageFrames(scan.table, first)], 0);
}

/** The same for the reason of a Close frame, indexes counted in the reason. */
export function closeReasonFault(scan: Part, frame: number): TextFault | null {
  return payloadKind(scan.table, frame) === 'close' ? textFault(scan, [frame], 2) : null;
}

/** Checks the joined payloads of `frames` from byte `skip` of the first on. */
function textFault({ table, source }: Part, frames: readonly number[], skip: number): TextFault | null {
  let state = UTF8_START;
  let length = 0;
  let fault: Utf8Fault | null = null;
  for (const frame of frames) {
    const check: PayloadVisitor = (_, bytes, start, end, position) => {
      const from = start + Math.max(0, skip - position);
      if (from >= end) return true;
      state = advanceUtf8(state, bytes, from, end);
      if (state < 0) fault = utf8FaultOf(state, length - from);
      length += end - from;
      return state >= 0;
    };
    forEachPayload(table, source, check, frame, frame + 1);
    if (state < 0) break;
  }
  const last = frames[frames.length - 1] as number;
  const whole = table.status(last) === 'complete' && (table.framing === 'hixie' || table.fin(last) || skip > 0);
  if (fault === null && whole) fault = utf8EndFault(state, length);
  return fault === null ? null : placed(table, frames, skip, fault);
}

function placed(table: FrameTable, frames: readonly number[], skip: number, fault: Utf8Fault): TextFault {
  const truncated = fault.kind === 'truncated-sequence';
  const at = locate(table, frames, skip, truncated ? fault.index - 1 : fault.index);
  return {
    kind: fault.kind,
    ...at,
    detectedIn: truncated ? (frames[frames.length - 1] as number) : at.frame,
    offendingInMessage: fault.index,
    sequenceStartInMessage: fault.sequenceStart,
    sequenceStartOffset: locate(table, frames, skip, fault.sequenceStart).offset,
    failFast: !truncated,
  };
}

/** Where byte `index` of the joined text lies. */
function locate(
  table: FrameTable,
  frames: readonly number[],
  skip: number,
  index: number,
): { offset: number; frame: number; position: number } {
  let rest = index + skip;
  for (const frame of frames) {
    const length = table.presentPayloadLength(frame);
    if (rest < length) return { offset: table.payloadOffset(frame) + rest, frame, position: rest };
    rest -= length;
  }
  const frame = frames[frames.length - 1] as number;
  return { offset: table.presentEnd(frame), frame, position: table.presentPayloadLength(frame) };
}
