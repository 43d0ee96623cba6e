/** How much smaller a picture is drawn so that all of it is on the screen at once. */

/** In twentieths, so that pictures of about one height are drawn in one size. */
const PARTS = 20;
/** Smaller than this it is no picture any more; then it scrolls. */
const LEAST = 10;
/** What needs to be smaller than this is an exception: the steps after it are not drawn small because of it. */
const KEPT = 0.7;

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

/** At which scale a picture was drawn, for one screen and each height that questions and titles leave of it. */
export class FitMemory {
  #screen = '';
  readonly #scales = new Map<number, number>();

  /** The largest scale for that height: what did not fit into more room does not fit into less. */
  most(screen: string, height: number): number {
    if (screen !== this.#screen) this.forget();
    this.#screen = screen;
    let most = 1;
    for (const [known, scale] of this.#scales) if (known >= height) most = Math.min(most, scale);
    return most;
  }

  /** Inputs may have made a picture small that is long gone. */
  forget(): void {
    this.#scales.clear();
  }

  keep(height: number, scale: number): void {
    if (scale >= KEPT) this.#scales.set(height, scale);
  }
}
