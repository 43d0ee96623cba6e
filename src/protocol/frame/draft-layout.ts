import type { Source } from '../bytes/source.ts';
import type { FieldNode } from '../model/node.ts';
import type { PayloadVisitor } from './payload.ts';
import type { FrameSink, Scanner } from './sink.ts';
import type { FrameTable } from './table.ts';

/**
 * What is peculiar to the frames that one direction sends in hybi-01 to -06. Handed to those who read frames (see
 * draft-reader.ts), because who reads today's needs none of it.
 */
export interface DraftLayout {
  /** Bytes in front of each header, in clear: 4 where header and payload are masked, else 0. */
  readonly prefix: number;
  /**
   * Bytes `[from, to)` of the frame that begins at wire offset `offset`, counted from its first header byte, in clear. May
   * share memory with the source: read only.
   */
  clear(source: Source, offset: number, from: number, to: number): Uint8Array;
  scanner(table: FrameTable, sink: FrameSink, start: number): Scanner;
  /** A masked frame in clear, header and payload; null where nothing was masked. */
  unmasked(table: FrameTable, i: number, source: Source): Source | null;
  /** `forEachPayload` for frames that are masked as a whole. */
  visit(table: FrameTable, source: Source, visit: PayloadVisitor, from: number, to: number): void;
  /** The fields of frame `i`, as far as the bytes go. */
  fields(table: FrameTable, i: number, source: Source): FieldNode[];
}
