import { ChunkedSource, type Source } from '../../protocol/bytes/source.ts';
import { byteSpan, type Direction } from '../../protocol/bytes/span.ts';
import { encodeFrame } from '../../protocol/frame/encode.ts';
import { explainFrame } from '../../protocol/frame/explain.ts';
import { keyOffset, unmaskedSource } from '../../protocol/frame/payload.ts';
import { FrameScanner } from '../../protocol/frame/scanner.ts';
import type { FrameSink } from '../../protocol/frame/sink.ts';
import { FrameTable, framePath } from '../../protocol/frame/table.ts';
import { DIALECTS } from '../../protocol/model/drafts.ts';
import type { Issue } from '../../protocol/model/issue.ts';
import type { FieldNode } from '../../protocol/model/node.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';

/** A text message as a client sends it: one frame, with its mask. */
export interface Framed {
  readonly bytes: Uint8Array;
  readonly payload: Uint8Array;
  readonly key: Uint8Array;
  readonly headerLength: number;
  readonly form: 7 | 16 | 64;
  readonly wire: Source;
  readonly unmasked: Source | null;
  readonly sources: readonly Source[];
  readonly tree: FieldNode;
}

const DIALECT = DIALECTS.rfc6455;
const DIRECTION: Direction = 'client-to-server';

/**
 * The frame of a message, and what the decoder makes of its bytes: encoded and read back, so that nothing here is
 * believed that the engine did not find on the wire. One whole frame with a text needs nothing of the floors above.
 */
export function framed(message: string, key: Uint8Array): Framed {
  const payload = new TextEncoder().encode(message);
  const bytes = encodeFrame({ opcode: OPCODE.text, maskingKey: key, payload });
  const wire = new ChunkedSource(DIRECTION);
  const table = new FrameTable(DIRECTION, DIALECT);
  const scanner = new FrameScanner({ table, sink: alone(table), dialect: DIALECT, start: 0, permessageDeflate: false });
  wire.push(bytes);
  scanner.push(bytes);
  const unmasked = unmaskedSource(table, 0, wire);
  return {
    bytes,
    payload,
    key,
    headerLength: table.headerLength(0),
    form: table.lengthForm(0),
    wire,
    unmasked,
    sources: unmasked ? [wire, unmasked] : [wire],
    tree: explainFrame(table, 0, wire, issuesIn(table, wire)),
  };
}

/** Every frame is a message of its own, and nobody looks at payloads. */
function alone(table: FrameTable): FrameSink {
  return {
    foresee: () => 0,
    begin: (row) => {
      table.setMessage(row, row);
      return false;
    },
    payload: () => {},
    end: () => {},
  };
}

/** The only rule that such a frame can break: its key may be zero. */
function issuesIn(table: FrameTable, wire: Source): Issue[] {
  if (!table.hasIssue(0, 'masking-key-zero')) return [];
  const offset = keyOffset(table, 0);
  const span = byteSpan(wire.id, offset, 4);
  return [{ rule: 'masking-key-zero', direction: DIRECTION, part: framePath(table, 0), span, offset, values: {} }];
}
