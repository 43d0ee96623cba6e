import { equalBytes } from '../bytes/join.ts';
import { ChunkedSource } from '../bytes/source.ts';
import type { Direction } from '../bytes/span.ts';
import type { DirectionDeflate } from '../handshake/extensions.ts';
import { createInflatingScan } from '../message/inflating-scan.ts';
import type { Scan } from '../message/scan.ts';
import { DIALECTS, type DialectId } from '../model/drafts.ts';
import { frameRuleBit } from '../model/rules.ts';
import type { Gap } from '../text/reading.ts';

/** The rules that look into text. */
const OF_TEXT =
  frameRuleBit('invalid-utf8') | frameRuleBit('close-reason-invalid-utf8') | frameRuleBit('utf8-replaced');

/** Everything that decides how a direction's frames are scanned. Equal plans need no second scan. */
export interface Plan {
  /** Offset of the first frame. */
  readonly start: number;
  readonly dialect: DialectId;
  /** What permessage-deflate means for this direction; null where it is not in force. */
  readonly deflate: DirectionDeflate | null;
  /** hybi-04: what the masks of a client's frames are derived from. */
  readonly connectionKey: Uint8Array | null;
  readonly midStream: boolean;
  /** The first message of the direction is among the bytes: no compressed one refers to anything before. */
  readonly fromStart: boolean;
  readonly maxMessageBytes: number | undefined;
}

/** The bytes of one direction and the scan that runs over them, begun anew whenever the plan changes. */
export class Lane {
  readonly direction: Direction;
  readonly source: ChunkedSource;
  #plan: Plan | null = null;
  #scan: Scan | null = null;
  #ended = false;
  #gaps: Gap[] = [];
  #stop: number | null = null;

  constructor(direction: Direction) {
    this.direction = direction;
    this.source = new ChunkedSource(direction);
  }

  /** The scan; null where the direction holds no frames, or none yet. */
  get scan(): Scan | null {
    return this.#scan;
  }

  get gaps(): readonly Gap[] {
    return this.#gaps;
  }

  /**
   * Where lost bytes made an end of all reading, because a header may have been among them; null where none did. Bytes
   * lost inside a payload do no such harm: its length is known.
   */
  get stop(): number | null {
    return this.#stop;
  }

  push(chunk: Uint8Array): void {
    const known = this.source.length;
    this.source.push(chunk);
    const follows = this.#scan?.table.streamEnd === known && this.#gaps.length === 0;
    if (this.#scan && !this.#ended && follows) this.#scan.push(chunk);
  }

  /** Names ranges of the source that nobody captured. */
  missing(gaps: readonly Gap[]): void {
    if (gaps.length === 0) return;
    this.#gaps = [...this.#gaps, ...gaps].sort((a, b) => a.offset - b.offset);
    this.#rest();
  }

  /** Makes sure that a scan of this plan has seen every byte there is, where there is one. */
  run(plan: Plan, ended: boolean): void {
    const { source } = this;
    if (plan.start >= source.length) {
      this.#rest();
      return;
    }
    const end = this.#stop ?? source.length;
    const same = this.#plan !== null && samePlan(this.#plan, plan) && this.#scan?.table.streamEnd === end;
    const scan = same && this.#scan ? this.#scan : newScan(this, plan);
    if (scan !== this.#scan) {
      this.#stop = feedAll(scan, this, plan.start);
      this.#ended = false;
    }
    if (ended && !this.#ended) scan.end();
    this.#plan = plan;
    this.#scan = scan;
    this.#ended = ended;
  }

  #rest(): void {
    this.#plan = null;
    this.#scan = null;
    this.#ended = false;
    this.#stop = null;
  }
}

/** A scan that has seen nothing yet. */
export function newScan({ direction, source, gaps }: Lane, plan: Plan): Scan {
  const { start, dialect, deflate, connectionKey, midStream, fromStart, maxMessageBytes } = plan;
  return createInflatingScan({
    direction,
    dialect: DIALECTS[dialect],
    source,
    start,
    midStream,
    fromStart,
    deflate,
    connectionKey,
    lost: gaps,
    ...(maxMessageBytes === undefined ? {} : { maxMessageBytes }),
  });
}

function samePlan(a: Plan, b: Plan): boolean {
  return (
    a.start === b.start &&
    a.dialect === b.dialect &&
    a.deflate?.windowBits === b.deflate?.windowBits &&
    a.deflate?.noContextTakeover === b.deflate?.noContextTakeover &&
    sameKey(a.connectionKey, b.connectionKey) &&
    a.midStream === b.midStream &&
    a.fromStart === b.fromStart &&
    a.maxMessageBytes === b.maxMessageBytes
  );
}

function sameKey(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === b || (a !== null && b !== null && equalBytes(a, b));
}

/** Feeds everything from `start` on, up to the first gap that may hold a header; returns where that is, or null. */
function feedAll(scan: Scan, { source, gaps }: Lane, start: number): number | null {
  let at = start;
  for (const { offset, length, missing } of gaps) {
    if (offset + length <= start) continue;
    feed(scan, source, at, offset);
    at = Math.max(at, offset);
    const { table } = scan;
    const last = table.count - 1;
    const inPayload = last >= 0 && table.status(last) === 'payload' && table.declaredEnd(last) >= offset + length;
    if (!inPayload || length < missing) return at;
  }
  feed(scan, source, at, source.length);
  for (const { offset } of gaps) forgive(scan, offset);
  return null;
}

/** What the zeros in a gap do to a text is no fault of anybody. */
function forgive({ table }: Scan, offset: number): void {
  const first = table.message(Math.max(0, table.frameAt(offset)));
  for (let i = first; first >= 0 && i < table.count; i += 1) {
    if (table.message(i) === first) table.removeIssue(i, OF_TEXT);
  }
}

/** Pushes bytes `[from, to)` of a source, chunk by chunk, without joining them. */
function feed(scan: Scan, source: ChunkedSource, from: number, to: number): void {
  let at = 0;
  for (const chunk of source.chunks) {
    const start = Math.max(0, from - at);
    const end = Math.min(chunk.length, to - at);
    if (start < end) scan.push(start === 0 && end === chunk.length ? chunk : chunk.subarray(start, end));
    at += chunk.length;
    if (at >= to) return;
  }
}
