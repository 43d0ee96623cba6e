/** Runs contenders by turns in one process and compares medians. See README.md. */

interface Contender {
  readonly name: string;
  /** Made ready before every run, outside the clock. */
  readonly prepare?: () => void;
  /** The work, all of it, before it returns. */
  readonly run: () => void;
}

export interface Peer extends Contender {
  /** How many times faster than this peer we aim to be; null where it is only there for scale. */
  readonly target: number | null;
}

/** A peer that could not be run here: what was once measured of it, in the unit of the comparison. */
export interface Figure {
  readonly name: string;
  readonly figure: number;
  readonly target: number;
}

export interface Comparison {
  readonly work: string;
  /** What one run does, in units. */
  readonly amount: number;
  readonly unit: 'B' | 'hashes' | 'frames' | 'messages';
  readonly ours: Contender;
  readonly peers: readonly (Peer | Figure)[];
}

/** A quantity that has a limit instead of a peer. */
export interface Quantity {
  readonly work: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
}

export interface Row {
  readonly work: string;
  readonly ours: string;
  readonly peer: string;
  readonly theirs: string;
  readonly ratio: string;
  readonly target: string;
  readonly met: boolean | null;
}

/** Odd, so that the median is a run that took place. */
const ROUNDS = 9;
/** Rounds thrown away: compilation, first touch of memory. */
const WARM_UP = 3;

/** Measures one comparison. Every round runs everybody once, each time beginning with the next. */
export function compare(comparison: Comparison): readonly Row[] {
  const measured = comparison.peers.filter((peer): peer is Peer => 'run' in peer);
  const contenders: readonly Contender[] = [comparison.ours, ...measured];
  const times = contenders.map((): number[] => []);
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    contenders.forEach((_, turn) => {
      const which = (turn + round + WARM_UP) % contenders.length;
      const contender = contenders[which] as Contender;
      contender.prepare?.();
      const start = performance.now();
      contender.run();
      const time = performance.now() - start;
      if (round >= 0) times[which]?.push(time);
    });
  }

  const { amount, unit, work } = comparison;
  const own = times[0] as number[];
  const rate = (ms: number) => (amount / ms) * 1000;
  const ours = formatRate(rate(median(own)), unit);
  const row = (name: string, theirRate: number, target: number | null, ratio: number): Row => ({
    work,
    ours,
    peer: name,
    theirs: formatRate(theirRate, unit),
    ratio: `${ratio.toFixed(ratio < 1 ? 2 : 1)}×`,
    target: target === null ? '' : `≥ ${target}×`,
    met: target === null ? null : ratio >= target,
  });
  return comparison.peers.map((peer) => {
    if ('figure' in peer) {
      return row(`${peer.name} (figure)`, peer.figure, peer.target, rate(median(own)) / peer.figure);
    }
    const theirs = times[measured.indexOf(peer) + 1] as number[];
    // Within a round both had the same neighbours; so ratios by round, then their median.
    const ratio = median(theirs.map((time, i) => time / (own[i] as number)));
    return row(peer.name, rate(median(theirs)), peer.target, ratio);
  });
}

export function quantityRow({ work, value, unit, limit }: Quantity): Row {
  return {
    work,
    ours: `${value.toFixed(1)} ${unit}`,
    peer: '',
    theirs: '',
    ratio: '',
    target: `≤ ${limit} ${unit}`,
    met: value <= limit,
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}

function formatRate(perSecond: number, unit: Comparison['unit']): string {
  const [scale, prefix] = perSecond >= 1e9 ? [1e9, 'G'] : perSecond >= 1e6 ? [1e6, 'M'] : [1e3, 'k'];
  const value = perSecond / scale;
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return unit === 'B' ? `${value.toFixed(digits)} ${prefix}B/s` : `${value.toFixed(digits)} ${prefix} ${unit}/s`;
}

export function markdownTable(rows: readonly Row[]): string {
  const head = ['Work', 'Ours', 'Peer', 'Peer’s', 'Ratio', 'Target', ''];
  const sign = (met: boolean | null) => (met === null ? '' : met ? '✓' : 'missed');
  const lines = rows.map(({ work, ours, peer, theirs, ratio, target, met }) => [
    work,
    ours,
    peer,
    theirs,
    ratio,
    target,
    sign(met),
  ]);
  const widths = head.map((_, column) => Math.max(3, ...[head, ...lines].map((cells) => cells[column]?.length ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...lines]
    .map((cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
    .join('\n');
}

/** Stops the benchmark where somebody computes something else: a fast wrong answer is no result. */
export function mustAgree(what: string, due: unknown, got: unknown): void {
  if (due !== got) throw new Error(`${what}: ${String(got)} instead of ${String(due)}`);
}

/** Bytes that look random and are the same every time. */
export function noise(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let i = 0; i < length; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}
