/** What happened on a connection, in order, as a stage draws it. */

import type { State } from '../stage/types.ts';

/** `policy`: what Flash asked, on a connection of its own. */
export type EventKind = 'tcp' | 'http' | 'frame' | 'policy';

export interface LaneEvent<Label extends string = string> {
  readonly id: string;
  readonly from: 'client' | 'server';
  readonly kind: EventKind;
  readonly state: State;
  /** Label of the lesson, and what goes into it. */
  readonly label: Label;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly detail?: Label;
  readonly detailValues?: Readonly<Record<string, string | number>>;
}

export type EventTemplate<Label extends string = string> = Omit<LaneEvent<Label>, 'state'>;

/** Events up to and with `current` have happened; the rest is still to come. Null: none of them yet. */
export function upTo<L extends string>(
  events: readonly EventTemplate<L>[],
  current: string | null,
  also: readonly string[] = [],
): LaneEvent<L>[] {
  const last = events.findIndex(({ id }) => id === current);
  return events.map((event, index) => {
    const strong = event.id === current || also.includes(event.id);
    return { ...event, state: strong ? 'current' : index < last ? 'done' : 'empty' };
  });
}
