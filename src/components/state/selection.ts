import { create } from 'zustand';
import type { Span } from '../../protocol/bytes/span.ts';

/** Who set the selection. A view scrolls to a selection only when it came from another one. */
export type ViewId = 'ruler' | 'hex' | 'tree' | 'bytes' | 'text' | 'input' | 'list' | 'issues' | 'explanation' | 'link';

/** One thing looked at: a field, bits, or bits inside a field. */
export interface Selection {
  /** Path of a field node. */
  readonly path: string | null;
  /** The bits; with a path they may be fewer than the field's own (one byte of a payload). */
  readonly span: Span | null;
  readonly view: ViewId;
}

interface SelectionState {
  /** What was chosen; stays until something else is. */
  readonly selected: Selection | null;
  /** What the pointer or the focus is on just now. */
  readonly hovered: Selection | null;
  select(selection: Selection | null): void;
  hover(selection: Selection | null): void;
}

/** True where both light the same thing, whoever set it. */
export function samePlace(a: Selection | null, b: Selection | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.path === b.path &&
    a.span?.source === b.span?.source &&
    a.span?.start === b.span?.start &&
    a.span?.end === b.span?.end
  );
}

const unchanged = (a: Selection | null, b: Selection | null) => samePlace(a, b) && a?.view === b?.view;

/** The one selection that every view reads and sets. */
export const useSelection = create<SelectionState>()((set) => ({
  selected: null,
  hovered: null,
  // The pointer sends many events for one place: keep the object, so that nobody is told of nothing.
  select: (selection) => set((state) => (unchanged(state.selected, selection) ? state : { selected: selection })),
  hover: (selection) => set((state) => (unchanged(state.hovered, selection) ? state : { hovered: selection })),
}));
