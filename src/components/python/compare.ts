import { codesOf, type Ours, oursOf } from './ours.ts';
import type { Answer, PyFrame, RunTold } from './runtime/answer.ts';

/** One line of the comparison: what one side has there, and the other. */
export interface Row {
  readonly yours: PyFrame | null;
  readonly ours: PyFrame | null;
  readonly same: boolean;
}

export interface Comparison {
  readonly rows: readonly Row[];
  readonly ours: Ours;
  readonly sameEnd: boolean;
  readonly same: boolean;
}

/**
 * What parse_frame said of bytes, beside what our decoder says.
 * @param limit what parse_frame was given; null for its own
 */
export function compare(data: Uint8Array, limit: number | null, told: RunTold): Comparison {
  const ours = oursOf(data, limit ?? told.limit);
  const count = Math.max(told.frames.length, ours.frames.length);
  const rows = Array.from({ length: count }, (_, i): Row => {
    const [a, b] = [told.frames[i] ?? null, ours.frames[i] ?? null];
    return { yours: a, ours: b, same: a !== null && b !== null && sameFrame(a, b) };
  });
  const sameEnd = told.at === ours.at && endsAlike(told.end, ours.end);
  return { rows, ours, sameEnd, same: sameEnd && rows.every(({ same }) => same) };
}

function sameFrame(a: PyFrame, b: PyFrame): boolean {
  return (
    a.fin === b.fin && a.opcode === b.opcode && a.payload === b.payload && a.used === b.used && a.start === b.start
  );
}

function endsAlike(yours: Answer, ours: Ours['end']): boolean {
  if (ours.kind === 'none') return yours.kind === 'none';
  return yours.kind === 'refused' && yours.code !== null && codesOf(ours.rules).includes(yours.code);
}
