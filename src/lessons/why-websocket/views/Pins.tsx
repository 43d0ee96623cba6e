import type { Pin } from '../layout.ts';
import styles from './Axis.module.css';

/** Labels on the axis: numbers of events, letters of what the page sends. Without room there is a dot. */
export function Pins({ pins, kind }: { readonly pins: readonly Pin[]; readonly kind: 'event' | 'send' }) {
  return pins.map(({ at, text, room }, i) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: a pin has no identity but its place
      key={i}
      className={styles.pin}
      data-kind={kind}
      data-room={room}
      style={{ insetInlineStart: `${at}%` }}
    >
      {text}
    </span>
  ));
}
