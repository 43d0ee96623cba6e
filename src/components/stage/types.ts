/** What all stage primitives speak of. */

import type { ColourRole } from '../../protocol/model/fields.ts';

/**
 * `done` known · `current` what this step is about · `faint` known, not the subject now · `empty` not known yet ·
 * `hidden` asked, so not shown (“?”) · `wrong` as it must not be.
 */
export type State = 'done' | 'current' | 'faint' | 'empty' | 'hidden' | 'wrong';

export type Side = 'client' | 'server';

/** `large` for up to 16 bytes, `medium` for blocks, `small` for characters of a line. */
export type Size = 'large' | 'medium' | 'small';

/** Something drawn that can travel. */
export interface Thing {
  /** The same thing in another step has the same id. Unique in the picture. */
  readonly id: string;
  readonly role?: ColourRole | undefined;
  readonly state?: State | undefined;
  /** Id of the thing it came from: it travels from there when it first becomes known. */
  readonly from?: string | undefined;
}

/** A byte or a character. */
export interface Cell extends Thing {
  /** A space is drawn as ␣, control characters as their pictures. Not drawn while `empty` or `hidden`. */
  readonly text: string;
  /** Stands under the cell. */
  readonly caption?: string | undefined;
  /** For screen readers, where the text itself does not do. */
  readonly spoken?: string | undefined;
}

export function isKnown(state: State): boolean {
  return state !== 'empty' && state !== 'hidden';
}
