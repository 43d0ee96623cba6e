import { type CSSProperties, Fragment } from 'react';
import { useLabel } from '../../../components/lesson/labels.ts';
import { labels } from '../labels.ts';
import { bunchesOf, pinsOf, placeOf, ticksOf, unitOf } from '../layout.ts';
import { type AxisScene, COLUMNS } from '../scene.ts';
import styles from './Axis.module.css';
import { LaneHead } from './LaneHead.tsx';
import { Known, LaneRow } from './LanePicture.tsx';
import { Legend } from './Legend.tsx';
import { Pins } from './Pins.tsx';
import { TimeBar } from './TimeBar.tsx';

/** Lanes under one another on one time axis. A message is a slanted line: it takes time to get across. */
export function AxisView({ scene }: { readonly scene: AxisScene }) {
  const label = useLabel(labels);
  const { lanes, duration, time, events, messages, hidden, lit, marks, note } = scene;
  const now = placeOf(time, duration);
  const pins = pinsOf(bunchesOf(events, duration));
  return (
    <div className={styles.axis} data-lanes={lanes.length} style={{ '--lanes': lanes.length } as CSSProperties}>
      <div className={styles.room}>
        <table className={styles.table} aria-label={label('axis')}>
          <thead>
            <tr>
              <th scope="col" className={styles.happens}>
                {label('happens')}
              </th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" data-lit={lit.includes(column) || undefined}>
                  {label(`col-${column}`)}
                </th>
              ))}
            </tr>
            <tr>
              <td colSpan={COLUMNS.length + 1}>
                <div className={styles.row}>
                  <Known now={now}>
                    <Pins pins={pins} kind="event" />
                  </Known>
                </div>
              </td>
            </tr>
          </thead>
          <tbody>
            {lanes.map((lane) => (
              <Fragment key={lane.method}>
                <LaneHead lane={lane} time={time} hidden={hidden} lit={lit} />
                <tr data-state={lane.state}>
                  <td colSpan={COLUMNS.length + 1} className={styles.picture}>
                    <LaneRow
                      now={now}
                      state={lane.state}
                      delivery={lane.delivery}
                      events={events}
                      messages={messages}
                      duration={duration}
                      marks={marks}
                    />
                  </td>
                </tr>
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      <ol className={styles.ticks} aria-hidden="true" data-unit={unitOf(duration)}>
        {ticksOf(duration).map(({ at, text }) => (
          <li key={text} style={{ insetInlineStart: `${at}%` }}>
            {text}
          </li>
        ))}
      </ol>
      <TimeBar scene={scene} legend={<Legend sends={messages.length > 0} />} />
      {note && <p className={styles.note}>{label(note.label, note.values)}</p>}
    </div>
  );
}
