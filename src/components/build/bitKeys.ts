/** How the grid of bits is laid out and walked. */

/** Pixels of a bit; a finger finds 24. */
const BIT = 24;
const BESIDE = 110;

/** Whole bytes a row: 4 where there is room, else 2 or 1. */
export function bytesPerRow(width: number): 4 | 2 | 1 {
  if (width >= 4 * (8 * BIT + 8) + BESIDE + 60) return 4;
  return width >= 2 * (8 * BIT + 8) + BESIDE ? 2 : 1;
}

interface Grid {
  /** Bits in all, and in a row. */
  readonly count: number;
  readonly perRow: number;
  /** Rows of a page. */
  readonly page: number;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** Where a key leads from a bit; null where it is none of ours. Stays where there is nothing further. */
export function moveBit({ key, ctrlKey }: Key, from: number, { count, perRow, page }: Grid): number | null {
  const inside = (to: number) => (to < 0 || to >= count ? from : to);
  switch (key) {
    case 'ArrowLeft':
      return inside(ctrlKey ? from - 8 : from - 1);
    case 'ArrowRight':
      return inside(ctrlKey ? from + 8 : from + 1);
    case 'ArrowUp':
      return inside(from - perRow);
    case 'ArrowDown':
      return inside(from + perRow);
    case 'Home':
      return ctrlKey ? 0 : from - (from % perRow);
    case 'End':
      return ctrlKey ? count - 1 : Math.min(count - 1, from - (from % perRow) + perRow - 1);
    case 'PageUp':
      return from - page * perRow < 0 ? from % perRow : from - page * perRow;
    case 'PageDown':
      return Math.min(count - 1, from + page * perRow);
    default:
      return null;
  }
}
