/** How much smaller a picture is drawn so that all of it is on the screen at once. */

/** In twentieths, so that pictures of about one height are drawn in one size. */
const PARTS = 20;
/** Smaller than this it is no picture any more; then it scrolls. */
const LEAST = 10;

/**
 * The largest scale, at most `most`, at which the picture fits; null if it fits at none. Asks `fits` a few times, first for
 * `most`; each question costs a layout.
 */
export function largestFit(most: number, fits: (scale: number) => boolean): number | null {
  let high = Math.max(LEAST, Math.round(most * PARTS));
  if (fits(high / PARTS)) return high / PARTS;
  let low = LEAST;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle / PARTS)) low = middle;
    else high = middle;
  }
  return low > LEAST || fits(low / PARTS) ? low / PARTS : null;
}
