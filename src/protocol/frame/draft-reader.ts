/** Frames of hybi-01 to -06 read: rows for the table that all generations share, and fields for the one on screen. */

import type { Source } from '../bytes/source.ts';
import { byteSpan, type Direction } from '../bytes/span.ts';
import { FRAME_NONCE_BYTES } from '../hash/frame-key.ts';
import type { Dialect } from '../model/drafts.ts';
import { draftFields } from './draft-explain.ts';
import { type DraftFraming, draftPad, unmaskDraft } from './draft-frames.ts';
import type { DraftLayout } from './draft-layout.ts';
import { DraftScanner } from './draft-scanner.ts';
import { type PayloadVisitor, payloadOf, unmaskedId } from './payload.ts';
import type { FrameTable } from './table.ts';

/** Only the sender of requests masked: what a server might have masked in hybi-04 is not known, and nobody did. */
function masks(framing: DraftFraming, direction: Direction): boolean {
  return framing !== 'hybi-01' && direction === 'client-to-server';
}

/**
 * The layout of frames in this dialect and direction; null where they are laid out as today's or as hixie's.
 * @param connectionKey hybi-04: 20 bytes. Without it the frames of a client cannot be read, and whoever tries reads noise.
 */
export function draftLayout(
  dialect: Dialect,
  direction: Direction,
  connectionKey: Uint8Array | null = null,
): DraftLayout | null {
  const { framing } = dialect;
  if (framing === 'hixie' || framing === 'rfc6455') return null;
  const prefix = masks(framing, direction) ? FRAME_NONCE_BYTES : 0;
  const padOf = (nonce: Uint8Array): Uint8Array | null =>
    nonce.length < prefix || prefix === 0 ? null : draftPad(framing, nonce, connectionKey);
  return {
    prefix,
    clear: (source, offset, from, to) => {
      const wire = source.read(offset + prefix + from, offset + prefix + to);
      const pad = padOf(source.read(offset, offset + prefix));
      return pad === null ? wire : unmaskDraft(wire, pad, from);
    },
    unmasked,
    visit,
    scanner: (table, sink, start) => new DraftScanner({ table, sink, dialect, start, padOf }),
    fields: (table, i, source) => draftFields(table, i, source, padOf),
  };
}

/** Nothing is copied until read. */
function unmasked(table: FrameTable, i: number, source: Source): Source | null {
  const { layout, prefix } = table;
  const at = table.offset(i);
  const length = table.presentEnd(i) - at - prefix;
  if (layout === null || prefix === 0 || length <= 0) return null;
  return {
    id: unmaskedId(table, i),
    how: table.framing === 'hybi-04' ? 'unmask-hashed' : 'unmask-frame',
    from: [byteSpan(source.id, at, prefix), byteSpan(source.id, at + prefix, length)],
    length,
    read: (start, end) => {
      const from = Math.max(0, start);
      return layout.clear(source, at, from, Math.max(from, Math.min(length, end)));
    },
  };
}

/** Bytes handed over at a time. */
const PIECE = 16384;

function visit(table: FrameTable, source: Source, visitor: PayloadVisitor, from: number, to: number): void {
  for (let i = from; i < to; i += 1) {
    const length = table.presentPayloadLength(i);
    for (let done = 0; done < length; done += PIECE) {
      const bytes = payloadOf(table, i, source, PIECE, done);
      if (!visitor(i, bytes, 0, bytes.length, done)) return;
    }
  }
}
