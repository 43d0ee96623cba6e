import { useLabel } from '../../../components/lesson/labels.ts';
import { Part } from '../../../components/stage/Part.tsx';
import { bytesText } from '../format.ts';
import { labels } from '../labels.ts';
import type { BarsScene } from '../scene.ts';
import styles from './Bars.module.css';

const PARTS = ['payload', 'framing', 'head', 'packets'] as const;

/** Bytes as bars of one scale, and the same as a table. */
export function BarsView({ scene }: { readonly scene: BarsScene }) {
  const label = useLabel(labels);
  const { bars, caption, note } = scene;
  const most = Math.max(1, ...bars.map(({ total }) => total));
  const parts = PARTS.filter((part) => part !== 'packets' || bars.some((bar) => bar.parts.packets > 0));
  const percent = (size: number) => `${(size / most) * 100}%`;
  return (
    <div className={styles.room}>
      <Part label={label(caption.label, caption.values)}>
        <table className={styles.bars} data-state="current">
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">{label('method')}</span>
              </th>
              <th scope="col" className={styles.scale}>
                <span className={styles.keys}>
                  {parts.map((part) => (
                    <span key={part} className={styles.key}>
                      <span className={styles.part} data-part={part} /> {label(`part-${part}`)}
                    </span>
                  ))}
                </span>
              </th>
              <th scope="col" className={styles.total}>
                {label('sum')}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ id, name, parts: sizes, total, lit }) => (
              <tr key={id} data-lit={lit || undefined}>
                <th scope="row">{label(name.label, name.values)}</th>
                <td className={styles.scale}>
                  <span className={styles.bar}>
                    {parts.map((part) => (
                      <span
                        key={part}
                        className={styles.part}
                        data-part={part}
                        style={{ inlineSize: percent(sizes[part]) }}
                      />
                    ))}
                  </span>
                  <span className={styles.sizes}>
                    {parts
                      .filter((part) => Math.round(sizes[part]) > 0)
                      .map((part) => `${label(`part-${part}`)} ${bytesText(sizes[part])}`)
                      .join(' · ')}
                  </span>
                </td>
                <td className={styles.total}>{bytesText(total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {note && <p className={styles.note}>{label(note.label, note.values)}</p>}
      </Part>
    </div>
  );
}
