/**
 * Arithmetic of a list of rows of one height that may be longer than a browser can scroll: element heights end at 17 to
 * 33 million pixels. Up to MAX_HEIGHT a pixel is a pixel. Beyond, small moves stay exact and long ones (the scroll bar)
 * are scaled; the rows are placed round the point where the reader is.
 */

/** Pixels. Well under the smallest limit of a browser, and within what a float can place exactly. */
export const MAX_HEIGHT = 8_000_000;

export interface Geometry {
  readonly rows: number;
  /** Pixels. */
  readonly rowHeight: number;
  /** Height of the window on the list, pixels. */
  readonly view: number;
}

/** Where the reader is: the element's scrollTop, and the row at the upper edge (fractional). */
export interface Place {
  readonly top: number;
  readonly row: number;
}

export const START: Place = { top: 0, row: 0 };

/** Height of the element that is scrolled. */
export function spacer({ rows, rowHeight }: Geometry): number {
  return Math.min(rows * rowHeight, MAX_HEIGHT);
}

function lastTop(g: Geometry): number {
  return Math.max(0, spacer(g) - g.view);
}

function lastRow(g: Geometry): number {
  return Math.max(0, g.rows - g.view / g.rowHeight);
}

/** The place after the element was scrolled to `top`. */
export function follow(before: Place, top: number, g: Geometry): Place {
  if (g.rows * g.rowHeight <= MAX_HEIGHT) return { top, row: top / g.rowHeight };
  const end = lastTop(g);
  if (top <= 0) return { top, row: 0 };
  // Browsers round scrollTop, so the end may never be reached exactly.
  if (top >= end - 1) return { top, row: lastRow(g) };
  const moved = top - before.top;
  const row = Math.abs(moved) <= 2 * g.view ? before.row + moved / g.rowHeight : (top / end) * lastRow(g);
  return { top, row: Math.min(lastRow(g), Math.max(0, row)) };
}

/** The place that shows `row` at the upper edge, or as near to it as the end allows. */
export function placeAt(row: number, g: Geometry): Place {
  const at = Math.min(lastRow(g), Math.max(0, row));
  if (g.rows * g.rowHeight <= MAX_HEIGHT) return { top: at * g.rowHeight, row: at };
  return { top: lastRow(g) === 0 ? 0 : (at / lastRow(g)) * lastTop(g), row: at };
}

/** The place that shows all of `row`, moving as little as possible. `margin`: rows kept between it and the edge. */
export function reveal(before: Place, row: number, g: Geometry, margin = 0): Place {
  const shown = g.view / g.rowHeight;
  const keep = Math.min(margin, Math.max(0, (shown - 1) / 2));
  if (row - keep < before.row) return placeAt(row - keep, g);
  if (row + 1 + keep > before.row + shown) return placeAt(row + 1 + keep - shown, g);
  return before;
}

/** Rows to draw: [first, end). */
export function drawn(place: Place, g: Geometry, spare: number): readonly [first: number, end: number] {
  const first = Math.max(0, Math.floor(place.row) - spare);
  return [first, Math.min(g.rows, Math.ceil(place.row + g.view / g.rowHeight) + spare)];
}

/** What to add to `row * rowHeight` to get a row's position in the scrolled element; 0 where nothing is scaled. */
export function base(place: Place, g: Geometry): number {
  return g.rows * g.rowHeight <= MAX_HEIGHT ? 0 : place.top - place.row * g.rowHeight;
}
