/** What the engine says of the bytes. */

import { ChunkedSource } from '../../protocol/bytes/source.ts';
import { decodeUtf8 } from '../../protocol/bytes/utf8.ts';
import { encodeFrame } from '../../protocol/frame/encode.ts';
import { type FigurePart, type FrameFigure, figureOf, rowsOf } from '../../protocol/frame/figure.ts';
import { extendedLengthBytes, headerSize, type LengthForm, lengthFormOf } from '../../protocol/frame/length.ts';
import { type ReadParts, readParts } from '../../protocol/frame/parts.ts';
import { issuesOf } from '../../protocol/message/issues.ts';
import { createScan } from '../../protocol/message/scan.ts';
import { DIALECTS } from '../../protocol/model/drafts.ts';
import type { Issue } from '../../protocol/model/issue.ts';
import { OPCODE, type OpcodeName, opcodeName } from '../../protocol/model/opcodes.ts';
import { closeCodeOf, isFatal } from '../../protocol/model/rules.ts';
import type { Inputs } from './inputs.ts';

export interface Work {
  readonly bytes: Uint8Array;
  readonly sender: 'client' | 'server';
  readonly byte0: number;
  readonly byte1: number;
  readonly opcode: number;
  readonly name: OpcodeName;
  readonly masked: boolean;
  readonly form: LengthForm;
  /** Bytes of the header, as announced. */
  readonly size: number;
  /** Null where the bytes end inside the header. */
  readonly parts: ReadParts | null;
  /** Where the bytes end too early. */
  readonly cut: 'extended' | 'key' | 'payload' | null;
  /** Bytes that are still to come. */
  readonly needed: bigint;
  readonly figure: FrameFigure;
  /** The same with all that the first two bytes announce in one piece. */
  readonly closed: FrameFigure;
  readonly issues: readonly Issue[];
  /** Those over which a strict receiver fails the connection. */
  readonly faults: readonly Issue[];
  /** The close code that such a receiver sends. */
  readonly code: number;
}

/** The first two bytes. */
const KNOWN = 16;

export function workOf({ frame: bytes, sender }: Inputs): Work {
  const [byte0 = 0, byte1 = 0] = bytes;
  const form = lengthFormOf(byte1);
  const size = headerSize(form, byte1 > 127);
  const parts = readParts(bytes);
  // The figure is about the header: one row for the payload, and none where the header takes four.
  const figure: FrameFigure = { ...figureOf(bytes, { payloadRows: form === 64 ? 0 : 1 }), omitted: 0n };
  const issues = judge(bytes, sender);
  const faults = issues.filter(({ rule }) => isFatal(rule));
  const missing = parts === null ? BigInt(size - bytes.length) : parts.declaredLength - BigInt(parts.payload.length);
  const extended = 2 + extendedLengthBytes(form);
  return {
    bytes,
    sender,
    byte0,
    byte1,
    opcode: byte0 & 0x0f,
    name: opcodeName(byte0 & 0x0f),
    masked: byte1 > 127,
    form,
    size,
    parts,
    cut: bytes.length < extended ? 'extended' : parts === null ? 'key' : missing > 0n ? 'payload' : null,
    needed: missing,
    figure,
    closed: closed(figure),
    issues,
    faults,
    code: closeCodeOf(faults[0]?.rule ?? 'reserved-opcode') ?? 0,
  };
}

/** One frame out of a connection: a continuation may well have had its beginning before. */
function judge(bytes: Uint8Array, sender: 'client' | 'server'): readonly Issue[] {
  const direction = sender === 'client' ? 'client-to-server' : 'server-to-client';
  const source = new ChunkedSource(direction);
  source.push(bytes);
  const scan = createScan({ direction, source, dialect: DIALECTS.rfc6455, midStream: true });
  scan.push(bytes);
  scan.end();
  return issuesOf(scan, 0);
}

function closed(figure: FrameFigure): FrameFigure {
  const known = figure.parts.filter(({ start }) => start < KNOWN);
  const last = figure.parts.at(-1);
  const end = last ? last.start + last.bits : KNOWN;
  const rest: FigurePart = { field: 'unparsed', start: KNOWN, bits: end - KNOWN };
  const parts = rest.bits > 0 ? [...known, rest] : known;
  return { ...figure, parts, rows: rowsOf(parts, figure.bytes, 32) };
}

/** The key of the example in RFC 6455 §5.7. */
const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);

/** The same first byte and payload, as either side sends it. */
export function bothSides({ parts, byte0 }: Work): { readonly server: Uint8Array; readonly client: Uint8Array } {
  const payload = parts?.payload ?? new Uint8Array(0);
  const common = { fin: (byte0 & 0x80) !== 0, opcode: byte0 & 0x0f, payload };
  return {
    server: encodeFrame({ ...common, maskingKey: null }),
    client: encodeFrame({ ...common, maskingKey: parts?.maskingKey ?? KEY }),
  };
}

/** What the payload says, in clear: text where it is text, the code of a Close, or nothing that can be read. */
export function contentOf({
  parts,
  opcode,
  byte0,
}: Work): { readonly text: string } | { readonly code: number } | null {
  if (parts === null || parts.payload.length === 0) return null;
  const { payload } = parts;
  if (opcode === OPCODE.close) {
    return payload.length < 2 ? null : { code: ((payload[0] ?? 0) << 8) | (payload[1] ?? 0) };
  }
  if (opcode === OPCODE.binary || (byte0 & 0x70) !== 0) return null;
  const text = decodeUtf8(payload);
  return text.includes('\ufffd') ? null : { text };
}
