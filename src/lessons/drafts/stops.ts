/** The places on the timeline: every text of the history, hybi-00 among them, and what came after. */

import { DRAFTS, type Draft, type Framing } from '../../protocol/model/drafts.ts';
import {
  AFTERWARDS,
  type AfterwardsId,
  type ChangeId,
  type DraftProof,
  HISTORY,
  HYBI_00,
} from '../../protocol/model/history.ts';

export type Stop = Draft | typeof HYBI_00.name | AfterwardsId;

const AFTER: readonly AfterwardsId[] = AFTERWARDS.map(({ id }) => id);

export const STOPS: readonly Stop[] = [
  ...DRAFTS.flatMap((draft): Stop[] => (draft === HYBI_00.sameAs ? [draft, HYBI_00.name] : [draft])),
  ...AFTER,
];

export interface StopFacts {
  /** As it is called: `hybi-10`, `RFC 6455`. */
  readonly name: string;
  /** Its number alone. */
  readonly short: string;
  readonly family: 'hixie' | 'hybi' | 'rfc';
  /** `YYYY-MM-DD`, or `YYYY-MM` where no day is known. */
  readonly date: string;
  /** The text whose bytes it has. */
  readonly draft: Draft;
  readonly version: number | null;
  readonly draftHeader: string | null;
  readonly framing: Framing;
  readonly proof: DraftProof;
  readonly changes: readonly ChangeId[];
}

export function isAfter(stop: Stop): stop is AfterwardsId {
  return AFTER.includes(stop as AfterwardsId);
}

export function factsOf(stop: Stop): StopFacts {
  if (isAfter(stop)) {
    const { document, date } = AFTERWARDS.find(({ id }) => id === stop) as (typeof AFTERWARDS)[number];
    const { date: _, ...history } = HISTORY.rfc6455;
    return { ...history, changes: [], name: document, short: stop.slice(3), family: 'rfc', date, draft: 'rfc6455' };
  }
  const draft = stop === HYBI_00.name ? HYBI_00.sameAs : stop;
  const history = HISTORY[draft];
  if (stop === HYBI_00.name) {
    return { ...history, changes: [], name: stop, short: '00', family: 'hybi', date: HYBI_00.date, draft };
  }
  // An RFC bears the month.
  if (draft === 'rfc6455') {
    return { ...history, name: 'RFC 6455', short: '6455', family: 'rfc', date: history.date.slice(0, 7), draft };
  }
  const [family, short] = draft.split('-') as ['hixie' | 'hybi', string];
  return { ...history, name: draft, short, family, draft };
}

/** The one before on the timeline; null for the first. What came after RFC 6455 is set against RFC 6455. */
export function beforeOf(stop: Stop): Stop | null {
  if (isAfter(stop)) return 'rfc6455';
  return STOPS[STOPS.indexOf(stop) - 1] ?? null;
}

/** Both ends of the part of the axis that is to scale. */
const FIRST = Date.UTC(2010, 0, 1);
const LAST = Date.UTC(2012, 0, 1);

/** Where a day is between both ends, 0 to 1. */
export function placeOf(date: string): number {
  return (Date.parse(date.length === 7 ? `${date}-15` : date) - FIRST) / (LAST - FIRST);
}
