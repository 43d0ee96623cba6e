/** UTF-8 watched as it is checked (RFC 3629 §3, §4): byte by byte what may come, what came, and the code point growing. */

import { byteSpan, type SourceId, type Span } from './span.ts';
import type { PhaseRange, Trace } from './trace.ts';
import {
  advanceUtf8,
  UTF8_START,
  type Utf8Expectation,
  type Utf8Fault,
  utf8EndFault,
  utf8Expectation,
  utf8FaultOf,
} from './utf8.ts';

/** A whole character, or the bytes at the end of which a fault lies. */
export type Utf8Phase = 'character' | 'broken';

/**
 * Why no text has this byte here. `stray-continuation`: nothing is open that it could continue. `overlong`: a shorter
 * sequence says the same. `surrogate`: half of a UTF-16 pair, no character. `beyond-unicode`: above U+10FFFF. `never`: F8
 * to FF, no byte of UTF-8. `no-continuation`: the sequence is not over, and this is no continuation byte.
 */
export type Utf8Reason =
  | 'stray-continuation'
  | 'overlong'
  | 'surrogate'
  | 'beyond-unicode'
  | 'never'
  | 'no-continuation';

interface Utf8StepFacts {
  /** Of the step and of the byte. */
  readonly index: number;
  readonly phase: Utf8Phase;
  readonly byte: number;
  readonly span: Span;
  /** Index of the first byte of the character it belongs to. */
  readonly characterStart: number;
  /** What could come before this byte, and what can come after it. */
  readonly before: Utf8Expectation;
  readonly after: Utf8Expectation;
  readonly section: string;
}

/** A character of one byte. */
export interface Utf8AsciiStep extends Utf8StepFacts {
  readonly kind: 'ascii';
  readonly codePoint: number;
}

/** What bytes of longer characters have in common. */
interface Utf8LongFacts extends Utf8StepFacts {
  /** Bytes of the whole character: 2, 3 or 4. */
  readonly size: number;
  /** Low bits of the byte that belong to the code point, how many and which value. */
  readonly bitCount: number;
  readonly bits: number;
  /** The bits of the code point so far, as a number, and how many they are. */
  readonly gathered: number;
  readonly gatheredBits: number;
}

/** The first byte of a character of `size` bytes. */
export interface Utf8LeadStep extends Utf8LongFacts {
  readonly kind: 'lead';
}

/** The `position`-th byte after the first (1 to 3); the last one completes the character. */
export interface Utf8ContinuationStep extends Utf8LongFacts {
  readonly kind: 'continuation';
  readonly position: number;
  /** Known once the last byte is there. */
  readonly codePoint: number | null;
}

/** The byte at which the text turned out to be none. Always the last step. */
export interface Utf8FaultStep extends Utf8StepFacts {
  readonly kind: 'fault';
  readonly fault: Utf8Fault;
  readonly reason: Utf8Reason;
}

export type Utf8Step = Utf8AsciiStep | Utf8LeadStep | Utf8ContinuationStep | Utf8FaultStep;

export interface Utf8Trace extends Trace<Utf8Step, PhaseRange<Utf8Phase>> {
  /** What `validateUtf8` gives: null where the bytes are a text. */
  readonly fault: Utf8Fault | null;
  /** What could come after the last step. */
  readonly end: Utf8Expectation;
}

const SECTION = 'RFC 3629 §4';

/**
 * The check of `bytes`, one step a byte, in any order, up to the byte that fails it. The bytes are byte 0 and on of
 * `source` and must not change while the trace is in use. Where they end inside a character, `fault` says so; it has no
 * step.
 */
export function traceUtf8(bytes: Uint8Array, source: SourceId = 'bytes'): Utf8Trace {
  return new WatchedUtf8(bytes, source);
}

class WatchedUtf8 implements Utf8Trace {
  readonly fault: Utf8Fault | null;
  readonly end: Utf8Expectation;
  readonly stepCount: number;
  readonly #bytes: Uint8Array;
  readonly #source: SourceId;
  /** The state before each byte, and after the last that passed. */
  readonly #states: Uint8Array;
  /** Index of the first byte of each character, the last one perhaps not whole; found when somebody asks. */
  #starts: readonly number[] | null = null;

  constructor(bytes: Uint8Array, source: SourceId) {
    this.#bytes = bytes;
    this.#source = source;
    this.#states = new Uint8Array(bytes.length + 1);
    let state = UTF8_START;
    let i = 0;
    while (i < bytes.length && state >= 0) {
      state = advanceUtf8(state, bytes, i, i + 1);
      i += 1;
      if (state >= 0) this.#states[i] = state;
    }
    this.stepCount = i;
    this.fault = state < 0 ? utf8FaultOf(state) : utf8EndFault(state, bytes.length);
    this.end = utf8Expectation(state);
  }

  step(index: number): Utf8Step | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.stepCount) return null;
    const byte = this.#bytes[index] as number;
    const faulty = index === this.stepCount - 1 && this.fault?.index === index ? this.fault : null;
    const characterStart = this.#startOf(index);
    const facts: Utf8StepFacts = {
      index,
      phase: this.fault !== null && characterStart === this.fault.sequenceStart ? 'broken' : 'character',
      byte,
      span: byteSpan(this.#source, index, 1),
      characterStart,
      before: utf8Expectation(this.#states[index] as number),
      after: faulty === null ? utf8Expectation(this.#states[index + 1] as number) : utf8Expectation(-1),
      section: SECTION,
    };
    if (faulty !== null) return { ...facts, kind: 'fault', fault: faulty, reason: this.#reasonOf(faulty) };
    if (byte < 0x80) return { ...facts, kind: 'ascii', codePoint: byte };
    const position = index - characterStart;
    const lead = this.#bytes[characterStart] as number;
    const size = sizeOf(lead);
    const gatheredBits = leadBits(size) + position * 6;
    const bitCount = position === 0 ? gatheredBits : 6;
    const gathered = this.#gathered(characterStart, index + 1, size);
    const long = { ...facts, size, bitCount, bits: byte & ((1 << bitCount) - 1), gathered, gatheredBits };
    if (position === 0) return { ...long, kind: 'lead' };
    return { ...long, kind: 'continuation', position, codePoint: position === size - 1 ? gathered : null };
  }

  outline(): readonly PhaseRange<Utf8Phase>[] {
    this.#starts ??= this.#characterStarts();
    const starts = this.#starts;
    return starts.map((first, i) => ({
      phase: first === this.fault?.sequenceStart ? 'broken' : 'character',
      first,
      count: (starts[i + 1] ?? this.stepCount) - first,
    }));
  }

  #characterStarts(): readonly number[] {
    const starts: number[] = [];
    for (let i = 0; i < this.stepCount; i += 1) if (this.#states[i] === UTF8_START) starts.push(i);
    return starts;
  }

  #startOf(index: number): number {
    let start = index;
    while (this.#states[start] !== UTF8_START) start -= 1;
    return start;
  }

  /** Payload bits of a character's bytes before `end`, as one number. */
  #gathered(start: number, end: number, size: number): number {
    let value = (this.#bytes[start] as number) & ((1 << leadBits(size)) - 1);
    for (let i = start + 1; i < end; i += 1) value = (value << 6) | ((this.#bytes[i] as number) & 0x3f);
    return value;
  }

  #reasonOf({ index, sequenceStart }: Utf8Fault): Utf8Reason {
    const byte = this.#bytes[index] as number;
    if (index === sequenceStart) {
      if (byte < 0xc0) return 'stray-continuation';
      if (byte < 0xc2) return 'overlong';
      return byte < 0xf8 ? 'beyond-unicode' : 'never';
    }
    if ((byte & 0xc0) !== 0x80) return 'no-continuation';
    // Only the second byte has narrower bounds than any continuation, and only after these four.
    const lead = this.#bytes[sequenceStart] as number;
    if (lead === 0xed) return 'surrogate';
    return lead === 0xf4 ? 'beyond-unicode' : 'overlong';
  }
}

/** Bytes of the character that begins with `lead`, a valid first byte above 7F. */
function sizeOf(lead: number): number {
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** Bits of the code point in the first of `size` bytes: 110xxxxx, 1110xxxx, 11110xxx. */
function leadBits(size: number): number {
  return 7 - size;
}
