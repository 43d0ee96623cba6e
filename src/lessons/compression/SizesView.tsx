import { useLabel } from '../../components/lesson/labels.ts';
import { isKnown } from '../../components/stage/types.ts';
import roles from '../../components/views/roles.module.css';
import type { LabelId } from './labels.ts';
import { labels } from './labels.ts';
import styles from './SizesView.module.css';
import type { SizeRow } from './scene.ts';

interface SizesProps {
  readonly caption: LabelId;
  readonly rows: readonly SizeRow[];
}

/** Numbers of bytes as bars, the longest as long as there is room. What is asked has neither. */
export function SizesView({ caption, rows }: SizesProps) {
  const label = useLabel(labels);
  const most = Math.max(1, ...rows.map(({ size, state }) => (isKnown(state) ? size : 0)));
  return (
    <div className={styles.sizes}>
      <p className={styles.caption}>{label(caption)}</p>
      <dl className={styles.rows}>
        {rows.map(({ name, size, role, state }) => (
          <div key={name} className={`${styles.row} ${roles[role]}`} data-state={state}>
            <dt>{label(name)}</dt>
            <dd>
              <span className={styles.track}>
                <span className={styles.bar} style={{ inlineSize: isKnown(state) ? `${(100 * size) / most}%` : 0 }} />
              </span>
              <span className={styles.number}>{isKnown(state) ? size.toLocaleString('en') : '?'}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
