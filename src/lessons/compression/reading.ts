/** What the bits of a step say: each run of them, and what it stands for. */

import type { State } from '../../components/stage/types.ts';
import type { Code } from '../../protocol/deflate/huffman.ts';
import type { BitRun, CodedNumber, Count, InflateStep, InflateTrace } from '../../protocol/deflate/trace.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import { cellText } from './history.ts';
import type { LabelId } from './labels.ts';
import { bitsText, type Marked } from './tape.ts';

/** A run of bits, its name, and what it says: a word of the lesson, or a number or character. */
export interface Part {
  readonly name: LabelId;
  readonly bits: string;
  readonly role: ColourRole;
  readonly said: LabelId | null;
  readonly value: string;
  readonly state: State;
}

/** A symbol and its code. */
export interface CodeEntry {
  readonly symbol: string;
  readonly bits: string;
}

export interface Reading {
  readonly parts: readonly Part[];
  /** A code, the shortest first, and its name. */
  readonly codes: readonly CodeEntry[] | null;
  readonly codesName?: LabelId;
  /** Where there are no parts: nothing is left to read. */
  readonly over?: true;
}

/** What is read, and where it is on the tape. */
export interface Read {
  readonly reading: Reading;
  readonly marked: readonly Marked[];
}

interface Sign extends BitRun {
  readonly name: LabelId;
  readonly role: ColourRole;
  readonly said?: LabelId;
  readonly value?: string | number;
}

/** Nothing is read at this step. */
export const NOTHING_READ: Read = { reading: { parts: [], codes: null }, marked: [] };

/** The message is complete. */
export const ALL_READ: Read = { reading: { parts: [], codes: null, over: true }, marked: [] };

function read(trace: InflateTrace, signs: readonly Sign[]): Read {
  const parts = signs.map(({ name, role, said, value = '', ...run }): Part => {
    const bits = bitsText(trace, run);
    return { name, role, bits, said: said ?? null, value: String(value), state: 'current' };
  });
  return { reading: { parts, codes: null }, marked: signs.map(({ start, end, role }) => ({ start, end, role })) };
}

/** The same with a code beside it. */
function named(
  codesName: LabelId,
  trace: InflateTrace,
  signs: readonly Sign[],
  codes: readonly Code[],
  text: (symbol: number) => string,
): Read {
  const { reading, marked } = read(trace, signs);
  return { reading: { ...reading, codes: entries(codes, text), codesName }, marked };
}

/** The same with its values asked for. */
export function asked({ reading, marked }: Read): Read {
  const parts = reading.parts.map((part): Part => ({ ...part, state: 'hidden' }));
  return { reading: { ...reading, parts }, marked };
}

/** `steps` are one step of the engine, or some that are looked at as one. */
export function readingOf(trace: InflateTrace, steps: readonly InflateStep[]): Read {
  const step = steps.at(-1);
  if (step === undefined) return NOTHING_READ;
  const signs = steps.length > 1 && step.kind === 'code-length' ? [] : steps.flatMap(signsOf);
  switch (step.kind) {
    case 'length-code':
      return named(
        'length-codes',
        trace,
        [{ ...step.bits, name: 'lengths-of-lengths', role: 'mask' }],
        step.codes,
        String,
      );
    case 'code-length': {
      const run = { start: steps[0]?.bits.start ?? step.bits.start, end: step.bits.end };
      return read(trace, [{ ...run, name: 'all-lengths', role: 'mask', value: steps.length }]);
    }
    case 'codes':
      return named('codes', trace, [], step.literals, symbolText);
    default:
      return read(trace, signs);
  }
}

function signsOf(step: InflateStep): readonly Sign[] {
  switch (step.kind) {
    case 'header':
      return [
        { ...step.finalBit, name: 'final', role: 'control', said: step.final ? 'final-yes' : 'final-no' },
        { ...step.typeBits, name: 'type', role: 'length', said: `type-${step.type}` },
      ];
    case 'stored-length': {
      const skipped: Sign[] =
        step.skipped.start < step.skipped.end
          ? [{ ...step.skipped, name: 'skipped', role: 'plain', said: 'unused' }]
          : [];
      return [
        ...skipped,
        { ...step.lengthBits, name: 'stored-count', role: 'length', value: step.length },
        { ...step.checkBits, name: 'stored-check', role: 'control', said: 'complement' },
      ];
    }
    case 'stored-bytes':
      return [{ ...step.bits, name: 'as-they-are', role: 'payload' }];
    case 'counts':
      return [
        count('literal-count', step.literals),
        count('distance-count', step.distances),
        count('length-count', step.lengths),
      ];
    case 'literal':
      return [{ ...step.bits, name: 'literal', role: 'payload', value: cellText(step.byte) }];
    case 'copy':
      return [...number('length', 'length', step.length), ...number('distance', 'key', step.distance)];
    case 'end':
      return [{ ...step.bits, name: 'end-of-block', role: 'control', said: 'block-over' }];
    default:
      return [];
  }
}

function count(name: LabelId, { bits, written, value }: Count): Sign {
  return { ...bits, name, role: 'mask', value: `${written} + ${value - written} = ${value}` };
}

/** A code, and the extra bits behind it, where there are any. */
function number(
  name: 'length' | 'distance',
  role: ColourRole,
  { code, extra, base, value }: CodedNumber,
): readonly Sign[] {
  if (extra.end === extra.start) return [{ ...code, name, role, value }];
  return [
    { ...code, name: `${name}-from`, role, value: base },
    { ...extra, name: `${name}-extra`, role: 'mask', value: `+ ${value - base} = ${value}` },
  ];
}

/** The shortest codes first: they are those of what is frequent. */
function entries(codes: readonly Code[], text: (symbol: number) => string): readonly CodeEntry[] {
  return [...codes]
    .sort((a, b) => a.length - b.length || a.code - b.code)
    .map(({ symbol, code, length }) => ({ symbol: text(symbol), bits: code.toString(2).padStart(length, '0') }));
}

/** A byte; 256 is the end of a block, what is above it a length. */
function symbolText(symbol: number): string {
  if (symbol < 256) return cellText(symbol);
  return symbol === 256 ? '■' : `↩${symbol}`;
}
