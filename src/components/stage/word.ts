/** Words of a machine, or single bytes, as stages name and draw them. */

import type { ColourRole } from '../../protocol/model/fields.ts';

/** `null`: not known yet; `'hidden'`: asked. */
export type Known<T> = T | null | 'hidden';

/** An unsigned number with its name. */
export interface NamedWord {
  readonly symbol: string;
  readonly value: Known<number>;
  readonly role: ColourRole;
}

/** A row of its bits. */
export interface BitRow extends NamedWord {
  /** Before the symbol. */
  readonly operator?: string;
  /** Bits that count here, most significant first in the word; all of them if missing. */
  readonly marked?: number;
  /** Bits with an edge of their own: those that something happens to. None if missing. */
  readonly edged?: number;
  /** Bits that choose, or were chosen: the colour of each follows the same bit of `by`. */
  readonly chosen?: { readonly by: number; readonly one: ColourRole; readonly zero: ColourRole };
  /** Rows that are the one above, rotated: by how many places to the left, and which bits go or came round. */
  readonly turned?: { readonly places: number; readonly round: 'leaves' | 'came' };
}

/** Items with their places, for lists whose items have no identity but their place. */
export function placed<T>(items: readonly T[]): { readonly item: T; readonly place: number }[] {
  return items.map((item, place) => ({ item, place }));
}

/** All hex digits of a word of `width` bits. */
export function hexOf(value: number, width: number): string {
  return (value >>> 0).toString(16).padStart(width / 4, '0');
}
