import { useEffect } from 'react';

/**
 * What was clicked to open something is gone with the samples it stood among. The keyboard goes on at the list; where
 * something else has the focus, it keeps it.
 */
export function useListFocus(open: boolean): void {
  useEffect(() => {
    if (!open || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('#workbench-input [role=listbox]')?.focus({ preventScroll: true });
  }, [open]);
}
