/** Draws the steps of inflating from what was recorded. */

import {
  CODE_LENGTH_ORDER,
  canonicalCodes,
  DISTANCES,
  FIRST_LENGTH,
  LENGTHS,
  REPEAT_LAST,
  REPEATS,
} from './huffman.ts';
import type { BlockRecord, Recording, StepRecord } from './recording.ts';
import type { BitRun, BlockType, CodedNumber, Count, InflatePhase, InflateStep, InflateStepKind } from './trace.ts';

const TYPES: readonly BlockType[] = ['stored', 'fixed', 'dynamic'];

const PHASES = {
  header: 'header',
  'stored-length': 'stored',
  'stored-bytes': 'stored',
  counts: 'codes',
  'length-code': 'codes',
  'code-length': 'codes',
  codes: 'codes',
  literal: 'symbols',
  copy: 'symbols',
  end: 'symbols',
  fault: 'fault',
} as const satisfies Record<InflateStepKind, InflatePhase>;

const SECTIONS: Record<InflateStepKind, string> = {
  header: 'RFC 1951 §3.2.3',
  'stored-length': 'RFC 1951 §3.2.4',
  'stored-bytes': 'RFC 1951 §3.2.4',
  counts: 'RFC 1951 §3.2.7',
  'length-code': 'RFC 1951 §3.2.7',
  'code-length': 'RFC 1951 §3.2.7',
  codes: 'RFC 1951 §3.2.2',
  literal: 'RFC 1951 §3.2.5',
  copy: 'RFC 1951 §3.2.5',
  end: 'RFC 1951 §3.2.3',
  fault: 'RFC 1951 §3.2',
};

export function phaseOf(kind: InflateStepKind): InflatePhase {
  return PHASES[kind];
}

function run(start: number, length: number): BitRun {
  return { start, end: start + length };
}

/** Bits of the code of an entry, and extra bits behind it: see huffman.ts. */
function widths(entry: number): { readonly code: number; readonly extra: number } {
  return { code: entry & 15, extra: (entry >>> 4) & 15 };
}

/** The step at `index`, or null where there is none. */
export function drawStep(recording: Recording, index: number): InflateStep | null {
  const record = recording.step(index);
  if (record === null) return null;
  const { kind, block, before, bit, a, b, c } = record;
  const facts = { index, block, before, after: recording.before(index + 1), section: SECTIONS[kind] };
  const own = recording.blocks[block] as BlockRecord;
  switch (kind) {
    case 'header':
      return {
        ...facts,
        kind,
        phase: PHASES[kind],
        bits: run(bit, 3),
        final: own.final,
        type: TYPES[own.type] as BlockType,
        finalBit: run(bit, 1),
        typeBits: run(bit + 1, 2),
      };
    case 'stored-length': {
      // Behind the three bits of the header.
      const skipped = { start: (recording.step(index - 1) as StepRecord).bit + 3, end: bit };
      return {
        ...facts,
        kind,
        phase: PHASES[kind],
        bits: { start: skipped.start, end: bit + 32 },
        skipped,
        lengthBits: run(bit, 16),
        checkBits: run(bit + 16, 16),
        length: a,
        check: recording.bits(bit + 16, 16),
      };
    }
    case 'stored-bytes': {
      const length = facts.after - before;
      return { ...facts, kind, phase: PHASES[kind], bits: run(bit, 8 * length), length };
    }
    case 'counts':
      return {
        ...facts,
        kind,
        phase: PHASES[kind],
        bits: run(bit, 14),
        literals: count(bit, 5, a, FIRST_LENGTH),
        distances: count(bit + 5, 5, b, 1),
        lengths: count(bit + 10, 4, c, 4),
      };
    case 'length-code': {
      const lengths = own.order.map((length, i) => ({ ...length, bits: run(bit + 3 * i, 3) }));
      const bySymbol = new Array<number>(CODE_LENGTH_ORDER.length).fill(0);
      for (const { symbol, length } of own.order) bySymbol[symbol] = length;
      const codes = canonicalCodes(bySymbol);
      return { ...facts, kind, phase: PHASES[kind], bits: run(bit, 3 * lengths.length), lengths, codes };
    }
    case 'code-length': {
      const times = repeated(recording, bit, a);
      const bits = { start: bit, end: times.extra.end };
      return { ...facts, kind, phase: PHASES[kind], bits, times, first: b, length: own.lengths[b] as number };
    }
    case 'codes': {
      const literals = canonicalCodes(own.lengths.slice(0, own.literals));
      const distances = canonicalCodes(own.lengths.slice(own.literals));
      return { ...facts, kind, phase: PHASES[kind], bits: run(bit, 0), literals, distances };
    }
    case 'literal':
      return { ...facts, kind, phase: PHASES[kind], bits: run(bit, widths(a).code), byte: a >>> 16 };
    case 'copy': {
      const length = coded(recording, bit, a, FIRST_LENGTH + LENGTHS.findIndex(({ base }) => base === a >>> 16));
      const distance = coded(
        recording,
        length.extra.end,
        b,
        DISTANCES.findIndex(({ base }) => base === b >>> 16),
      );
      const bits = { start: bit, end: distance.extra.end };
      return { ...facts, kind, phase: PHASES[kind], bits, length, distance, from: before - c };
    }
    case 'end': {
      const bits = run(bit, widths(a).code);
      const skipped = { start: bits.end, end: own.final ? Math.ceil(bits.end / 8) * 8 : bits.end };
      return { ...facts, kind, phase: PHASES[kind], bits, final: own.final, skipped };
    }
    default:
      // A fault is recorded only where there is one.
      return recording.fault && { ...facts, kind: 'fault', phase: 'fault', bits: run(bit, 0), fault: recording.fault };
  }
}

function count(bit: number, width: number, value: number, least: number): Count {
  return { bits: run(bit, width), written: value - least, value };
}

/** A code length symbol: how many times it gives its length. */
function repeated(recording: Recording, bit: number, entry: number): CodedNumber {
  const symbol = entry >>> 16;
  const { base, extra } = REPEATS[symbol - REPEAT_LAST] ?? { base: 1, extra: 0 };
  const { code } = widths(entry);
  const value = base + recording.bits(bit + code, extra);
  return { symbol, code: run(bit, code), base, extra: run(bit + code, extra), value };
}

function coded(recording: Recording, bit: number, entry: number, symbol: number): CodedNumber {
  const { code, extra } = widths(entry);
  const base = entry >>> 16;
  const value = base + recording.bits(bit + code, extra);
  return { symbol, code: run(bit, code), base, extra: run(bit + code, extra), value };
}
