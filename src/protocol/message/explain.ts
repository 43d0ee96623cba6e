import type { Source } from '../bytes/source.ts';
import { byteSpan, type Span } from '../bytes/span.ts';
import { decodeUtf8 } from '../bytes/utf8.ts';
import { explainFrame, payloadKind } from '../frame/explain.ts';
import { EXCERPT, payloadOf, unmaskedId } from '../frame/payload.ts';
import { type FieldNode, fieldNode } from '../model/node.ts';
import { issuesOf } from './issues.ts';
import { type MessageInfo, messageAt } from './messages.ts';
import type { Scan } from './scan.ts';

/** The field tree of one frame with its issues in place. */
export function explainFrameOf(scan: Scan, frame: number): FieldNode {
  return explainFrame(scan.table, frame, scan.source, issuesOf(scan, frame));
}

/** Identity of a message: `client-to-server/message/3`, by its first frame. */
export function messagePath(scan: Scan, first: number): string {
  return `${scan.direction}/message/${first}`;
}

/** The payloads of a message's frames, unmasked and joined; still compressed, where it was. Nothing is copied until read. */
export function joinedSource(scan: Scan, message: MessageInfo): Source {
  const { table, source } = scan;
  const { frames, length } = message;
  const starts: number[] = [];
  let at = 0;
  for (const frame of frames) {
    starts.push(at);
    at += table.presentPayloadLength(frame);
  }
  return {
    id: `${messagePath(scan, message.first)}/joined`,
    how: 'reassemble',
    get from(): Span[] {
      return frames.map((frame) => clearSpan(scan, frame));
    },
    length,
    read(start, end) {
      const from = Math.max(0, start);
      const out = new Uint8Array(Math.max(0, Math.min(length, end) - from));
      let k = lastAtOrBelow(starts, from);
      for (let done = 0; done < out.length; k += 1) {
        const skip = from + done - (starts[k] as number);
        const piece = payloadOf(table, frames[k] as number, source, out.length - done, skip);
        out.set(piece, done);
        done += piece.length;
      }
      return out;
    },
  };
}

/** The tree of a message: its payload joined, and as text where it is text. Null where no message begins there. */
export function explainMessage(scan: Scan, first: number): FieldNode | null {
  const message = messageAt(scan, first);
  if (message === null) return null;
  const path = messagePath(scan, first);
  const joined = joinedSource(scan, message);
  const span = byteSpan(joined.id, 0, joined.length);
  const status = message.complete ? 'complete' : 'incomplete';
  const value = joined.read(0, EXCERPT);
  const issues = message.frames
    .flatMap((frame) => issuesOf(scan, frame))
    .filter(({ rule }) => rule === 'invalid-utf8' || rule === 'utf8-replaced');
  const isText = payloadKind(scan.table, first) === 'text' && joined.length > 0;
  const text = { ...fieldNode(path, 'text', span, { value: decodeUtf8(value), status }), issues };
  const payload = fieldNode(path, 'message-payload', span, {
    value,
    status,
    from: joined.from,
    children: isText ? [text] : [],
  });
  return { path, field: 'message', span, from: [], value: message.length, status, issues: [], children: [payload] };
}

/** Where the payload of a frame lies in clear. */
function clearSpan({ table, source }: Scan, frame: number): Span {
  const length = table.presentPayloadLength(frame);
  if (table.masked(frame)) return byteSpan(unmaskedId(table, frame), 0, length);
  return byteSpan(source.id, table.payloadOffset(frame), length);
}

/** Index of the last value not above `wanted`; of equal ones the last, so that empty frames are passed over. */
function lastAtOrBelow(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((values[middle] as number) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
