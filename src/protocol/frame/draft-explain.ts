import type { Source } from '../bytes/source.ts';
import { byteSpan } from '../bytes/span.ts';
import type { FieldId } from '../model/fields.ts';
import { type FieldNode, type FieldValue, fieldNode } from '../model/node.ts';
import { draftOpcode } from '../model/opcodes.ts';
import { payloadContents } from './explain.ts';
import { extendedLengthBytes, readBigEndian } from './length.ts';
import { clearSpan, EXCERPT, headerSpan, payloadOf, unmaskedSource } from './payload.ts';
import { type FrameTable, framePath } from './table.ts';

/**
 * The fields of one frame of hybi-01 to -06, as far as the bytes go. Where a client masked the whole frame, its key stands
 * in front, and everything else lies in the frame in clear, which is a source of its own.
 */
export function draftFields(
  table: FrameTable,
  i: number,
  source: Source,
  padOf: (first: Uint8Array) => Uint8Array | null,
): FieldNode[] {
  if (table.prefix === 0) return [...header(table, i, source), ...body(table, i, source)];
  const path = framePath(table, i);
  const at = table.offset(i);
  const present = table.presentEnd(i) - at;
  const keyLength = Math.min(table.prefix, present);
  const keySpan = byteSpan(source.id, at, keyLength);
  const value = source.read(at, at + keyLength);
  const cut = keyLength < table.prefix;
  const derived = table.framing === 'hybi-04' && !cut ? padOf(value) : null;
  const nodes = [
    fieldNode(path, table.framing === 'hybi-04' ? 'frame-nonce' : 'frame-masking-key', keySpan, {
      value,
      status: cut ? 'incomplete' : 'complete',
      children: derived === null ? [] : [fieldNode(path, 'frame-key', null, { value: derived, from: [keySpan] })],
    }),
  ];
  const clear = unmaskedSource(table, i, source);
  if (clear === null) return nodes;
  const status = table.status(i) === 'complete' ? 'complete' : 'incomplete';
  const inside = fieldNode(path, 'frame-unmasked', byteSpan(clear.id, 0, clear.length), {
    value: clear.read(0, EXCERPT),
    status,
    from: clear.from,
    children: [...header(table, i, source), ...body(table, i, source)],
  });
  const wire = byteSpan(source.id, at + table.prefix, clear.length);
  const masked = source.read(at + table.prefix, at + table.prefix + Math.min(clear.length, EXCERPT));
  return [...nodes, fieldNode(path, 'masked-frame', wire, { value: masked, status, children: [inside] })];
}

/** The header fields that are there; the last of them may be cut. */
function header(table: FrameTable, i: number, source: Source): FieldNode[] {
  const path = framePath(table, i);
  const byte0 = table.byte0(i);
  const bit = (field: FieldId, byte: number, index: number, value: boolean): FieldNode =>
    fieldNode(path, field, headerSpan(table, i, source, byte, index, 1), { value });
  const nodes = [
    table.framing === 'hybi-01' ? bit('more', 0, 0, !table.fin(i)) : bit('fin', 0, 0, table.fin(i)),
    bit('rsv1', 0, 1, (byte0 & 0x40) !== 0),
    bit('rsv2', 0, 2, (byte0 & 0x20) !== 0),
    bit('rsv3', 0, 3, (byte0 & 0x10) !== 0),
    fieldNode(path, 'draft-opcode', headerSpan(table, i, source, 0, 4, 4), { value: draftOpcode(byte0) }),
  ];
  const byte1 = table.byte1(i);
  if (byte1 < 0) {
    const at = headerSpan(table, i, source, 1, 0, 0);
    return [...nodes, fieldNode(path, 'rsv4', at, { status: 'incomplete' })];
  }
  const [second = 0] = inClear(table, i, source, 1, 2);
  nodes.push(bit('rsv4', 1, 0, second > 127));
  nodes.push(fieldNode(path, 'length-7', headerSpan(table, i, source, 1, 1, 7), { value: byte1 & 0x7f }));

  const form = table.lengthForm(i);
  if (form === 7) return nodes;
  const present = Math.min(extendedLengthBytes(form), table.presentEnd(i) - table.offset(i) - table.prefix - 2);
  const span = headerSpan(table, i, source, 2, 0, present * 8);
  const read = readBigEndian(inClear(table, i, source, 2, 2 + present));
  const value: FieldValue = form === 64 ? read : Number(read);
  const cut = present < extendedLengthBytes(form);
  nodes.push(
    fieldNode(path, form === 16 ? 'length-16' : 'length-64', span, cut ? { status: 'incomplete' } : { value }),
  );
  return nodes;
}

function inClear(table: FrameTable, i: number, source: Source, from: number, to: number): Uint8Array {
  return table.layout?.clear(source, table.offset(i), from, to) ?? new Uint8Array(0);
}

function body(table: FrameTable, i: number, source: Source): FieldNode[] {
  if (table.status(i) === 'header') return [];
  const span = clearSpan(table, i, source);
  const status = table.status(i) === 'complete' ? 'complete' : 'incomplete';
  const children = table.presentPayloadLength(i) === 0 ? [] : payloadContents(table, i, source, span);
  return [fieldNode(framePath(table, i), 'payload', span, { value: payloadOf(table, i, source), status, children })];
}
