import type { Direction, Span } from '../bytes/span.ts';
import type { RuleId } from './rules.ts';

/** A rule broken at a place. Wording belongs to the views; here are only the rule, the place and the values. */
export interface Issue {
  readonly rule: RuleId;
  readonly direction: Direction;
  /** Path of the part it belongs to: `client-to-server/frame/3`, `server-to-client/response`. */
  readonly part: string;
  /** The bits that show it. May lie in a derived source; `offset` is always on the wire. */
  readonly span: Span;
  /** Byte offset in the direction's wire bytes of the byte that holds the fault. */
  readonly offset: number;
  readonly values: Readonly<Record<string, string | number>>;
}
