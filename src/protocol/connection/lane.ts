import { ChunkedSource } from '../bytes/source.ts';
import type { Direction } from '../bytes/span.ts';
import { createScan, type Scan } from '../message/scan.ts';
import { DIALECTS, type DialectId } from '../model/drafts.ts';

/** Everything that decides how a direction's frames are scanned. Equal plans need no second scan. */
export interface Plan {
  /** Offset of the first frame. */
  readonly start: number;
  readonly dialect: DialectId;
  readonly deflate: boolean;
  readonly midStream: boolean;
  readonly maxMessageBytes: number | undefined;
}

/** The bytes of one direction and the scan that runs over them, begun anew whenever the plan changes. */
export class Lane {
  readonly direction: Direction;
  readonly source: ChunkedSource;
  #plan: Plan | null = null;
  #scan: Scan | null = null;
  #ended = false;

  constructor(direction: Direction) {
    this.direction = direction;
    this.source = new ChunkedSource(direction);
  }

  /** The scan; null where the direction holds no frames, or none yet. */
  get scan(): Scan | null {
    return this.#scan;
  }

  push(chunk: Uint8Array): void {
    const known = this.source.length;
    this.source.push(chunk);
    if (this.#scan && !this.#ended && this.#scan.table.streamEnd === known) this.#scan.push(chunk);
  }

  /** Makes sure that a scan of this plan has seen every byte there is. */
  run(plan: Plan, ended: boolean): void {
    const { source } = this;
    const same = this.#plan !== null && samePlan(this.#plan, plan) && this.#scan?.table.streamEnd === source.length;
    const scan = same && this.#scan ? this.#scan : newScan(this, plan);
    if (scan !== this.#scan) {
      feed(scan, source, plan.start);
      this.#ended = false;
    }
    if (ended && !this.#ended) scan.end();
    this.#plan = plan;
    this.#scan = scan;
    this.#ended = ended;
  }

  /** There is nothing to scan. */
  rest(): void {
    this.#plan = null;
    this.#scan = null;
    this.#ended = false;
  }
}

/** A scan that has seen nothing yet. */
export function newScan({ direction, source }: Lane, plan: Plan): Scan {
  const { start, dialect, deflate, midStream, maxMessageBytes } = plan;
  return createScan({
    direction,
    dialect: DIALECTS[dialect],
    source,
    start,
    midStream,
    permessageDeflate: deflate,
    ...(maxMessageBytes === undefined ? {} : { maxMessageBytes }),
  });
}

function samePlan(a: Plan, b: Plan): boolean {
  return a.start === b.start && a.dialect === b.dialect && a.deflate === b.deflate && a.midStream === b.midStream;
}

/** Pushes what a source holds from `start` on, chunk by chunk, without joining them. */
function feed(scan: Scan, source: ChunkedSource, start: number): void {
  let at = 0;
  for (const chunk of source.chunks) {
    const skip = Math.max(0, start - at);
    if (skip < chunk.length) scan.push(skip === 0 ? chunk : chunk.subarray(skip));
    at += chunk.length;
  }
}
