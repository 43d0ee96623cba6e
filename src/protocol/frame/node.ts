import type { Span } from '../bytes/span.ts';
import type { FieldId } from '../model/fields.ts';
import type { Issue } from '../model/issue.ts';
import type { FieldNode, FieldStatus, FieldValue } from '../model/node.ts';

/** What a field node needs beyond its place. */
export interface NodeParts {
  readonly value?: FieldValue;
  readonly status?: FieldStatus;
  readonly from?: readonly Span[];
  readonly children?: readonly FieldNode[];
}

/** A field under `parent`, named by its field id. */
export function fieldNode(parent: string, field: FieldId, span: Span | null, parts: NodeParts = {}): FieldNode {
  const { value = null, status = 'complete', from = [], children = [] } = parts;
  return { path: `${parent}/${field}`, field, span, from, value, status, issues: [], children };
}

/**
 * The tree with each issue on one field: the deepest that holds its span; where the span runs over several fields
 * (RSV1 and RSV3), the first of them. What concerns the whole part stays on the root.
 */
export function withIssues(root: FieldNode, issues: readonly Issue[]): FieldNode {
  if (issues.length === 0) return root;
  const places = new Map<string, Issue[]>();
  for (const issue of issues) {
    const { path } = placeOf(root, issue.span);
    const list = places.get(path);
    if (list) list.push(issue);
    else places.set(path, [issue]);
  }
  return rebuild(root, places);
}

function placeOf(root: FieldNode, span: Span): FieldNode {
  const whole = root.span !== null && root.span.start === span.start && root.span.end === span.end;
  if (whole && root.span?.source === span.source) return root;
  return deepest(root, (node) => covers(node, span)) ?? deepest(root, (node) => overlapsNode(node, span)) ?? root;
}

/** The first node, parents after children, that passes. The root itself only by `??`. */
function deepest(node: FieldNode, passes: (node: FieldNode) => boolean): FieldNode | null {
  for (const child of node.children) {
    const found = deepest(child, passes) ?? (passes(child) ? child : null);
    if (found) return found;
  }
  return null;
}

function covers({ span: own }: FieldNode, span: Span): boolean {
  return own !== null && own.source === span.source && own.start <= span.start && span.end <= own.end;
}

function overlapsNode({ span: own }: FieldNode, span: Span): boolean {
  return own !== null && own.source === span.source && own.start < span.end && span.start < own.end;
}

function rebuild(node: FieldNode, places: ReadonlyMap<string, Issue[]>): FieldNode {
  const issues = places.get(node.path) ?? node.issues;
  return { ...node, issues, children: node.children.map((child) => rebuild(child, places)) };
}
