/** What the figure says about the fields in it: which are wrong, which one is looked at, what they mean. */

import type { Part } from '../../protocol/connection/model.ts';
import type { FigureField } from '../../protocol/frame/figure.ts';
import type { Issue } from '../../protocol/model/issue.ts';
import type { FieldNode } from '../../protocol/model/node.ts';
import { RULES } from '../../protocol/model/rules.ts';
import type { Selection } from '../state/selection.ts';
import { nodeAt } from '../views/linked.ts';
import { bestMark, finder, leaves, type Mark, type MarkFinder } from '../views/marks.ts';

const FIELDS: readonly string[] = [
  'fin',
  'rsv1',
  'rsv2',
  'rsv3',
  'opcode',
  'mask',
  'length-7',
  'length-16',
  'length-64',
  'masking-key',
  'payload',
] satisfies FigureField[];

/** All that is no field of the figure is worked out from the payload, or lies in it. */
function figureField(field: string): FigureField {
  return FIELDS.includes(field) ? (field as FigureField) : 'payload';
}

/** The leaf that holds a bit of the wire. */
export function markOf(marks: MarkFinder, bit: number): Mark | null {
  const byte = Math.floor(bit / 8);
  return bestMark(marks(byte, byte + 1), bit, bit + 1);
}

/** The field that is selected or pointed at, anywhere on the page. */
export function lookedAt(tree: FieldNode | null, part: Part | null, shown: Selection | null): FigureField | undefined {
  if (!tree || !part || !shown) return undefined;
  const node = nodeAt(tree, shown.path);
  if (node) return node === tree ? undefined : figureField(node.field);
  if (shown.span?.source !== part.direction) return undefined;
  const mark = markOf(finder(leaves(tree), part.direction), shown.span.start);
  return mark ? figureField(mark.field) : undefined;
}

/** The fields that break a rule so that a strict peer fails over it. */
export function wrongFields(
  tree: FieldNode | null,
  part: Part | null,
  issues: readonly Issue[],
): Readonly<Partial<Record<FigureField, 'wrong'>>> {
  if (!tree || !part) return {};
  const marks = finder(leaves(tree), part.direction);
  const wrong: Partial<Record<FigureField, 'wrong'>> = {};
  for (const { rule, span, offset, part: where } of issues) {
    if (RULES[rule].severity !== 'error' || where !== part.path) continue;
    const [start, end] = span.source === part.direction ? [span.start, span.end] : [offset * 8, offset * 8 + 1];
    const last = Math.max(start + 1, end);
    for (const mark of marks(Math.floor(start / 8), Math.ceil(last / 8))) {
      if (mark.span.start < last && start < mark.span.end) wrong[figureField(mark.field)] = 'wrong';
    }
  }
  return wrong;
}
