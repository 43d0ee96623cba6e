import { useLabel } from '../../../components/lesson/labels.ts';
import type { Totals } from '../../../protocol/delivery/totals.ts';
import { bytesText, percentText, timeText } from '../format.ts';
import { labels } from '../labels.ts';
import { type AxisScene, COLUMNS, type Column, type Lane } from '../scene.ts';
import styles from './Axis.module.css';

function numberText(column: Column, totals: Totals, time: number): string {
  switch (column) {
    case 'requests':
    case 'empty':
      return String(totals[column]);
    case 'up':
    case 'down':
      return bytesText(totals[column]);
    case 'mean':
      return totals.meanDelay === null ? '–' : timeText(totals.meanDelay);
    case 'worst':
      return totals.worstDelay === null ? '–' : timeText(totals.worstDelay);
    case 'held':
      return percentText(time > 0 ? totals.held / time : 0);
  }
}

interface LaneHeadProps extends Pick<AxisScene, 'time' | 'hidden' | 'lit'> {
  readonly lane: Lane;
}

/** Name and numbers of a lane, at the moment of the picture. */
export function LaneHead({ lane, time, hidden, lit }: LaneHeadProps) {
  const label = useLabel(labels);
  const { method, state, totals } = lane;
  return (
    <tr className={styles.numbers} data-lane={state}>
      <th scope="row">{label(`method-${method}`)}</th>
      {state === 'empty' ? (
        <td colSpan={COLUMNS.length}>
          <span className="unseen">{label('later')}</span>
        </td>
      ) : (
        COLUMNS.map((column) => (
          <td key={column} data-lit={lit.includes(column) || undefined} data-name={label(`col-${column}`)}>
            {hidden.includes(column) ? (
              <span className={styles.asked}>
                ?<span className="unseen"> {label('asked')}</span>
              </span>
            ) : (
              numberText(column, totals, time)
            )}
          </td>
        ))
      )}
    </tr>
  );
}
