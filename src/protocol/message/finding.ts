import type { RuleId } from '../model/rules.ts';

/** The rules that may show when a message is inflated. */
export const FOUND_BY_INFLATING = [
  'inflate-error',
  'distance-beyond-window',
  'inflated-in-part',
  'message-too-big',
  'invalid-utf8',
  'utf8-replaced',
] as const satisfies readonly RuleId[];

/** A rule that shows only when a message is inflated: where, and what is needed to say it. */
export interface Finding {
  readonly rule: (typeof FOUND_BY_INFLATING)[number];
  /** The frame that holds the byte, and the position of it in the payload; -1 for the payload as a whole. */
  readonly frame: number;
  readonly position: number;
  /** Bytes of the inflated message that show it. */
  readonly shows: { readonly start: number; readonly length: number } | null;
  readonly values: Readonly<Record<string, string | number>>;
}
