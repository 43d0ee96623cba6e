import { ChunkedSource, type Source } from '../../protocol/bytes/source.ts';
import { encodeFrame } from '../../protocol/frame/encode.ts';
import { unmaskedSource } from '../../protocol/frame/payload.ts';
import type { FrameTable } from '../../protocol/frame/table.ts';
import { explainFrameOf } from '../../protocol/message/explain-frame.ts';
import { createScan } from '../../protocol/message/scan.ts';
import { DIALECTS } from '../../protocol/model/drafts.ts';
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

/**
 * The frame of a message, and what the decoder makes of its bytes: encoded and read back, so that nothing here is
 * believed that the engine did not find on the wire.
 */
export function framed(message: string, key: Uint8Array): Framed {
  const payload = new TextEncoder().encode(message);
  const bytes = encodeFrame({ opcode: OPCODE.text, maskingKey: key, payload });
  const direction = 'client-to-server';
  const wire = new ChunkedSource(direction);
  const scan = createScan({ direction, dialect: DIALECTS.rfc6455, source: wire });
  wire.push(bytes);
  scan.push(bytes);
  scan.end();
  const table: FrameTable = scan.table;
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
    tree: explainFrameOf(scan, 0),
  };
}
