import { useEffect } from 'react';
import type { ConnectionView } from '../../protocol/connection/model.ts';
import type { Issue } from '../../protocol/model/issue.ts';
import { useSelection } from '../state/selection.ts';
import { isTaken } from '../state/taken.ts';
import { useWorkbench } from '../state/workbench.ts';
import type { Moves } from './useMoves.ts';

/** Keys of the whole page: j and k from part to part, n to the next problem, s for strict, Escape for nothing selected. */
export function useKeys(connection: ConnectionView | null, row: number, { openRow, openIssue }: Moves): void {
  useEffect(() => {
    if (!connection) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) {
        useSelection.getState().select(null);
        useSelection.getState().hover(null);
        return;
      }
      if (isTaken(event)) return;
      if (event.key === 'j' && row + 1 < connection.partCount) openRow(row + 1);
      else if (event.key === 'k' && row > 0) openRow(row - 1);
      else if (event.key === 's') useWorkbench.getState().setStrict(!useWorkbench.getState().strict);
      else if (event.key === 'n') {
        const issue = nextIssue(connection);
        if (issue) openIssue(issue);
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [connection, row, openRow, openIssue]);
}

/** The one after the issue selected, in the order of the list; the first after the last. */
function nextIssue(connection: ConnectionView): Issue | null {
  const { list } = connection.issues();
  const span = useSelection.getState().selected?.span;
  const at = list.findIndex(
    (issue) => issue.span.source === span?.source && issue.span.start === span.start && issue.span.end === span.end,
  );
  // Several issues may show at the same bits: go on behind all of them.
  for (let i = at + 1; i < list.length; i += 1) {
    const issue = list[i];
    if (issue && (issue.span.source !== span?.source || issue.span.start !== span.start)) return issue;
  }
  return list[0] ?? null;
}
