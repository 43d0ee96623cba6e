/** Frames and control frames as they stand in the export. Fields the bytes did not reach are left out. */

import { toHex } from '../bytes/hex.ts';
import { maskingKey, payloadOf } from '../frame/payload.ts';
import { closeBodyOf, controlPayload } from '../message/control.ts';
import { hixieKind } from '../message/hixie-reader.ts';
import { issuesOf } from '../message/issues.ts';
import type { Scan } from '../message/scan.ts';
import { draftOpcode, isControl, OPCODE } from '../model/opcodes.ts';

/** The unmasked payload of a frame, as much of it as is present. */
export function payloadBytes(scan: Scan, i: number): Uint8Array {
  return payloadOf(scan.table, i, scan.source, Number.POSITIVE_INFINITY);
}

/** A length as JSON can carry it: a string above 2^53 - 1. */
function exactNumber(value: bigint): number | string {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value);
}

function tail(scan: Scan, i: number): Record<string, unknown> {
  const { table } = scan;
  const status = table.status(i);
  const issues = issuesOf(scan, i).map(({ rule }) => rule);
  const message = table.message(i);
  return {
    complete: status === 'complete',
    ...(status === 'complete' ? {} : { missing: status, bytesPresent: table.presentEnd(i) - table.offset(i) }),
    message: message < 0 ? null : message,
    issues,
  };
}

/** What hybi-01 to -06 write otherwise: the opcode by its old number; and RSV4, which stands where MASK is today. */
function ofDraft({ table, source }: Scan, i: number): Record<string, unknown> {
  const { layout } = table;
  if (layout === null) return {};
  const [second] = layout.clear(
    source,
    table.offset(i),
    1,
    Math.min(2, table.presentEnd(i) - table.offset(i) - layout.prefix),
  );
  return { draftOpcode: draftOpcode(table.opcode(i)), ...(second === undefined ? {} : { rsv4: second > 127 }) };
}

/** A frame of any generation but hixie (RFC 6455 section 5.2), in the bits of today. */
export function exportFrame(scan: Scan, i: number): Record<string, unknown> {
  const { table, source } = scan;
  const offset = table.offset(i);
  if (!table.opened(i)) return { index: i, offset, ...tail(scan, i) };
  const start = {
    index: i,
    offset,
    ...ofDraft(scan, i),
    fin: table.fin(i),
    rsv1: table.rsv1(i),
    rsv2: table.rsv2(i),
    rsv3: table.rsv3(i),
    opcode: table.opcode(i),
  };
  if (table.byte1(i) < 0) return { ...start, ...tail(scan, i) };
  const second = { masked: table.masked(i), lengthForm: table.lengthForm(i) };
  if (table.status(i) === 'header') return { ...start, ...second, ...tail(scan, i) };
  const key = maskingKey(table, i, source);
  const payloadOffset = table.payloadOffset(i);
  const raw = source.read(payloadOffset, table.presentEnd(i));
  return {
    ...start,
    ...second,
    payloadLength: exactNumber(table.exactLength(i, source)),
    headerLength: table.headerLength(i),
    payloadOffset,
    maskingKey: key ? toHex(key) : null,
    ...(key ? { payloadRaw: toHex(raw) } : {}),
    payload: toHex(payloadBytes(scan, i)),
    ...tail(scan, i),
  };
}

/** A frame of hixie-75 and hixie-76 (draft-hixie-76 section 4.2). */
export function exportHixieFrame(scan: Scan, i: number): Record<string, unknown> {
  const { table } = scan;
  const form = table.form(i);
  const type = table.byte0(i);
  const headerLength = table.headerLength(i);
  const known = table.status(i) !== 'header';
  return {
    index: i,
    offset: table.offset(i),
    type,
    form,
    ...(form === 'length-prefixed' && known ? { lengthBytes: headerLength - 1 } : {}),
    ...(known
      ? {
          payloadOffset: table.payloadOffset(i),
          payloadLength: exactNumber(table.exactLength(i, scan.source)),
          payload: toHex(payloadBytes(scan, i)),
        }
      : {}),
    ...(table.status(i) === 'complete' ? { end: table.presentEnd(i) } : {}),
    kind: hixieKind(type, known ? table.payloadLength(i) : -1, scan.dialect),
    ...tail(scan, i),
  };
}

/** Close, ping and pong frames with what they carry. */
export function exportControls(scan: Scan, reached: number): Record<string, unknown>[] {
  const { table } = scan;
  const controls: Record<string, unknown>[] = [];
  if (table.framing === 'hixie') return controls;
  for (let i = 0; i < table.count; i += 1) {
    const opcode = table.opcode(i);
    if (!isControl(opcode) || opcode > OPCODE.pong || table.status(i) !== 'complete') continue;
    const common = { frame: i, opcode, hex: toHex(controlPayload(scan, i)), delivered: i < reached };
    controls.push(opcode === OPCODE.close ? { ...common, ...closeBodyOf(scan, i) } : common);
  }
  return controls;
}
