import { DIRECTIONS } from '../../protocol/bytes/span.ts';
import type { FieldNode } from '../../protocol/model/node.ts';

/** A field tree as the rows that are open. */
export interface TreeRow {
  readonly node: FieldNode;
  /** 1 for the root, as in aria-level. */
  readonly level: number;
  /** Position among its siblings from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
  /** Index of the parent's row, -1 for the root. */
  readonly parent: number;
  readonly open: boolean;
}

/** The rows of a tree whose nodes are all open but for those in `closed`. */
export function treeRows(tree: FieldNode, closed: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (node: FieldNode, level: number, position: number, siblings: number, parent: number) => {
    const open = node.children.length > 0 && !closed.has(node.path);
    const index = rows.length;
    rows.push({ node, level, position, siblings, parent, open });
    if (!open) return;
    for (const [i, child] of node.children.entries()) add(child, level + 1, i + 1, node.children.length, index);
  };
  add(tree, 1, 1, 1, -1);
  return rows;
}

/** Where the value of a node is: on the wire, in bytes that one party computed, or nowhere in bytes. */
export type Origin = 'wire' | 'derived' | 'computed';

export function originOf(node: FieldNode): Origin {
  if (node.span === null) return 'computed';
  return (DIRECTIONS as readonly string[]).includes(node.span.source) ? 'wire' : 'derived';
}

/** The next row after `from` (round the end) whose name starts with `typed`, or -1. A single letter moves on. */
export function typeahead(names: readonly string[], from: number, typed: string): number {
  const wanted = typed.toLocaleLowerCase();
  const first = typed.length === 1 ? 1 : 0;
  for (let i = first; i < names.length + first; i++) {
    const index = (from + i) % names.length;
    if (names[index]?.toLocaleLowerCase().startsWith(wanted)) return index;
  }
  return -1;
}
