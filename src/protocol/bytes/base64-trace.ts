/** Base64 watched (RFC 4648 §4): three bytes, 24 bits, four times six of them, four characters. */

import { base64Group, base64Letter, base64Sextet, toBase64 } from './base64.ts';
import type { SourceId, Span } from './span.ts';
import { byteSpan } from './span.ts';
import type { PhaseRange, Term, Trace } from './trace.ts';

/** A group is whole, or it is the last one and filled up. */
export type Base64Phase = 'whole-group' | 'filled-group';

interface Base64StepFacts {
  readonly index: number;
  readonly phase: Base64Phase;
  /** Group of three bytes, from 0. */
  readonly group: number;
  /** The text so far. `after` of one step is `before` of the next. */
  readonly before: string;
  readonly after: string;
  readonly section: string;
}

/** One to three bytes become a row of bits, with zeros behind them until six divides their number. */
export interface Base64GroupStep extends Base64StepFacts {
  readonly kind: 'group';
  readonly bytes: readonly Term<'byte'>[];
  /** 24, 16 or 8 bits that are there. */
  readonly dataBits: 24 | 16 | 8;
  /** 0, 2 or 4 zeros behind them. */
  readonly zeroBits: 0 | 2 | 4;
  /** All of them as one number of `dataBits` + `zeroBits` bits. */
  readonly bits: number;
  /** The bytes in the source. */
  readonly span: Span;
}

/** Six bits become a character. */
export interface Base64LetterStep extends Base64StepFacts {
  readonly kind: 'letter';
  /** Which six bits of the group, 0 to 3. */
  readonly slot: number;
  /** 0 to 63. */
  readonly value: number;
  /** The bits of it that were in the source: six, or four or two before zeros. */
  readonly span: Span;
  /** Those bits byte by byte: one or two runs, each with its value as a number of its own. */
  readonly terms: readonly Term<'bits'>[];
  /** How many of the six are zeros put in, on the right. */
  readonly zeroBits: 0 | 2 | 4;
  readonly character: string;
  /** Index of the character in the text. */
  readonly position: number;
  /** The character in the source `base64Source(source)`. */
  readonly writes: Span;
}

/** A character that is missing to four becomes `=`. */
export interface Base64PaddingStep extends Base64StepFacts {
  readonly kind: 'padding';
  readonly slot: number;
  readonly character: '=';
  readonly position: number;
  readonly writes: Span;
}

export type Base64Step = Base64GroupStep | Base64LetterStep | Base64PaddingStep;

/** One range a group. */
export interface Base64Range extends PhaseRange<Base64Phase> {
  readonly group: number;
}

export interface Base64Trace extends Trace<Base64Step, Base64Range> {
  /** What `toBase64` gives. */
  readonly text: string;
  readonly groupCount: number;
}

const SECTION = 'RFC 4648 §4';
const GROUP_BYTES = 3;
const GROUP_LETTERS = 4;
/** The group, then its four characters. */
const GROUP_STEPS = 1 + GROUP_LETTERS;

/** The source in which the characters of `source` lie. */
export function base64Source(source: SourceId): SourceId {
  return `${source}/base64`;
}

/**
 * Base64 of `bytes`, to be walked through in any order. The bytes are byte 0 and on of `source` and must not change while
 * the trace is in use. No bytes make no steps.
 */
export function traceBase64(bytes: Uint8Array, source: SourceId = 'bytes'): Base64Trace {
  return new WatchedBase64(bytes, source);
}

class WatchedBase64 implements Base64Trace {
  readonly text: string;
  readonly groupCount: number;
  readonly stepCount: number;
  readonly #bytes: Uint8Array;
  readonly #source: SourceId;

  constructor(bytes: Uint8Array, source: SourceId) {
    this.#bytes = bytes;
    this.#source = source;
    this.text = toBase64(bytes);
    this.groupCount = Math.ceil(bytes.length / GROUP_BYTES);
    this.stepCount = this.groupCount * GROUP_STEPS;
  }

  step(index: number): Base64Step | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.stepCount) return null;
    const group = Math.floor(index / GROUP_STEPS);
    const slot = (index % GROUP_STEPS) - 1;
    if (slot < 0) return this.#group(index, group);
    return slot <= this.#sizeOf(group) ? this.#letter(index, group, slot) : this.#padding(index, group, slot);
  }

  outline(): readonly Base64Range[] {
    return Array.from({ length: this.groupCount }, (_, group) => ({
      phase: this.#phaseOf(group),
      group,
      first: group * GROUP_STEPS,
      count: GROUP_STEPS,
    }));
  }

  /** Bytes that the group has. */
  #sizeOf(group: number): number {
    return Math.min(GROUP_BYTES, this.#bytes.length - group * GROUP_BYTES);
  }

  #phaseOf(group: number): Base64Phase {
    return this.#sizeOf(group) === GROUP_BYTES ? 'whole-group' : 'filled-group';
  }

  #facts(index: number, group: number, before: number, after: number) {
    return {
      index,
      phase: this.#phaseOf(group),
      group,
      before: this.text.slice(0, before),
      after: this.text.slice(0, after),
      section: SECTION,
    };
  }

  #group(index: number, group: number): Base64GroupStep {
    const offset = group * GROUP_BYTES;
    const size = this.#sizeOf(group);
    const written = group * GROUP_LETTERS;
    const zeroBits = zerosFor(size);
    const dataBits = (size * 8) as 24 | 16 | 8;
    return {
      ...this.#facts(index, group, written, written),
      kind: 'group',
      bytes: Array.from(this.#bytes.subarray(offset, offset + size), (value, i) => ({
        name: 'byte',
        value,
        from: [byteSpan(this.#source, offset + i, 1)],
      })),
      dataBits,
      zeroBits,
      bits: base64Group(this.#bytes, offset) >>> (24 - dataBits - zeroBits),
      span: byteSpan(this.#source, offset, size),
    };
  }

  #letter(index: number, group: number, slot: number): Base64LetterStep {
    const position = group * GROUP_LETTERS + slot;
    const start = position * 6;
    const end = Math.min(start + 6, this.#bytes.length * 8);
    const value = base64Sextet(base64Group(this.#bytes, group * GROUP_BYTES), slot);
    return {
      ...this.#facts(index, group, position, position + 1),
      kind: 'letter',
      slot,
      value,
      span: { source: this.#source, start, end },
      terms: this.#runs(start, end),
      zeroBits: (start + 6 - end) as 0 | 2 | 4,
      character: base64Letter(value),
      position,
      writes: byteSpan(base64Source(this.#source), position, 1),
    };
  }

  #padding(index: number, group: number, slot: number): Base64PaddingStep {
    const position = group * GROUP_LETTERS + slot;
    return {
      ...this.#facts(index, group, position, position + 1),
      kind: 'padding',
      slot,
      character: '=',
      position,
      writes: byteSpan(base64Source(this.#source), position, 1),
    };
  }

  /** Bits `start` to `end`, at most six, cut where a byte ends. */
  #runs(start: number, end: number): readonly Term<'bits'>[] {
    const border = (Math.floor(start / 8) + 1) * 8;
    const cuts = border < end ? [start, border, end] : [start, end];
    return cuts.slice(1).map((to, i) => {
      const from = cuts[i] as number;
      const byte = this.#bytes[Math.floor(from / 8)] as number;
      const value = (byte >>> ((8 - (to % 8)) % 8)) & ((1 << (to - from)) - 1);
      return { name: 'bits', value, from: [{ source: this.#source, start: from, end: to }] };
    });
  }
}

/** Zeros that make the bits of `size` bytes a multiple of six. */
function zerosFor(size: number): 0 | 2 | 4 {
  if (size === 3) return 0;
  return size === 2 ? 2 : 4;
}
