import type { Source } from '../bytes/source.ts';
import { byteSpan, type Span } from '../bytes/span.ts';
import { decodeUtf8 } from '../bytes/utf8.ts';
import { payloadKind } from '../frame/explain.ts';
import { clearSpan, EXCERPT, payloadOf } from '../frame/payload.ts';
import type { Issue } from '../model/issue.ts';
import { type FieldNode, fieldNode, withIssues } from '../model/node.ts';
import { OPCODE } from '../model/opcodes.ts';
import type { RuleId } from '../model/rules.ts';
import { FOUND_BY_INFLATING } from './finding.ts';
import { inflatedText } from './inflated.ts';
import { inflatedId, inflatedSource } from './inflated-source.ts';
import { issuesOf } from './issues.ts';
import { type MessageInfo, messageAt } from './messages.ts';
import type { Scan } from './scan.ts';

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
      return frames.map((frame) => clearSpan(table, frame, source));
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

/** A compressed message inflated, as far as that goes; null where it was not compressed. */
export function inflatedSourceOf(scan: Scan, message: MessageInfo): Source | null {
  const { first, inflatedLength } = message;
  if (inflatedLength === null) return null;
  const from = message.frames.length > 1 ? [joinedSpan(scan, message)] : [clearSpan(scan.table, first, scan.source)];
  return inflatedSource(scan, first, inflatedLength, from);
}

/** The tree of a message: its payload joined, inflated, and as text where it is text. Null where no message begins there. */
export function explainMessage(scan: Scan, first: number): FieldNode | null {
  const message = messageAt(scan, first);
  if (message === null) return null;
  const path = messagePath(scan, first);
  const joined = joinedSource(scan, message);
  const span = joinedSpan(scan, message);
  const status = message.complete ? 'complete' : 'incomplete';
  const value = joined.read(0, EXCERPT);
  const text = (): FieldNode[] => {
    if (payloadKind(scan.table, first) !== 'text' || joined.length === 0) return [];
    const issues = issuesAbout(scan, message, ['invalid-utf8', 'utf8-replaced']);
    return [{ ...fieldNode(path, 'text', span, { value: decodeUtf8(value), status }), issues }];
  };
  const payload = fieldNode(path, 'message-payload', span, {
    value,
    status,
    from: joined.from,
    children: message.compressed ? [inflatedNode(scan, message, joined)] : text(),
  });
  const children = message.compressed ? [payload, ...ratioNode(scan, message)] : [payload];
  return { path, field: 'message', span, from: [], value: message.length, status, issues: [], children };
}

/** The inflated payload with what is wrong with it (RFC 7692 §7.2.2). */
function inflatedNode(scan: Scan, message: MessageInfo, joined: Source): FieldNode {
  const { first } = message;
  const path = messagePath(scan, first);
  const length = message.inflatedLength ?? 0;
  const span = byteSpan(inflatedId(scan, first), 0, length);
  const { bytes, unknown } = scan.inflate?.read(first) ?? { bytes: new Uint8Array(0), unknown: null };
  const status = scan.inflate?.glance(first).whole ? 'complete' : 'incomplete';
  const shown = Math.min(length, EXCERPT);
  const isText = message.opcode === OPCODE.text && length > 0;
  const text = isText ? [fieldNode(path, 'text', span, { value: inflatedText(bytes, unknown, shown), status })] : [];
  const inflated = fieldNode(path, 'payload-inflated', span, {
    value: bytes.subarray(0, shown),
    status,
    from: [byteSpan(joined.id, 0, joined.length)],
    children: text,
  });
  const issues = issuesAbout(scan, message, FOUND_BY_INFLATING);
  return withIssues(inflated, issues);
}

function ratioNode(scan: Scan, { first, length, inflatedLength }: MessageInfo): FieldNode[] {
  if (!inflatedLength || length === 0) return [];
  const path = messagePath(scan, first);
  const from = [byteSpan(inflatedId(scan, first), 0, inflatedLength)];
  return [fieldNode(path, 'inflate-ratio', null, { value: Math.round((100 * inflatedLength) / length) / 100, from })];
}

function issuesAbout(scan: Scan, { frames }: MessageInfo, rules: readonly RuleId[]): Issue[] {
  return frames.flatMap((frame) => issuesOf(scan, frame)).filter(({ rule }) => rules.includes(rule));
}

function joinedSpan(scan: Scan, { first, length }: MessageInfo): Span {
  return byteSpan(`${messagePath(scan, first)}/joined`, 0, length);
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
