/** The close look at something on the stage: bytes, a few facts, a verdict. Plain data; `Label` are a lesson's own. */

import type { Finding } from '../../protocol/handshake/finding.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import type { ByteCell } from './head.ts';

export type Values = Readonly<Record<string, string | number>>;

/** A name and what it stands for: text of the wire, or words of the labels. */
export interface Fact<Label extends string> {
  readonly name: Label;
  readonly text?: string;
  readonly label?: Label;
  readonly values?: Values;
}

export interface Group<Label extends string> {
  readonly first: number;
  readonly count: number;
  readonly label: Label;
  readonly role: ColourRole;
}

/** A row of bytes; with a name where there are several. */
export interface ByteRow<Label extends string> {
  readonly name?: Label;
  readonly cells: readonly ByteCell[];
  readonly groups?: readonly Group<Label>[];
}

export interface Verdict<Label extends string> {
  readonly kind: 'right' | 'wrong' | 'info';
  /** Said in the words of the rule catalogue. */
  readonly fault?: Pick<Finding, 'rule' | 'values'>;
  readonly label?: Label;
  readonly values?: Values;
}

export interface Detail<Label extends string> {
  readonly caption: Label;
  readonly values?: Values;
  readonly rows?: readonly ByteRow<Label>[];
  readonly facts?: readonly Fact<Label>[];
  readonly verdict?: Verdict<Label>;
}
