import { useLayoutEffect } from 'react';
import { markOpened, wasOpened } from '../state/opened.ts';
import { readLink } from './link.ts';
import { useBuilder } from './store.ts';

/** The address that was opened last: coming back to the room must not undo what was done since. */
let opened = '';

/** Opens what the address says, now and whenever it changes. */
export function useLinkInAddress(): void {
  useLayoutEffect(() => {
    const read = () => {
      const { hash } = location;
      if (hash === opened && wasOpened()) return;
      const link = readLink(hash);
      if (!link) return;
      opened = hash;
      markOpened(hash);
      useBuilder.getState().openRead(link);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
}

/** Puts a link of the page as it is now into the address: reloading keeps it. */
export function keepInAddress(hash: string): void {
  opened = hash;
  markOpened(hash);
}
