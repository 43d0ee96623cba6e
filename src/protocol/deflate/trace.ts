/**
 * What inflating a message shows, bit by bit. Bits are counted as the stream reads them (see fault.ts); those from
 * `payloadBits` on are in the tail that was put back. Places in the output are counted from the first byte of the message;
 * places before it, below 0, are in the window.
 */

import type { PhaseRange, Trace } from '../bytes/trace.ts';
import { Decoder } from './decoder.ts';
import type { InflateFault } from './fault.ts';
import type { Code } from './huffman.ts';
import { Recording } from './recording.ts';
import { drawStep, phaseOf } from './steps.ts';

export type BlockType = 'stored' | 'fixed' | 'dynamic';
export type InflatePhase = 'header' | 'stored' | 'codes' | 'symbols' | 'fault';

/** Bits `start` up to, but not including, `end`. */
export interface BitRun {
  readonly start: number;
  readonly end: number;
}

interface StepOf<Kind extends string, Phase extends InflatePhase> {
  readonly kind: Kind;
  readonly phase: Phase;
  readonly index: number;
  /** Which block, from 0. */
  readonly block: number;
  /** All bits that the step reads. */
  readonly bits: BitRun;
  /** Bytes of the message that are there before and after the step. */
  readonly before: number;
  readonly after: number;
  readonly section: string;
}

/** BFINAL and BTYPE. */
export interface HeaderStep extends StepOf<'header', 'header'> {
  readonly final: boolean;
  readonly type: BlockType;
  readonly finalBit: BitRun;
  readonly typeBits: BitRun;
}

/** On to the next byte; then LEN, and NLEN, which is its complement. */
export interface StoredLengthStep extends StepOf<'stored-length', 'stored'> {
  readonly skipped: BitRun;
  readonly lengthBits: BitRun;
  readonly checkBits: BitRun;
  readonly length: number;
  readonly check: number;
}

/** Bytes as they are. */
export interface StoredBytesStep extends StepOf<'stored-bytes', 'stored'> {
  readonly length: number;
}

/** A number that is written less than it means. */
export interface Count {
  readonly bits: BitRun;
  readonly written: number;
  readonly value: number;
}

/** HLIT, HDIST and HCLEN: how many lengths follow for each of the three codes. */
export interface CountsStep extends StepOf<'counts', 'codes'> {
  readonly literals: Count;
  readonly distances: Count;
  readonly lengths: Count;
}

/** The code in which the lengths of the other two are written. */
export interface LengthCodeStep extends StepOf<'length-code', 'codes'> {
  /** As they are written: three bits each, the symbols in an order of their own. */
  readonly lengths: readonly { readonly symbol: number; readonly length: number; readonly bits: BitRun }[];
  readonly codes: readonly Code[];
}

/** A code, and the extra bits behind it; `value` is `base` and what they say. */
export interface CodedNumber {
  readonly symbol: number;
  readonly code: BitRun;
  readonly base: number;
  readonly extra: BitRun;
  readonly value: number;
}

/** One length for `times.value` symbols. */
export interface CodeLengthStep extends StepOf<'code-length', 'codes'> {
  readonly times: CodedNumber;
  readonly length: number;
  /** The first symbol that gets it; those for distances come behind all for literals. */
  readonly first: number;
}

/** Both codes are known. */
export interface CodesStep extends StepOf<'codes', 'codes'> {
  readonly literals: readonly Code[];
  readonly distances: readonly Code[];
}

export interface LiteralStep extends StepOf<'literal', 'symbols'> {
  readonly byte: number;
}

/** `length.value` bytes from `distance.value` back; longer than the distance, it copies what it has just written. */
export interface CopyStep extends StepOf<'copy', 'symbols'> {
  readonly length: CodedNumber;
  readonly distance: CodedNumber;
  /** Where it copies from: `before - distance.value`. */
  readonly from: number;
}

export interface EndStep extends StepOf<'end', 'symbols'> {
  readonly final: boolean;
  /** Behind a last block the next one begins with a byte of its own. */
  readonly skipped: BitRun;
}

export interface FaultStep extends StepOf<'fault', 'fault'> {
  readonly fault: InflateFault;
}

/** One step, complete in itself: tell them apart by `kind`. */
export type InflateStep =
  | HeaderStep
  | StoredLengthStep
  | StoredBytesStep
  | CountsStep
  | LengthCodeStep
  | CodeLengthStep
  | CodesStep
  | LiteralStep
  | CopyStep
  | EndStep
  | FaultStep;
export type InflateStepKind = InflateStep['kind'];

/** A block has its header, then `stored`, or `codes` (dynamic only) and `symbols`. `fault` comes last. */
export interface InflateRange extends PhaseRange<InflatePhase> {
  readonly block: number;
}

export interface InflateTrace extends Trace<InflateStep, InflateRange> {
  /** The message, as far as it came out. */
  readonly output: Uint8Array;
  readonly capped: boolean;
  readonly fault: InflateFault | null;
  /** See `Inflated`; where it is false, no tail is read. */
  readonly flushed: boolean;
  readonly blockCount: number;
  /** Bits from here on are in the tail. */
  readonly payloadBits: number;
  /** A bit of the payload or its tail; 0 outside. */
  bit(index: number): 0 | 1;
}

export interface InflateTraceOptions {
  /** What may be copied from before the message. */
  readonly window?: Uint8Array;
  /** 8 to 15: see `InflaterOptions`. */
  readonly windowBits?: number;
  readonly maxOutput?: number;
  /** Whether all of the message is there; then its tail is put back. */
  readonly complete?: boolean;
}

/** What is kept at most of one message that is only looked at. */
const MOST = 1 << 20;

/** Inflates the payload of one message, as it travelled, to be walked through in any order. Keeps what it needs of it. */
export function inflateTrace(payload: Uint8Array, options: InflateTraceOptions = {}): InflateTrace {
  const { window, windowBits = 15, maxOutput = MOST, complete = true } = options;
  const decoder = new Decoder(windowBits, maxOutput);
  const recording = new Recording();
  if (window !== undefined) decoder.output.restore(window);
  decoder.message(payload, complete, recording);
  const { bytes, start, at } = decoder.output;
  recording.finish(payload, at - start, decoder.fault);
  return {
    output: bytes.slice(start, at),
    capped: decoder.capped,
    fault: decoder.fault,
    flushed: decoder.flushed,
    stepCount: recording.count,
    blockCount: recording.blocks.length,
    payloadBits: payload.length * 8,
    step: (index) => drawStep(recording, index),
    bit: (index) => recording.bits(index, 1) as 0 | 1,
    outline: () => outlineOf(recording),
  };
}

function outlineOf(recording: Recording): readonly InflateRange[] {
  const ranges: InflateRange[] = [];
  for (let index = 0; index < recording.count; index += 1) {
    const phase = phaseOf(recording.kind(index));
    const block = recording.blockOf(index);
    const last = ranges.at(-1);
    if (last?.phase === phase && last.block === block) ranges[ranges.length - 1] = { ...last, count: last.count + 1 };
    else ranges.push({ phase, block, first: index, count: 1 });
  }
  return ranges;
}
