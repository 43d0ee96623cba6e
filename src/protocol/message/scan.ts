import type { ChunkedSource } from '../bytes/source.ts';
import type { Direction } from '../bytes/span.ts';
import type { DraftLayout } from '../frame/draft-layout.ts';
import { HixieScanner } from '../frame/hixie-scanner.ts';
import { FrameScanner } from '../frame/scanner.ts';
import type { Scanner } from '../frame/sink.ts';
import { FrameTable } from '../frame/table.ts';
import type { Dialect } from '../model/drafts.ts';
import { frameRuleBit } from '../model/rules.ts';
import { Assembler } from './assembler.ts';
import { HixieReader } from './hixie-reader.ts';
import type { InflateStage } from './inflate-stage.ts';

export interface ScanOptions {
  readonly direction: Direction;
  readonly dialect: Dialect;
  /** The wire bytes of the direction. The caller appends to it what it pushes here; the scan itself only reads chunks. */
  readonly source: ChunkedSource;
  /** Offset in `source` of the first byte that will be pushed: after the handshake, or where frames are believed to begin. */
  readonly start?: number;
  /** The bytes begin inside a connection; a continuation with nothing open is then no fault of the peer. */
  readonly midStream?: boolean;
  /**
   * What inflates where permessage-deflate was agreed on (RFC 7692): see inflating-scan.ts. Handed in, because it is much
   * code, and who only reads a frame needs none of it.
   */
  readonly inflate?: ((by: InflateBasis) => InflateStage) | null;
  /** What is peculiar to frames of hybi-01 to -06: see inflating-scan.ts. Handed in for the same reason. */
  readonly layout?: DraftLayout | null;
  /** Bytes of a message (declared, over all its frames, or inflated) above which `message-too-big` is raised. */
  readonly maxMessageBytes?: number;
}

/** What the stage that inflates shares with the rest of the scan. */
export type InflateBasis = Pick<Scan, 'table' | 'source' | 'dialect' | 'maxMessageBytes'>;

/** All frames of one direction, found in one pass. Everything else is worked out from it when somebody looks. */
export interface Scan {
  readonly direction: Direction;
  readonly dialect: Dialect;
  readonly source: ChunkedSource;
  /** Inflates compressed messages; null where permessage-deflate was not agreed on. */
  readonly inflate: InflateStage | null;
  readonly maxMessageBytes: number;
  readonly table: FrameTable;
  /** First frame of the message that is not finished, or -1. */
  readonly openMessage: number;
  /** First Close frame (hixie-76: `FF 00`), or -1. */
  readonly closeFrame: number;
  /** Reads on; `table` is right after every call, however the bytes are cut. */
  push(chunk: Uint8Array): void;
  /** Nothing more will come (for now: another `push` takes it back). Marks the frame and the message left unfinished. */
  end(): void;
}

const INSIDE_FRAME = frameRuleBit('bytes-end-inside-frame');
const INSIDE_MESSAGE = frameRuleBit('bytes-end-inside-message');

export function createScan(options: ScanOptions): Scan {
  const { direction, dialect, source, start = 0, midStream = false } = options;
  const maxMessageBytes = options.maxMessageBytes ?? Infinity;
  const { layout = null } = options;
  const table = new FrameTable(direction, dialect, layout);
  const common = { direction, dialect, source, maxMessageBytes, table };

  if (dialect.framing === 'hixie') {
    const reader = new HixieReader(table, dialect);
    return new TableScan({ ...common, inflate: null }, new HixieScanner(table, reader, start), reader);
  }
  // permessage-deflate is younger than all that is laid out otherwise.
  const inflate = layout === null ? (options.inflate?.(common) ?? null) : null;
  const assembler = new Assembler({ table, dialect, midStream, maxMessageBytes, inflate });
  if (layout !== null) return new TableScan({ ...common, inflate }, layout.scanner(table, assembler, start), assembler);
  const scanner = new FrameScanner({ table, sink: assembler, dialect, start, permessageDeflate: inflate !== null });
  return new TableScan({ ...common, inflate }, scanner, assembler);
}

/** What the scan asks of the floor that gives frames their meaning. */
interface Meaning {
  readonly closeFrame: number;
  readonly open?: number;
  readonly lastOfOpen?: number;
}

type Parts = Pick<Scan, 'direction' | 'dialect' | 'source' | 'inflate' | 'maxMessageBytes' | 'table'>;

class TableScan implements Scan {
  readonly direction: Direction;
  readonly dialect: Dialect;
  readonly source: ChunkedSource;
  readonly inflate: InflateStage | null;
  readonly maxMessageBytes: number;
  readonly table: FrameTable;
  readonly #scanner: Scanner;
  readonly #meaning: Meaning;
  /** Frames marked by `end`. */
  #cutFrame = -1;
  #cutMessage = -1;

  constructor(parts: Parts, scanner: Scanner, meaning: Meaning) {
    this.direction = parts.direction;
    this.dialect = parts.dialect;
    this.source = parts.source;
    this.inflate = parts.inflate;
    this.maxMessageBytes = parts.maxMessageBytes;
    this.table = parts.table;
    this.#scanner = scanner;
    this.#meaning = meaning;
  }

  get openMessage(): number {
    const { open = -1 } = this.#meaning;
    if (open >= 0) return open;
    const last = this.table.count - 1;
    return last >= 0 && this.table.status(last) !== 'complete' ? this.table.message(last) : -1;
  }

  get closeFrame(): number {
    return this.#meaning.closeFrame;
  }

  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    if (this.#cutFrame >= 0) this.table.removeIssue(this.#cutFrame, INSIDE_FRAME);
    if (this.#cutMessage >= 0) this.table.removeIssue(this.#cutMessage, INSIDE_MESSAGE);
    this.#cutFrame = -1;
    this.#cutMessage = -1;
    this.inflate?.goOn();
    this.#scanner.push(chunk);
  }

  end(): void {
    const last = this.table.count - 1;
    if (last >= 0 && this.table.status(last) !== 'complete') {
      this.#cutFrame = last;
      this.table.addIssue(last, INSIDE_FRAME);
    }
    const { open = -1, lastOfOpen = -1 } = this.#meaning;
    if (open >= 0) {
      this.#cutMessage = lastOfOpen;
      this.table.addIssue(lastOfOpen, INSIDE_MESSAGE);
    }
    const { openMessage } = this;
    if (openMessage >= 0 && this.table.rsv1(openMessage)) this.inflate?.endInside(openMessage);
  }
}
