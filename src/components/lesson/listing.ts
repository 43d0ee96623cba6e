/** A whole file of code as a lesson shows it: made by scripts/build/listing.ts from `import … from '….py?listing'`. */

/** Part of a line that is set apart: a keyword, or a remark for readers. Offsets in the line, the end exclusive. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly kind: 'keyword' | 'remark';
}

export interface Listing {
  readonly lines: readonly string[];
  /** Those of each line, in order, not overlapping. */
  readonly marks: readonly (readonly Mark[])[];
}

/**
 * Numbers (from 1) of the lines with this text, without indentation; where the same text stands more than once, those
 * after the line `after`. A line that is not there is a mistake in the lesson, and throws.
 */
export function lineOf({ lines }: Listing, text: string, after = 0): number {
  const index = lines.findIndex((line, i) => i >= after && line.trim() === text);
  if (index < 0) throw new Error(`no such line after ${after}: ${text}`);
  return index + 1;
}
