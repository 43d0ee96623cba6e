/** How the figure of a frame is laid out, walked and read out. */

import { bitAt, type FrameFigure } from '../../protocol/frame/figure.ts';
import { spokenBits } from '../stage/bits.ts';
import type { State } from '../stage/types.ts';

/** Besides the states of everything on a stage: bits whose name is still to come. */
export type FigureState = State | 'unnamed';

/** Narrowest column in pixels that shows a bit, and one that a finger finds. */
const NARROWEST = 17;
const TOUCHED = 24;

export function perRowOf(width: number, touched: boolean): 32 | 16 | 8 {
  if (width >= 32 * NARROWEST) return 32;
  return width >= 16 * (touched ? TOUCHED : NARROWEST) ? 16 : 8;
}

/** Bits that are drawn and that the bytes hold. */
export function bitsThere({ parts, bytes }: FrameFigure): number {
  const last = parts.at(-1);
  return Math.min(bytes.length * 8, last ? last.start + last.bits : 0);
}

/** Where a key leads; null where it is none of ours. Stays where there is nothing further. */
export function moveTo(key: string, from: number, count: number, perRow: number): number | null {
  const inside = (to: number) => (to < 0 || to >= count ? from : to);
  switch (key) {
    case 'ArrowLeft':
      return inside(from - 1);
    case 'ArrowRight':
      return inside(from + 1);
    case 'ArrowUp':
      return inside(from - perRow);
    case 'ArrowDown':
      return inside(from + perRow);
    case 'Home':
      return from - (from % perRow);
    case 'End':
      return Math.min(count - 1, from - (from % perRow) + perRow - 1);
    default:
      return null;
  }
}

/** The fields as they are read out; `text` is null where their bits are not there. */
export function spokenCells({ parts, bytes }: FrameFigure) {
  return parts.map((part) => {
    const bits = Array.from({ length: part.bits }, (_, i) => bitAt(bytes, part.start + i));
    const there = bits.filter((bit) => bit !== null);
    return { ...part, text: there.length === 0 ? null : spokenBits(there) };
  });
}
