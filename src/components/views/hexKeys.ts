interface HexShape {
  /** Bytes `[from, end)` are shown; the first row begins at byte `first`. */
  readonly from: number;
  readonly end: number;
  readonly first: number;
  readonly perRow: number;
  /** Rows in the window. */
  readonly page: number;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** The byte that a key leads to from `at`; null for keys that lead nowhere. */
export function moveInHex({ key, ctrlKey, metaKey }: Key, at: number, shape: HexShape): number | null {
  const { from, end, first, perRow, page } = shape;
  const all = ctrlKey || metaKey;
  const rowStart = at - ((at - first) % perRow);
  const target = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at - perRow,
    ArrowDown: at + perRow,
    PageUp: at - page * perRow,
    PageDown: at + page * perRow,
    Home: all ? from : rowStart,
    End: all ? end - 1 : rowStart + perRow - 1,
  }[key];
  if (target === undefined || (all && key !== 'Home' && key !== 'End')) return null;
  const vertical = key === 'ArrowUp' || key === 'ArrowDown';
  // A step up or down that has no byte under it stays where it is; a page goes as far as there is.
  if (vertical && (target < from || target >= end)) return at;
  return Math.min(end - 1, Math.max(from, target));
}
