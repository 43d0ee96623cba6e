import { useLabel } from '../../../components/lesson/labels.ts';
import { List } from '../../../components/stage/List.tsx';
import { labels } from '../labels.ts';
import type { FrameView } from '../scene.ts';
import { Bytes } from './Bytes.tsx';
import styles from './WireStrip.module.css';

interface WireStripProps {
  readonly label: string;
  readonly frames: readonly Pick<FrameView, 'id' | 'name' | 'state' | 'wire'>[];
  readonly cutLabel?: string;
}

/** Bytes that follow one another, frame by frame. */
export function WireStrip({ label, frames, cutLabel }: WireStripProps) {
  const text = useLabel(labels);
  return (
    <List label={label} className={styles.strip}>
      {frames.map(({ id, name, state, wire }) => {
        const title = text(name.label, name.values);
        return (
          <li key={id} className={styles.frame} data-state={state}>
            <span className={styles.name} aria-hidden="true">
              {title}
            </span>
            <Bytes
              label={title}
              cells={wire}
              none={text('no-payload')}
              {...(cutLabel === undefined ? {} : { cutLabel })}
            />
          </li>
        );
      })}
    </List>
  );
}
