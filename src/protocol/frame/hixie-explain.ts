import type { Source } from '../bytes/source.ts';
import { byteSpan } from '../bytes/span.ts';
import { decodeUtf8 } from '../bytes/utf8.ts';
import { type FieldNode, type FieldValue, fieldNode } from '../model/node.ts';
import { EXCERPT } from './payload.ts';
import { type FrameTable, framePath } from './table.ts';

/** The fields of one hixie frame (draft-hixie-76 section 4.2), as far as the bytes go. */
export function explainHixieFrame(table: FrameTable, i: number, source: Source): FieldNode[] {
  const path = framePath(table, i);
  const at = table.offset(i);
  const type = table.byte0(i);
  const status = table.status(i);
  const nodes = [fieldNode(path, 'frame-type', byteSpan(source.id, at, 1), { value: type })];

  if (table.form(i) === 'length-prefixed') {
    const present = table.presentHeaderLength(i) - 1;
    const span = byteSpan(source.id, at + 1, present);
    if (status === 'header') return [...nodes, fieldNode(path, 'hixie-length', span, { status: 'incomplete' })];
    nodes.push(fieldNode(path, 'hixie-length', span, { value: lengthValue(table, i, source) }));
  }

  const payloadAt = table.payloadOffset(i);
  const length = table.presentPayloadLength(i);
  const span = byteSpan(source.id, payloadAt, length);
  const value = source.read(payloadAt, payloadAt + Math.min(length, EXCERPT));
  // Up to the missing FF the payload of a sentinel frame may go on.
  const cut = status === 'complete' ? 'complete' : 'incomplete';
  const text =
    type === 0 && length > 0 ? [fieldNode(path, 'text', span, { value: decodeUtf8(value), status: cut })] : [];
  nodes.push(fieldNode(path, 'payload', span, { value, status: cut, children: text }));
  if (table.form(i) === 'sentinel' && status === 'complete') {
    nodes.push(fieldNode(path, 'frame-end', byteSpan(source.id, payloadAt + length, 1), { value: 0xff }));
  }
  return nodes;
}

function lengthValue(table: FrameTable, i: number, source: Source): FieldValue {
  const exact = table.exactLength(i, source);
  return exact > Number.MAX_SAFE_INTEGER ? exact : Number(exact);
}
