import { DIRECTIONS } from '../../protocol/bytes/span.ts';
import type { FieldId } from '../../protocol/model/fields.ts';
import { type FieldNode, walk } from '../../protocol/model/node.ts';
import { visible } from './text.ts';

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

/** Lines of a head begin closed: their own value says all, and a head has dozens of them. */
const BEGINS_CLOSED: ReadonlySet<FieldId> = new Set(['request-line', 'status-line', 'header']);

/** Whether a parent shows its children: as the reader left it, else as its kind begins. */
export function isOpen(node: FieldNode, chosen: ReadonlyMap<string, boolean>): boolean {
  return node.children.length > 0 && (chosen.get(node.path) ?? !BEGINS_CLOSED.has(node.field));
}

/** The rows of a tree; `chosen` says by path which parents the reader opened or closed. */
export function treeRows(tree: FieldNode, chosen: ReadonlyMap<string, boolean>): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (node: FieldNode, level: number, position: number, siblings: number, parent: number) => {
    const open = isOpen(node, chosen);
    const index = rows.length;
    rows.push({ node, level, position, siblings, parent, open });
    if (!open) return;
    for (const [i, child] of node.children.entries()) add(child, level + 1, i + 1, node.children.length, index);
  };
  add(tree, 1, 1, 1, -1);
  return rows;
}

/** The closed parents above the node at `path`, outermost first; empty where it shows or is not in the tree. */
export function closedAbove(tree: FieldNode, path: string, chosen: ReadonlyMap<string, boolean>): readonly string[] {
  const found = (node: FieldNode, above: readonly string[]): readonly string[] | null => {
    if (node.path === path) return above;
    const next = isOpen(node, chosen) ? above : [...above, node.path];
    for (const child of node.children) {
      const hit = found(child, next);
      if (hit) return hit;
    }
    return null;
  };
  return found(tree, []) ?? [];
}

/** A header line goes by its own name. Null for every other field, and for a line without a name. */
export function headerName(node: FieldNode): string | null {
  if (node.field !== 'header') return null;
  const name = node.children.find(({ field }) => field === 'header-name')?.value;
  return typeof name === 'string' ? visible(name) : null;
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

const RESERVED_BITS: ReadonlySet<FieldId> = new Set(['rsv1', 'rsv2', 'rsv3']);

/**
 * Whether it is a reserved bit of hybi-01 to -06, where four were free: what is said of RSV1 to RSV3 today is younger than
 * these frames.
 */
export function isDraftBit(tree: FieldNode | null, { field }: FieldNode): boolean {
  if (tree === null || !RESERVED_BITS.has(field)) return false;
  for (const other of walk(tree)) if (other.field === 'draft-opcode') return true;
  return false;
}
