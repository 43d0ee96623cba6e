import type { Source } from '../bytes/source.ts';
import { bitSpan, byteSpan, type Span } from '../bytes/span.ts';
import { decodeUtf8 } from '../bytes/utf8.ts';
import { hasCloseCodes } from '../model/close-codes.ts';
import type { Issue } from '../model/issue.ts';
import { type FieldNode, fieldNode, withIssues } from '../model/node.ts';
import { OPCODE } from '../model/opcodes.ts';
import { explainHixieFrame } from './hixie-explain.ts';
import { extendedLengthBytes, readBigEndian } from './length.ts';
import { EXCERPT, payloadOf, unmaskedSource } from './payload.ts';
import { type FrameTable, framePath } from './table.ts';

/** What the payload bytes of a frame stand for. */
export type PayloadKind = 'text' | 'close' | 'bytes';

/**
 * Text only where the message is text and no extension touched it: RSV bits on the first frame say that one did.
 * A continuation is what its message is (RFC 6455 section 5.4).
 */
export function payloadKind(table: FrameTable, i: number): PayloadKind {
  if (table.framing === 'hixie') return table.byte0(i) === 0 ? 'text' : 'bytes';
  const opcode = table.opcode(i);
  if (opcode === OPCODE.close) return hasCloseCodes(table.dialect) ? 'close' : 'bytes';
  const first = table.message(i);
  return first >= 0 && table.opcode(first) === OPCODE.text && (table.byte0(first) & 0x70) === 0 ? 'text' : 'bytes';
}

/**
 * The field tree of one frame, read again from the bytes. What the bytes end inside of is there as far as it goes, with
 * status `incomplete`; what would come after is not. Values of payloads are cut to `EXCERPT` bytes, spans never.
 */
export function explainFrame(table: FrameTable, i: number, source: Source, issues: readonly Issue[] = []): FieldNode {
  const path = framePath(table, i);
  const start = table.offset(i);
  const children = table.layout?.fields(table, i, source) ?? ownFields(table, i, source);
  const frame: FieldNode = {
    path,
    field: 'frame',
    span: byteSpan(source.id, start, table.presentEnd(i) - start),
    from: [],
    value: null,
    status: table.status(i) === 'complete' ? 'complete' : 'incomplete',
    issues: [],
    children,
  };
  return withIssues(frame, issues);
}

function ownFields(table: FrameTable, i: number, source: Source): FieldNode[] {
  if (table.framing === 'hixie') return explainHixieFrame(table, i, source);
  return [...header(table, i, source), ...body(table, i, source)];
}

/** The header fields that are there; the last of them may be cut (RFC 6455 section 5.2, the figure). */
function header(table: FrameTable, i: number, source: Source): FieldNode[] {
  const path = framePath(table, i);
  const at = table.offset(i);
  const byte0 = table.byte0(i);
  const bit = (field: 'fin' | 'rsv1' | 'rsv2' | 'rsv3', index: number): FieldNode =>
    fieldNode(path, field, bitSpan(source.id, at, index, 1), { value: (byte0 & (0x80 >> index)) !== 0 });
  const nodes = [
    bit('fin', 0),
    bit('rsv1', 1),
    bit('rsv2', 2),
    bit('rsv3', 3),
    fieldNode(path, 'opcode', bitSpan(source.id, at, 4, 4), { value: table.opcode(i) }),
  ];

  const byte1 = table.byte1(i);
  if (byte1 < 0) {
    nodes.push(fieldNode(path, 'mask', byteSpan(source.id, at + 1, 0), { status: 'incomplete' }));
    return nodes;
  }
  nodes.push(fieldNode(path, 'mask', bitSpan(source.id, at + 1, 0, 1), { value: byte1 > 127 }));
  nodes.push(fieldNode(path, 'length-7', bitSpan(source.id, at + 1, 1, 7), { value: byte1 & 0x7f }));

  const end = table.presentEnd(i);
  /** A field of whole bytes; false where the bytes end inside it. */
  const bytes = (field: 'length-16' | 'length-64' | 'masking-key', from: number, length: number): boolean => {
    const present = Math.max(0, Math.min(length, end - from));
    const read = source.read(from, from + present);
    const cut = present < length;
    const value =
      field === 'masking-key' ? read : field === 'length-64' ? readBigEndian(read) : Number(readBigEndian(read));
    nodes.push(fieldNode(path, field, byteSpan(source.id, from, present), cut ? { status: 'incomplete' } : { value }));
    return !cut;
  };

  const form = table.lengthForm(i);
  const extended = extendedLengthBytes(form);
  if (form !== 7 && !bytes(form === 16 ? 'length-16' : 'length-64', at + 2, extended)) return nodes;
  if (table.masked(i)) bytes('masking-key', at + 2 + extended, 4);
  return nodes;
}

function body(table: FrameTable, i: number, source: Source): FieldNode[] {
  if (table.status(i) === 'header') return [];
  const path = framePath(table, i);
  const length = table.presentPayloadLength(i);
  const span = byteSpan(source.id, table.payloadOffset(i), length);
  const status = table.status(i) === 'complete' ? 'complete' : 'incomplete';
  const wire = source.read(table.payloadOffset(i), table.payloadOffset(i) + Math.min(length, EXCERPT));
  const unmasked = unmaskedSource(table, i, source);
  if (length === 0 || unmasked === null) {
    const children = length === 0 ? [] : payloadContents(table, i, source, span);
    return [fieldNode(path, 'payload', span, { value: wire, status, children })];
  }
  const clear = byteSpan(unmasked.id, 0, length);
  const inside = fieldNode(path, 'payload-unmasked', clear, {
    value: payloadOf(table, i, source),
    status,
    from: unmasked.from,
    children: payloadContents(table, i, source, clear),
  });
  return [fieldNode(path, 'payload', span, { value: wire, status, children: [inside] })];
}

/** What the payload says, laid over `span`, which holds it in clear. */
export function payloadContents(table: FrameTable, i: number, source: Source, span: Span): FieldNode[] {
  const path = framePath(table, i);
  const kind = payloadKind(table, i);
  if (kind === 'bytes') return [];
  const clear = payloadOf(table, i, source);
  const cut = table.status(i) === 'complete' ? 'complete' : 'incomplete';
  if (kind === 'text') return [fieldNode(path, 'text', span, { value: decodeUtf8(clear), status: cut })];

  const at = span.start / 8;
  const length = (span.end - span.start) / 8;
  // "If there is a body, the first two bytes of the body MUST be a 2-byte unsigned integer" (section 5.5.1).
  if (length < 2) return [fieldNode(path, 'close-code', span, { status: 'incomplete' })];
  const code = ((clear[0] ?? 0) << 8) | (clear[1] ?? 0);
  const nodes = [fieldNode(path, 'close-code', byteSpan(span.source, at, 2), { value: code })];
  if (length > 2) {
    const reason = byteSpan(span.source, at + 2, length - 2);
    nodes.push(fieldNode(path, 'close-reason', reason, { value: decodeUtf8(clear, 2), status: cut }));
  }
  return nodes;
}
