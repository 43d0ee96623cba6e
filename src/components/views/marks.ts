import type { Span } from '../../protocol/bytes/span.ts';
import { type ColourRole, FIELDS, type FieldId } from '../../protocol/model/fields.ts';
import type { Issue } from '../../protocol/model/issue.ts';
import { type FieldNode, type FieldStatus, walk } from '../../protocol/model/node.ts';

/** A leaf of a field tree as the byte views need it: where, and what it is. */
export interface Mark {
  readonly span: Span;
  readonly path: string;
  readonly field: FieldId;
  readonly status: FieldStatus;
}

/** The marks that touch bytes `[start, end)`, in order. */
export type MarkFinder = (start: number, end: number) => readonly Mark[];

export const NO_MARKS: MarkFinder = () => [];

/**
 * The leaves of a tree in order of position, each source for itself. A node whose children all lie in other sources
 * (a payload with its unmasked copy below it) is a leaf of its own source.
 */
export function leaves(tree: FieldNode): Mark[] {
  const out: Mark[] = [];
  const visit = (node: FieldNode) => {
    const { span } = node;
    const divided = span && node.children.some((child) => child.span?.source === span.source);
    if (span && span.start < span.end && !divided) {
      out.push({ span, path: node.path, field: node.field, status: node.status });
    }
    for (const child of node.children) visit(child);
  };
  visit(tree);
  return out;
}

/** Looks marks up by byte, in one source. Marks of other sources are left out. */
export function finder(marks: readonly Mark[], source: string): MarkFinder {
  const own = marks.filter((mark) => mark.span.source === source).sort((a, b) => a.span.start - b.span.start);
  return (start, end) => {
    let low = 0;
    let high = own.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((own[middle]?.span.end ?? 0) <= start * 8) low = middle + 1;
      else high = middle;
    }
    let stop = low;
    while (stop < own.length && (own[stop]?.span.start ?? 0) < end * 8) stop += 1;
    return own.slice(low, stop);
  };
}

/** The mark that owns most of the bits `[start, end)`; the first of equals. */
export function bestMark(marks: readonly Mark[], start: number, end: number): Mark | null {
  let best: Mark | null = null;
  let most = 0;
  for (const mark of marks) {
    const bits = Math.min(end, mark.span.end) - Math.max(start, mark.span.start);
    if (bits > most) [best, most] = [mark, bits];
  }
  return best;
}

export function roleOf(field: FieldId): ColourRole {
  return FIELDS[field].colour;
}

/** Every issue in the tree, once each, parents first. A frame and its message may both hold the same one. */
export function issuesIn(tree: FieldNode): readonly Issue[] {
  const found = new Map<string, Issue>();
  for (const node of walk(tree)) {
    for (const issue of node.issues) {
      const { rule, part, offset, span } = issue;
      const key = [rule, part, offset, span.source, span.start, span.end].join(' ');
      if (!found.has(key)) found.set(key, issue);
    }
  }
  return [...found.values()];
}
