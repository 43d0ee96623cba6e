import type { Source } from '../../protocol/bytes/source.ts';
import type { SourceId, Span } from '../../protocol/bytes/span.ts';
import { type FieldNode, walk } from '../../protocol/model/node.ts';
import type { Selection } from '../state/selection.ts';

/**
 * What lights up when something is looked at: the bits themselves, and the bits of other sources that they were
 * computed from or that were computed from them.
 */

/**
 * Bits of one source: `[start, end)`, repeated every `every` bits (0: once), of that what lies in `[from, until)`.
 * The repetition is for masking: one byte of the key touches every fourth byte of a payload of any length.
 */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly every: number;
  readonly from: number;
  readonly until: number;
}

/**
 * `self`: what was pointed at. `linked`: what it has to do with. Runs that do not repeat come first, in order and
 * without overlap.
 */
export interface Light {
  readonly self: readonly Run[];
  readonly linked: readonly Run[];
}

export type Lights = ReadonlyMap<SourceId, Light>;

export const DARK: Lights = new Map();

const KEY_BITS = 32;

function once(start: number, end: number): Run {
  return { start, end, every: 0, from: start, until: end };
}

function clip(run: Run, from: number, until: number): Run | null {
  const low = Math.max(run.from, from);
  const high = Math.min(run.until, until);
  return low < high ? { ...run, from: low, until: high } : null;
}

function shift(run: Run, by: number): Run {
  return {
    start: run.start + by,
    end: run.end + by,
    every: run.every,
    from: run.from + by,
    until: run.until + by,
  };
}

/** True where the run has a bit in `[start, end)`. */
function hits(run: Run, start: number, end: number): boolean {
  const low = Math.max(start, run.from);
  const high = Math.min(end, run.until);
  if (low >= high) return false;
  if (run.every === 0) return run.start < high && low < run.end;
  // The first copy that ends after `low` is the only one that can matter: later ones start later still.
  const copy = Math.floor((low - run.end) / run.every) + 1;
  return run.start + copy * run.every < high;
}

/** How bits `[start, end)` of a source are lit. */
export function touch(light: Light | undefined, start: number, end: number): 'self' | 'linked' | null {
  if (!light) return null;
  if (anyHits(light.self, start, end)) return 'self';
  return anyHits(light.linked, start, end) ? 'linked' : null;
}

/** A message of a hundred thousand frames is as many runs, and each byte on the screen asks. */
function anyHits(runs: readonly Run[], start: number, end: number): boolean {
  let high = runs.length;
  while (high > 0 && (runs[high - 1]?.every ?? 0) > 0) {
    high -= 1;
    if (hits(runs[high] as Run, start, end)) return true;
  }
  let low = 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.until ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const first = runs[low];
  return first !== undefined && first.every === 0 && hits(first, start, end);
}

/** The order that `Light` promises. */
function inOrder(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs.filter(({ every }) => every === 0).sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && run.from < last.until) out[out.length - 1] = once(last.from, Math.max(last.until, run.until));
    else out.push(once(run.from, run.until));
  }
  return [...out, ...runs.filter(({ every }) => every > 0)];
}

interface Origins {
  readonly from: readonly Span[];
  /** Position, in bits, of each of them in a source that was joined from them. */
  readonly starts: Float64Array;
}

/** Kept, because a message may have a hundred thousand frames and a source may work its origins out when asked. */
const ORIGINS = new WeakMap<Source, Origins>();

function originsOf(source: Source): Origins {
  const known = ORIGINS.get(source);
  if (known) return known;
  const { from } = source;
  const starts = new Float64Array(from.length + 1);
  from.forEach((span, i) => {
    starts[i + 1] = (starts[i] ?? 0) + span.end - span.start;
  });
  const origins = { from, starts };
  ORIGINS.set(source, origins);
  return origins;
}

interface Lit {
  readonly source: SourceId;
  readonly run: Run;
  /** Some of it has nothing to do with the selection, but nobody can say which: it lights and leads no further down. */
  readonly vague?: true;
}

/** Bits of the masking key that bits of an unmasked payload were computed with (RFC 6455 section 5.3: i mod 4). */
function keyRuns(run: Run, key: Span): Lit[] {
  const lit = (from: number, until: number) => ({ source: key.source, run: once(key.start + from, key.start + until) });
  const whole = [lit(0, KEY_BITS)];
  if (run.every > 0 && run.every % KEY_BITS !== 0) return whole;
  const [start, end] = run.every > 0 ? [run.start, run.end] : [run.from, run.until];
  if (end - start >= KEY_BITS) return whole;
  const first = ((start % KEY_BITS) + KEY_BITS) % KEY_BITS;
  const last = first + end - start;
  return last <= KEY_BITS ? [lit(first, last)] : [lit(first, KEY_BITS), lit(0, last - KEY_BITS)];
}

/** What bits of a derived source were computed from. */
function down(source: Source, run: Run): Lit[] {
  const { from, starts } = originsOf(source);
  const whole = () => from.map((span) => ({ source: span.source, run: once(span.start, span.end) }));
  switch (source.how) {
    case 'wire':
      return [];
    case 'unmask':
    case 'unmask-frame':
    case 'unmask-hashed': {
      // In the order of the wire.
      const [key, payload] = from;
      if (!payload || !key) return whole();
      // Where the key is a hash, each of its bits has to do with all of those.
      const wire = clip(shift(run, payload.start), payload.start, payload.end);
      return [
        ...(wire ? [{ source: payload.source, run: wire }] : []),
        ...keyRuns(source.how === 'unmask-hashed' ? once(0, KEY_BITS) : run, key),
      ];
    }
    case 'reassemble':
    case 'concatenate':
    case 'pad': {
      const out: Lit[] = [];
      let i = firstPiece(starts, run.from);
      for (; i < from.length && (starts[i] ?? 0) < run.until; i++) {
        const span = from[i];
        const start = starts[i] ?? 0;
        const piece = span && clip(run, start, start + span.end - span.start);
        if (piece) out.push({ source: span.source, run: shift(piece, span.start - start) });
      }
      return out;
    }
    default:
      // Inflated and hashed bytes depend on everything before them: there is no smaller honest answer here.
      return whole();
  }
}

/** Index of the piece that holds bit `at`. */
function firstPiece(starts: Float64Array, at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What was computed, in a derived source, from bits of another. */
function up(source: Source, lit: Lit): Lit[] {
  const out: Lit[] = [];
  const add = (run: Run | null) =>
    run && out.push(lit.vague ? { source: source.id, run, vague: true } : { source: source.id, run });
  const everything = () => add(once(0, source.length * 8));
  if (source.how === 'wire') return out;
  const { from, starts } = originsOf(source);
  if (source.how === 'unmask' || source.how === 'unmask-frame' || source.how === 'unmask-hashed') {
    const [key, payload] = from;
    if (payload && lit.source === payload.source) {
      const piece = clip(lit.run, payload.start, payload.end);
      if (piece) add(shift(piece, -payload.start));
    }
    if (key && lit.source === key.source) {
      const piece = clip(lit.run, key.start, key.end);
      if (piece) {
        const at = shift(piece, -key.start);
        if (at.until - at.from >= KEY_BITS || source.how === 'unmask-hashed') everything();
        else add({ start: at.from, end: at.until, every: KEY_BITS, from: 0, until: source.length * 8 });
      }
    }
    return out;
  }
  const exact = source.how === 'reassemble' || source.how === 'concatenate' || source.how === 'pad';
  for (let i = 0; i < from.length; i++) {
    const span = from[i];
    if (!span || span.source !== lit.source) continue;
    const piece = clip(lit.run, span.start, span.end);
    if (!piece) continue;
    if (!exact) {
      out.push({ source: source.id, run: once(0, source.length * 8), vague: true });
      break;
    }
    add(shift(piece, (starts[i] ?? 0) - span.start));
  }
  return out;
}

const keyOf = ({ source, run }: Lit) => `${source} ${run.start} ${run.end} ${run.every} ${run.from} ${run.until}`;

/** Everything reachable from `seeds` by `next`, the seeds included. */
function closure(seeds: readonly Lit[], next: (lit: Lit) => readonly Lit[]): Lit[] {
  const seen = new Set(seeds.map(keyOf));
  const all = [...seeds];
  for (let i = 0; i < all.length; i++) {
    for (const lit of next(all[i] as Lit)) {
      const key = keyOf(lit);
      if (seen.has(key)) continue;
      seen.add(key);
      all.push(lit);
    }
  }
  return all;
}

/** The node at a path. */
export function nodeAt(tree: FieldNode | null, path: string | null): FieldNode | null {
  if (!tree || path === null) return null;
  for (const node of walk(tree)) if (node.path === path) return node;
  return null;
}

/**
 * What a selection lights in each source: first all that was computed from the bits (through any number of derived
 * sources), then all that those were computed from. So a byte of an unmasked payload lights its byte on the wire and
 * its byte of the key, and either of these lights it.
 * @param sources every source on show; spans of sources not among them still light, but lead no further
 */
export function lit(selection: Selection | null, tree: FieldNode | null, sources: readonly Source[]): Lights {
  if (!selection) return DARK;
  const node = nodeAt(tree, selection.path);
  const span = selection.span ?? node?.span ?? null;
  const self: Lit[] = span && span.start < span.end ? [{ source: span.source, run: once(span.start, span.end) }] : [];
  // A computed field has no bits of its own; what it was computed from speaks for it.
  const origin = span
    ? []
    : (node?.from ?? []).map((from) => ({ source: from.source, run: once(from.start, from.end) }));
  const above = closure(self, (one) => sources.flatMap((source) => up(source, one)));
  const byId = new Map(sources.map((source) => [source.id, source]));
  const all = closure([...above, ...origin], (one) => {
    const source = byId.get(one.source);
    return source && !one.vague ? down(source, one.run) : [];
  });
  const runs = new Map<SourceId, { self: Run[]; linked: Run[] }>();
  all.forEach((one, i) => {
    const light = runs.get(one.source) ?? { self: [], linked: [] };
    runs.set(one.source, light);
    (i < self.length ? light.self : light.linked).push(one.run);
  });
  return new Map(
    [...runs].map(([source, { self, linked }]) => [source, { self: inOrder(self), linked: inOrder(linked) }]),
  );
}
