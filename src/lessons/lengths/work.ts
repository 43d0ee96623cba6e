/** What the engine says of the length. */

import { encodeFrame } from '../../protocol/frame/encode.ts';
import { type FrameFigure, figureOf, rowsOf } from '../../protocol/frame/figure.ts';
import { encodeLength, headerSize, type LengthForm } from '../../protocol/frame/length.ts';
import { type LengthTrace, lengthTrace } from '../../protocol/frame/length-trace.ts';
import { OPCODE } from '../../protocol/model/opcodes.ts';
import type { Inputs } from './inputs.ts';

export interface Work {
  readonly length: bigint;
  readonly masked: boolean;
  readonly form: LengthForm;
  readonly header: Uint8Array;
  readonly trace: LengthTrace;
  readonly figure: FrameFigure;
  /** Before the length is written down. */
  readonly asked: FrameFigure;
}

/** The key of the example in RFC 6455 §5.7. */
const KEY = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
export const MOST = 2n ** 63n - 1n;

/** Header of a binary frame of this length, in any form. */
export function headerOf(length: bigint, masked: boolean, form?: LengthForm): Uint8Array {
  return encodeFrame({
    opcode: OPCODE.binary,
    maskingKey: masked ? KEY : null,
    payload: new Uint8Array(0),
    declaredLength: length,
    ...(form && { lengthForm: form }),
  });
}

export function workOf({ length, sender }: Inputs): Work {
  const masked = sender === 'client';
  const trace = lengthTrace(length);
  const header = headerOf(length, masked);
  return {
    length,
    masked,
    form: trace.form,
    header,
    trace,
    figure: short(header),
    asked: lengthFigure(Uint8Array.of(header[0] ?? 0, masked ? 0x80 : 0), 7),
  };
}

function short(header: Uint8Array): FrameFigure {
  return { ...figureOf(header, { payloadRows: 0 }), omitted: 0n };
}

/** As far as the length goes; what is not written yet is announced in it. */
export function lengthFigure(header: Uint8Array, form: LengthForm): FrameFigure {
  const figure = short(header);
  const end = headerSize(form, false) * 8;
  const parts = figure.parts.filter(({ start }) => start < end);
  return { ...figure, parts, rows: rowsOf(parts, header, 32) };
}

/** From the seven bits on, as it stands in a frame without MASK. */
export function writtenAs(length: bigint, form: LengthForm): Uint8Array {
  const { seven, extended } = encodeLength(length, form);
  return Uint8Array.of(seven, ...extended);
}

export const FORMS: readonly LengthForm[] = [7, 16, 64];

/** The largest length of each form. */
export const LARGEST: Readonly<Record<LengthForm, bigint>> = { 7: 125n, 16: 65535n, 64: MOST };

export function sizesOf(masked: boolean): readonly number[] {
  return FORMS.map((form) => headerSize(form, masked));
}
