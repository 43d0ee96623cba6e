import type { Direction } from '../bytes/span.ts';
import { DIRECTIONS } from '../bytes/span.ts';
import type { FrameTable } from '../frame/table.ts';
import type { Part } from './model.ts';

/** A run of bytes of one direction, in the order the capture saw them. */
export interface Run {
  readonly direction: Direction;
  readonly offset: number;
  readonly length: number;
}

/** A part that is no frame: a head, bytes in front of the first frame, bytes behind the last that could be found. */
export type Front = Omit<Part, 'frame'>;

const SERVER = 0x8000_0000;

/**
 * The rows of the list, in the order of the capture: by where each part begins. Four bytes a row, or none at all where
 * the capture does not tell an order across directions (then: heads, then the client's frames, then the server's).
 */
export class PartOrder {
  readonly count: number;
  /** Set where the order of the two directions is known. */
  readonly known: boolean;
  readonly #fronts: readonly Front[];
  readonly #tails: readonly Front[];
  readonly #tables: Readonly<Record<Direction, FrameTable>>;
  readonly #rows: Uint32Array | null;

  /** @param others everything but frames; those of which `path` ends in `/rest` stand last */
  constructor(others: readonly Front[], tables: Readonly<Record<Direction, FrameTable>>, runs: readonly Run[]) {
    this.#tables = tables;
    const client = tables['client-to-server'];
    const server = tables['server-to-client'];
    this.count = others.length + client.count + server.count;
    this.known = runs.length > 0 || client.count === 0 || server.count === 0;
    this.#tails = others.filter(({ path }) => path.endsWith('/rest'));
    this.#fronts = others.filter((other) => !this.#tails.includes(other)).sort((a, b) => rank(a) - rank(b));
    this.#rows = runs.length > 0 && client.count > 0 && server.count > 0 ? merge(tables, runs) : null;
  }

  part(row: number): Part {
    const front = this.#fronts[row];
    if (front) return { ...front, frame: -1 };
    const index = row - this.#fronts.length;
    const tail = this.#tails[row - (this.count - this.#tails.length)];
    if (tail) return { ...tail, frame: -1 };
    const client = this.#tables['client-to-server'].count;
    if (this.#rows) {
      const code = this.#rows[index] ?? 0;
      return code >= SERVER ? this.#frame('server-to-client', code - SERVER) : this.#frame('client-to-server', code);
    }
    return index < client ? this.#frame('client-to-server', index) : this.#frame('server-to-client', index - client);
  }

  rowOfFrame(direction: Direction, frame: number): number {
    if (frame < 0 || frame >= this.#tables[direction].count) return -1;
    const code = direction === 'server-to-client' ? SERVER + frame : frame;
    const before = this.#fronts.length;
    if (this.#rows) {
      const at = this.#rows.indexOf(code);
      return at < 0 ? -1 : before + at;
    }
    return before + (direction === 'server-to-client' ? this.#tables['client-to-server'].count : 0) + frame;
  }

  /** Path of the part that holds a byte of a direction, null where there is none. */
  partAt(direction: Direction, offset: number): string | null {
    const front = [...this.#fronts, ...this.#tails].find(
      (part) => part.direction === direction && offset >= part.offset && offset < part.offset + part.length,
    );
    if (front) return front.path;
    const frame = this.#tables[direction].frameAt(offset);
    return frame < 0 ? null : `${direction}/frame/${frame}`;
  }

  rowOfFront(path: string): number {
    const front = this.#fronts.findIndex((part) => part.path === path);
    const tail = this.#tails.findIndex((part) => part.path === path);
    return tail < 0 ? front : this.count - this.#tails.length + tail;
  }

  /** Visits every frame in the order of the capture; where that is unknown, the client's first. */
  eachFrame(visit: (direction: Direction, frame: number) => void): void {
    if (this.#rows) {
      for (const code of this.#rows) {
        if (code >= SERVER) visit('server-to-client', code - SERVER);
        else visit('client-to-server', code);
      }
      return;
    }
    for (const direction of DIRECTIONS) {
      for (let i = 0; i < this.#tables[direction].count; i += 1) visit(direction, i);
    }
  }

  #frame(direction: Direction, frame: number): Part {
    const table = this.#tables[direction];
    const offset = table.offset(frame);
    return {
      path: `${direction}/frame/${frame}`,
      kind: 'frame',
      direction,
      frame,
      offset,
      length: table.presentEnd(frame) - offset,
    };
  }
}

/** Request, response, then bytes before the first frame. */
function rank(front: Front): number {
  const kind = front.kind === 'unparsed' ? 2 : 0;
  return kind + DIRECTIONS.indexOf(front.direction) / 2;
}

function merge(tables: Readonly<Record<Direction, FrameTable>>, runs: readonly Run[]): Uint32Array {
  const next: Record<Direction, number> = { 'client-to-server': 0, 'server-to-client': 0 };
  const total = tables['client-to-server'].count + tables['server-to-client'].count;
  const rows = new Uint32Array(total);
  let row = 0;
  const take = (direction: Direction, before: number): void => {
    const table = tables[direction];
    const bit = direction === 'server-to-client' ? SERVER : 0;
    while (next[direction] < table.count && table.offset(next[direction]) < before) {
      rows[row] = bit + next[direction];
      row += 1;
      next[direction] += 1;
    }
  };
  for (const run of runs) take(run.direction, run.offset + run.length);
  for (const direction of DIRECTIONS) take(direction, Number.POSITIVE_INFINITY);
  return rows;
}
