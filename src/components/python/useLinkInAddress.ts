import { useLayoutEffect } from 'react';
import { readPythonLink } from './link.ts';
import { openLink } from './store.ts';

/** The address that was opened last: coming back to the room must not undo what was done since. */
let opened = '';

/** Opens what the address says, now and whenever it changes. Nothing is run. */
export function useLinkInAddress(): void {
  useLayoutEffect(() => {
    const read = () => {
      const { hash } = location;
      if (hash === opened) return;
      const link = readPythonLink(hash);
      if (!link) return;
      opened = hash;
      openLink(link);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
}

/** Puts a link of the bytes as they are now into the address: reloading keeps them. */
export function keepInAddress(hash: string): void {
  opened = hash;
  history.replaceState(history.state, '', hash);
}
