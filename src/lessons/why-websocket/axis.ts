/** The four lanes on their time axis. */

import { METHODS, type Method } from '../../protocol/delivery/model.ts';
import { totalsAt } from '../../protocol/delivery/totals.ts';
import { DURATION, type FieldName } from './inputs.ts';
import type { AxisScene, Lane } from './scene.ts';
import type { Run, Work } from './work.ts';

type Shown = Partial<Record<Method, Lane['state']>>;

export interface AxisView {
  readonly lanes: Shown;
  /** Other runs than those of the inputs; their own duration and events count. */
  readonly runs?: Partial<Record<Method, Run>>;
  /** Nothing else than these lanes has a place. */
  readonly alone?: boolean;
  readonly limit?: number;
  readonly inputs?: readonly FieldName[];
  readonly hidden?: AxisScene['hidden'];
  readonly lit?: AxisScene['lit'];
  readonly marks?: AxisScene['marks'];
  readonly note?: AxisScene['note'];
}

/** One and the same, so that the pictures of lanes are drawn once while time runs on. */
const NO_MARKS: AxisScene['marks'] = [];

const INPUTS: readonly FieldName[] = ['events', 'interval', 'delay'];

export function axisOf(work: Work, view: AxisView): AxisScene {
  const { lanes, runs = {}, alone = false, limit, hidden = [], lit = [], marks = NO_MARKS, note = null } = view;
  const shown = METHODS.filter((method) => !alone || lanes[method] !== undefined);
  const setup = Object.values(runs)[0]?.setup ?? work.setup;
  const { duration } = setup;
  const time = (work.inputs.time * duration) / DURATION;
  return {
    kind: 'axis',
    inputs: view.inputs ?? INPUTS,
    duration,
    time,
    events: setup.events,
    messages: setup.messages,
    lanes: shown.map((method): Lane => {
      const run = runs[method] ?? work.runs[method];
      const delivery = limit === undefined ? run.delivery : { ...run.delivery, ...limited(run.delivery, limit) };
      return {
        method,
        state: lanes[method] ?? 'empty',
        delivery,
        totals: totalsAt(delivery, run.setup, time),
      };
    }),
    hidden,
    lit,
    marks,
    note,
  };
}

/** Only the first exchanges; what the others brought has not come. */
function limited(
  { exchanges, arrivals }: Run['delivery'],
  limit: number,
): Pick<Run['delivery'], 'exchanges' | 'arrivals'> {
  const some = exchanges.slice(0, limit);
  const carried = new Set(
    some.flatMap(({ transits }) => transits.flatMap(({ direction, carries }) => (direction === 'down' ? carries : []))),
  );
  return { exchanges: some, arrivals: arrivals.map((at, i) => (carried.has(i) ? at : null)) };
}
