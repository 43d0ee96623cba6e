import { useLabel } from '../../components/lesson/labels.ts';
import { Cells } from '../../components/stage/Cells.tsx';
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

/** Bytes drawn of a message; the rest is counted. */
const MOST = 16;
/** Up to so many have room to be large. */
const LARGE = 8;

/** Each byte a cell. Of those that are asked for, not even the number is shown. */
function Bytes({
  name,
  bytes,
  role,
  state,
}: Pick<SizeRow, 'role' | 'state'> & { name: string; bytes: readonly string[] }) {
  const shown = isKnown(state) ? bytes : [''];
  return (
    <Cells
      label={name}
      size={bytes.length > LARGE ? 'medium' : 'large'}
      limit={MOST}
      cells={shown.map((text, i) => ({ id: `${name}-${i}`, text, role, state }))}
    />
  );
}

/** Numbers of bytes as bars, the longest as long as there is room. What is asked has neither. */
export function SizesView({ caption, rows }: SizesProps) {
  const label = useLabel(labels);
  const most = Math.max(1, ...rows.map(({ size, state }) => (isKnown(state) ? size : 0)));
  return (
    <div className={styles.sizes}>
      <p className={styles.caption}>{label(caption)}</p>
      <dl className={styles.rows}>
        {rows.map(({ name, size, bytes, role, state }) => (
          <div
            key={name}
            className={`${styles.row} ${roles[role]}`}
            data-state={state}
            data-bar={bytes === undefined || undefined}
          >
            <dt>{label(name)}</dt>
            <dd>
              <span className={styles.number}>{isKnown(state) ? size.toLocaleString('en') : '?'}</span>
              {bytes === undefined ? (
                <span className={styles.track}>
                  <span className={styles.bar} style={{ inlineSize: isKnown(state) ? `${(100 * size) / most}%` : 0 }} />
                </span>
              ) : (
                <Bytes name={label(name)} bytes={bytes} role={role} state={state} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
