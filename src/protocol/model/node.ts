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
