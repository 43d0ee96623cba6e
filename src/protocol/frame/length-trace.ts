/** Writing a payload length down (RFC 6455 section 5.2), as steps that can be watched. */

import { outlineOf } from '../bytes/outline.ts';
import type { Trace } from '../bytes/trace.ts';
import { encodeLength, type LengthForm, minimalForm } from './length.ts';

export type LengthStep =
  /** Is the length below 126, below 65536? */
  | { readonly kind: 'compare'; readonly phase: 'form'; readonly bound: number; readonly below: boolean }
  /** The low seven bits of the second byte: the length itself, 126 or 127. */
  | { readonly kind: 'seven'; readonly phase: 'seven'; readonly value: number; readonly form: LengthForm }
  /** One of the bytes that follow, the most significant first. */
  | {
      readonly kind: 'byte';
      readonly phase: 'bytes';
      /** Of the extended bytes, from 0. */
      readonly index: number;
      /** It counts how many times 256 to this power are in the number. */
      readonly power: number;
      readonly byte: number;
      /** What is left to be written before it, and after it. */
      readonly before: bigint;
      readonly after: bigint;
    };

export interface LengthTrace extends Trace<LengthStep> {
  readonly form: LengthForm;
  readonly seven: number;
  readonly extended: Uint8Array;
}

/** The steps for a length below 2^63, in its shortest form. */
export function lengthTrace(length: bigint): LengthTrace {
  const form = minimalForm(length);
  const { seven, extended } = encodeLength(length, form);
  const steps: LengthStep[] = [126, 65536]
    .slice(0, form === 7 ? 1 : 2)
    .map((bound) => ({ kind: 'compare', phase: 'form', bound, below: length < bound }));
  steps.push({ kind: 'seven', phase: 'seven', value: seven, form });
  let before = length;
  for (const [index, byte] of extended.entries()) {
    const power = extended.length - 1 - index;
    const after = before - BigInt(byte) * 256n ** BigInt(power);
    steps.push({ kind: 'byte', phase: 'bytes', index, power, byte, before, after });
    before = after;
  }
  const outline = outlineOf(steps.map(({ phase }) => [phase, 1] as const));
  return {
    form,
    seven,
    extended,
    stepCount: steps.length,
    step: (index) => steps[index] ?? null,
    outline: () => outline,
  };
}
