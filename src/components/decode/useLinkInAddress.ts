import { useLayoutEffect } from 'react';
import { markOpened, wasOpened } from '../state/opened.ts';
import { useSelection } from '../state/selection.ts';
import { useWorkbench } from '../state/workbench.ts';
import { nodeAt } from '../views/linked.ts';
import { readLink } from './link.ts';
import { applyRead } from './open.ts';
import { openedOf } from './selectors.ts';

/** The address that was opened last. */
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
      applyRead(link);
      // Opening forgets the address; while nothing is changed, a reload should open the same again.
      markOpened(hash);
      const { part } = link.choices;
      if (link.field === null || part === null) return;
      const tree = openedOf(useWorkbench.getState()).opened?.connection.explain(part) ?? null;
      const node = nodeAt(tree, link.field);
      if (node) useSelection.getState().select({ path: node.path, span: node.span, view: 'link' });
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
}
