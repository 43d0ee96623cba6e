import type { Span } from '../bytes/span.ts';
import type { FieldId } from './fields.ts';
import type { Issue } from './issue.ts';

/** What a field holds. Bytes stay bytes; 64-bit lengths are exact. */
export type FieldValue = boolean | number | bigint | string | Uint8Array | null;

/** `incomplete`: the bytes end inside it. `unparsed`: bytes that belong to nothing the decoder could read. */
export type FieldStatus = 'complete' | 'incomplete' | 'unparsed';

/**
 * One decoded field: plain data, the same for every view. Children lie inside their parent where both have a span in
 * the same source; the leaves tile every source without gap or overlap.
 */
export interface FieldNode {
  /** Identity: tree row, link, test key and accessible id. `server-to-client/frame/0/opcode`. */
  readonly path: string;
  readonly field: FieldId;
  /** Where it is; null when it is only computed. */
  readonly span: Span | null;
  /** What it was computed from; empty for bytes that were simply read. */
  readonly from: readonly Span[];
  readonly value: FieldValue;
  readonly status: FieldStatus;
  readonly issues: readonly Issue[];
  readonly children: readonly FieldNode[];
}

/** Every node of the tree, parents first. */
export function* walk(node: FieldNode): Generator<FieldNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

/** What a field node needs beyond its place. */
export interface NodeParts {
  /** The last part of its path, if not its field id. */
  readonly name?: string;
  readonly value?: FieldValue;
  readonly status?: FieldStatus;
  readonly from?: readonly Span[];
  readonly children?: readonly FieldNode[];
}

/** A field under the path `parent`. */
export function fieldNode(parent: string, field: FieldId, span: Span | null, parts: NodeParts = {}): FieldNode {
  const { name = field, value = null, status = 'complete', from = [], children = [] } = parts;
  return { path: `${parent}/${name}`, field, span, from, value, status, issues: [], children };
}

/**
 * The tree with each issue on one field: the deepest that holds its span. Where the span runs over several fields (RSV1
 * and RSV3), the first of them; what concerns the whole part, or has no length, stays on the root. Children must be in
 * order of place, those of another source, or without a place, behind the others.
 */
export function withIssues(root: FieldNode, issues: readonly Issue[]): FieldNode {
  if (issues.length === 0) return root;
  return distribute(root, issues, (span) => {
    if (span.start === span.end || isSame(root.span, span)) return -1;
    const holder = childHolding(root, span);
    return holder >= 0 ? holder : root.children.findIndex((child) => child.span && overlaps(child.span, span));
  });
}

/** Hands each issue down to the child that `choose` names (-1: none), and from there as deep as it goes. */
function distribute(node: FieldNode, issues: readonly Issue[], choose: (span: Span) => number): FieldNode {
  const own = [...node.issues];
  const below = new Map<number, Issue[]>();
  for (const issue of issues) {
    const index = choose(issue.span);
    const list = below.get(index);
    if (index < 0) own.push(issue);
    else if (list) list.push(issue);
    else below.set(index, [issue]);
  }
  const children = node.children.map((child, index) => {
    const list = below.get(index);
    return list ? distribute(child, list, (span) => childHolding(child, span)) : child;
  });
  return { ...node, issues: own, children };
}

/** Index of the child that holds all of `span`, itself or further down, or -1. A binary search: heads can be long. */
function childHolding({ span: own, children }: FieldNode, span: Span): number {
  if (own?.source !== span.source) return children.findIndex((child) => holds(child, span));
  const startOf = (index: number): number => {
    const place = children[index]?.span;
    return place?.source === span.source ? place.start : Number.POSITIVE_INFINITY;
  };
  let low = 0;
  let high = children.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(middle) <= span.start) low = middle;
    else high = middle - 1;
  }
  const found = children[low]?.span;
  return found && covers(found, span) ? low : -1;
}

function holds(node: FieldNode, span: Span): boolean {
  return (node.span !== null && covers(node.span, span)) || node.children.some((child) => holds(child, span));
}

function isSame(own: Span | null, span: Span): boolean {
  return own !== null && covers(own, span) && covers(span, own);
}

function covers(own: Span, span: Span): boolean {
  return own.source === span.source && own.start <= span.start && span.end <= own.end;
}

function overlaps(own: Span, span: Span): boolean {
  return own.source === span.source && own.start < span.end && span.start < own.end;
}
