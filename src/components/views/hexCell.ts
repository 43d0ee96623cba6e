import type { ColourRole } from '../../protocol/model/fields.ts';
import { bestMark, type Mark, roleOf } from './marks.ts';

export interface HexCell {
  /** The field that owns most of the byte. */
  readonly mark: Mark | null;
  readonly role: ColourRole;
  /** CSS background where several roles share the byte, each as wide as its bits. */
  readonly fill: string | undefined;
  /** The field goes on into the next byte. */
  readonly joined: boolean;
}

/** How the byte at offset `at` looks, given the marks around it in order. */
export function hexCell(marks: readonly Mark[], at: number): HexCell {
  const start = at * 8;
  const end = start + 8;
  const own = marks.filter((mark) => mark.span.start < end && start < mark.span.end);
  const mark = bestMark(own, start, end);
  const role = mark ? roleOf(mark.field) : 'plain';
  const stops: string[] = [];
  for (const one of own) {
    const fill = `var(--${roleOf(one.field)}-fill)`;
    const from = Math.max(0, one.span.start - start) * 12.5;
    const to = Math.min(8, one.span.end - start) * 12.5;
    stops.push(`${fill} ${from}% ${to}%`);
  }
  const mixed = own.some((one) => roleOf(one.field) !== role);
  return {
    mark,
    role,
    fill: mixed ? `linear-gradient(to right, ${stops.join(', ')})` : undefined,
    joined: mark !== null && mark.span.end > end,
  };
}
