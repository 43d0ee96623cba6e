import { useMemo } from 'react';
import type { ConnectionView } from '../../protocol/connection/model.ts';
import type { Issue } from '../../protocol/model/issue.ts';
import { useSelection } from '../state/selection.ts';
import { useWorkbench } from '../state/workbench.ts';
import { byteAtChar, partAt, selectionOfByte, type WireChars } from './selectors.ts';

/** Ways to choose what to look at. */
export interface Moves {
  readonly openRow: (row: number) => void;
  /** The part of the issue, and the bits that show it. */
  readonly openIssue: (issue: Issue) => void;
  /** The byte that characters `[start, end)` of the pasted text wrote, or all of them. */
  readonly place: (start: number, end: number) => void;
}

const NONE: Moves = { openRow: () => {}, openIssue: () => {}, place: () => {} };

export function useMoves(connection: ConnectionView | null, wires: readonly WireChars[]): Moves {
  return useMemo(() => {
    if (!connection) return NONE;
    const { choosePart } = useWorkbench.getState();
    const { select, hover } = useSelection.getState();
    return {
      openRow: (row) => {
        hover(null);
        select(null);
        choosePart(connection.part(row).path);
      },
      openIssue: (issue) => {
        if (connection.rowOf(issue.part) >= 0) choosePart(issue.part);
        select({ path: null, span: issue.span, view: 'issues' });
      },
      place: (start, end) => {
        const first = byteAtChar(wires, start);
        const part = first && partAt(connection, first.direction, first.offset);
        if (!first || !part) return;
        const last = end > start ? byteAtChar(wires, end - 1) : null;
        const count = last?.direction === first.direction ? Math.max(1, last.offset - first.offset + 1) : 1;
        choosePart(part.path);
        select(selectionOfByte(connection, part, first.offset, count));
      },
    };
  }, [connection, wires]);
}
