import { useEffect } from 'react';
import { useSelection } from '../state/selection.ts';
import { useBuilder } from './store.ts';

/** Somebody is typing: the box has an undo of its own. */
const BOXES = 'input:not([type=radio], [type=checkbox]), textarea, [contenteditable], dialog';

/** Ctrl-Z and Shift-Ctrl-Z (or Ctrl-Y) outside of boxes; Escape lets go of the field looked at. */
export function useBuildKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      const inBox = event.target instanceof Element && event.target.closest(BOXES) !== null;
      if (event.key === 'Escape' && !inBox) {
        useSelection.getState().select(null);
        return;
      }
      if (inBox || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key === 'z') useBuilder.getState()[event.shiftKey ? 'redo' : 'undo']();
      else if (key === 'y') useBuilder.getState().redo();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
