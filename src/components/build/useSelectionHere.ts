import { useEffect } from 'react';
import { useSelection } from '../state/selection.ts';

/** What was selected in another item, or another room, means nothing in this one. */
export function useSelectionHere(item: number | null): void {
  useEffect(() => {
    const { select, hover } = useSelection.getState();
    const forget = () => {
      select(null);
      hover(null);
    };
    // For each item anew.
    if (item !== null) forget();
    return forget;
  }, [item]);
}
