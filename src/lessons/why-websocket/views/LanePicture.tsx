import { memo, type ReactNode } from 'react';
import { useLabel } from '../../../components/lesson/labels.ts';
import type { Delivery, Transit } from '../../../protocol/delivery/model.ts';
import { labels } from '../labels.ts';
import { letterOf, numbersText, pinsOf, placeOf } from '../layout.ts';
import type { Lane, Mark } from '../scene.ts';
import styles from './Axis.module.css';
import { Pins } from './Pins.tsx';

interface LanePictureProps {
  readonly delivery: Delivery;
  readonly events: readonly number[];
  readonly messages: readonly number[];
  readonly duration: number;
  readonly marks: readonly Mark[];
}

/** Heights in the picture, in percent: the server's line, the page's line, what is held under the former. */
const SERVER = 18;
const PAGE = 78;
const HELD = 13;

interface LaneRowProps extends LanePictureProps {
  readonly state: Lane['state'];
  /** In percent of the axis. */
  readonly now: number;
}

/** The server above, the page below, time to the right. */
export function LaneRow({ state, now, ...lane }: LaneRowProps) {
  const label = useLabel(labels);
  return (
    <div className={styles.row}>
      {state !== 'empty' && (
        <>
          <span className={styles.server}>{label('server')}</span>
          <span className={styles.page}>{label('page')}</span>
        </>
      )}
      <svg className={styles.lines} aria-hidden="true">
        <Line y={SERVER} />
        <Line y={PAGE} />
      </svg>
      {state !== 'empty' && (
        <Known now={now}>
          <LanePicture {...lane} />
        </Known>
      )}
    </div>
  );
}

interface KnownProps {
  readonly now: number;
  readonly children: ReactNode;
}

/**
 * What has happened by now: the rest is cut off. So a run moves nothing but this edge. Its style is not inherited, or each
 * tick would go through every line of the picture.
 */
export function Known({ now, children }: KnownProps) {
  // At the end a label may stand over the edge.
  const cut = now >= 100 ? '-3em' : `${100 - now}%`;
  return (
    <div className={styles.known} style={{ clipPath: `inset(-1em ${cut} -1em -1em)` }}>
      {children}
    </div>
  );
}

/** All of a lane, drawn once. */
const LanePicture = memo(function LanePicture(props: LanePictureProps) {
  const { delivery, events, messages, duration, marks } = props;
  const label = useLabel(labels);
  const at = (time: number) => `${placeOf(time, duration)}%`;
  const transits = delivery.exchanges.flatMap((exchange) => exchange.transits);
  const arrivals = transits.filter(({ direction, carries }) => direction === 'down' && carries.length > 0);
  const uploads = transits.filter(({ direction, carries }) => direction === 'up' && carries.length > 0);
  const eventPins = pinsOf(
    sorted(arrivals)
      .filter(({ arrives }) => arrives <= duration)
      .map(({ arrives, carries }) => ({ at: placeOf(arrives, duration), text: numbersText(carries) })),
  );
  const sendPins = pinsOf(
    sorted(uploads)
      .filter(({ arrives }) => arrives <= duration)
      .map(({ arrives, carries }) => ({
        at: placeOf(arrives, duration),
        text: carries.map(letterOf).join(' '),
      })),
  );
  const leaving = new Map(arrivals.flatMap(({ carries, leaves }) => carries.map((i) => [i, leaves] as const)));
  return (
    <>
      <svg className={styles.lines} aria-hidden="true">
        {delivery.exchanges.map(
          ({ held, kind }, i) =>
            held && (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: the exchanges are a list that only grows
                key={i}
                className={kind === 'poll' ? styles.held : styles.open}
                x={at(held.from)}
                y={`${SERVER}%`}
                width={at(Math.min(held.to, duration) - held.from)}
                height={`${kind === 'poll' ? HELD : PAGE - SERVER}%`}
              />
            ),
        )}
        {events.map((time, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: events are told apart by their number
          <g key={i}>
            <line className={styles.guide} x1={at(time)} x2={at(time)} y1="0" y2="100%" />
            <line
              className={styles.waits}
              x1={at(time)}
              x2={at(leaving.get(i) ?? duration)}
              y1={`${SERVER}%`}
              y2={`${SERVER}%`}
            />
            <circle className={styles.born} cx={at(time)} cy={`${SERVER}%`} r="0.24em" />
          </g>
        ))}
        {messages.map((time, i) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: messages are told apart by their number
            key={i}
            className={styles.typed}
            x={at(time)}
            y={`${PAGE}%`}
            width="0.4em"
            height="0.4em"
          />
        ))}
        {transits.map((transit, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: transits are a list that only grows
          <Crossing key={i} transit={transit} duration={duration} />
        ))}
        {marks.map(({ from, to, name }) => (
          <text key={from} className={styles.mark} x={at((from + to) / 2)} y={`${(SERVER + PAGE) / 2}%`}>
            <tspan className={styles.full}>{label(name.label, name.values)}</tspan>
            <tspan className={styles.brief}>{name.values?.number}</tspan>
          </text>
        ))}
      </svg>
      <div className={styles.atPage}>
        <Pins pins={eventPins} kind="event" />
      </div>
      <div className={styles.atServer}>
        <Pins pins={sendPins} kind="send" />
      </div>
    </>
  );
});

function sorted(transits: readonly Transit[]): readonly Transit[] {
  return transits.toSorted((a, b) => a.arrives - b.arrives);
}

function Line({ y }: { readonly y: number }) {
  return <line className={styles.line} x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} />;
}

/** From one line to the other. */
function Crossing({ transit, duration }: { readonly transit: Transit; readonly duration: number }) {
  const { direction, kind, leaves, arrives, carries } = transit;
  if (leaves > duration) return null;
  const [from, to] = direction === 'up' ? [PAGE, SERVER] : [SERVER, PAGE];
  const look = carries.length > 0 ? 'carries' : kind === 'answer' ? 'empty' : 'asks';
  const [x1, x2] = [`${placeOf(leaves, duration)}%`, `${placeOf(arrives, duration)}%`];
  return (
    <g data-look={look} className={styles.crossing}>
      <line x1={x1} x2={x2} y1={`${from}%`} y2={`${to}%`} />
      <circle cx={x2} cy={`${to}%`} r={look === 'empty' ? '0.22em' : '0.18em'} />
    </g>
  );
}
