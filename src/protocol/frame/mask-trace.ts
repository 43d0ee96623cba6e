/** Masking watched (RFC 6455 §5.3): one step a byte, payload byte i with key byte i mod 4. */

import type { SourceId, Span } from '../bytes/span.ts';
import { byteSpan } from '../bytes/span.ts';
import type { PhaseRange, Term, Trace } from '../bytes/trace.ts';
import { keyWord, unmask } from './mask.ts';

/** The key is gone through once, or the bytes end or began in the middle of it. */
export type MaskPhase = 'whole-turn' | 'part-turn';

/** One byte goes in, one key byte meets it, one byte comes out. */
export interface MaskStep {
  readonly index: number;
  readonly phase: MaskPhase;
  /** How often the key has been gone through since the frame's payload began. */
  readonly turn: number;
  /** i: counted from the first payload byte of the frame. */
  readonly position: number;
  /** i mod 4. */
  readonly keyIndex: 0 | 1 | 2 | 3;
  /** `in`, `key`, `out`, in this order; `out` is `in` XOR `key`, and comes from both. */
  readonly terms: readonly [Term<'in'>, Term<'key'>, Term<'out'>];
  /** The byte that goes in. */
  readonly span: Span;
  /** The byte that comes out, in the source `output`. */
  readonly writes: Span;
  readonly section: string;
}

/** One range a turn of the key. */
export interface MaskRange extends PhaseRange<MaskPhase> {
  readonly turn: number;
}

export interface MaskTrace extends Trace<MaskStep, MaskRange> {
  /** What `unmask` gives. */
  readonly output: Uint8Array;
}

/** Names of the three byte strings; byte 0 of `input` is the first one given, also where a position is. */
export interface MaskSources {
  readonly input: SourceId;
  readonly key: SourceId;
  readonly output: SourceId;
}

const SECTION = 'RFC 6455 §5.3';
const KEY_BYTES = 4;
const NAMES: MaskSources = { input: 'payload', key: 'masking-key', output: 'masked' };

/**
 * Masking, or unmasking, which is the same, to be walked through in any order. `key` has four bytes, `position` is the place
 * of `input[0]` in the payload of its frame. The bytes must not change while the trace is in use. No bytes make no steps.
 */
export function maskTrace(input: Uint8Array, key: Uint8Array, position = 0, sources: MaskSources = NAMES): MaskTrace {
  return new WatchedMask(input, key, position, sources);
}

class WatchedMask implements MaskTrace {
  readonly stepCount: number;
  readonly output: Uint8Array;
  readonly #input: Uint8Array;
  readonly #key: Uint8Array;
  readonly #position: number;
  readonly #sources: MaskSources;

  constructor(input: Uint8Array, key: Uint8Array, position: number, sources: MaskSources) {
    this.#input = input;
    this.#key = key;
    this.#position = position;
    this.#sources = sources;
    this.stepCount = input.length;
    this.output = unmask(input, keyWord(key), position);
  }

  step(index: number): MaskStep | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.stepCount) return null;
    const position = this.#position + index;
    const keyIndex = (position % KEY_BYTES) as MaskStep['keyIndex'];
    const turn = Math.floor(position / KEY_BYTES);
    const span = byteSpan(this.#sources.input, index, 1);
    const keySpan = byteSpan(this.#sources.key, keyIndex, 1);
    return {
      index,
      phase: this.#phaseOf(turn),
      turn,
      position,
      keyIndex,
      terms: [
        { name: 'in', value: this.#input[index] as number, from: [span] },
        { name: 'key', value: this.#key[keyIndex] ?? 0, from: [keySpan] },
        { name: 'out', value: this.output[index] as number, from: [span, keySpan] },
      ],
      span,
      writes: byteSpan(this.#sources.output, index, 1),
      section: SECTION,
    };
  }

  outline(): readonly MaskRange[] {
    const ranges: MaskRange[] = [];
    const end = this.#position + this.stepCount;
    for (let at = this.#position; at < end; ) {
      const turn = Math.floor(at / KEY_BYTES);
      const next = Math.min(end, (turn + 1) * KEY_BYTES);
      ranges.push({ phase: this.#phaseOf(turn), turn, first: at - this.#position, count: next - at });
      at = next;
    }
    return ranges;
  }

  #phaseOf(turn: number): MaskPhase {
    const first = turn * KEY_BYTES;
    const whole = first >= this.#position && first + KEY_BYTES <= this.#position + this.stepCount;
    return whole ? 'whole-turn' : 'part-turn';
  }
}
