import { useLabel } from '../../../components/lesson/labels.ts';
import { Part } from '../../../components/stage/Part.tsx';
import { labels } from '../labels.ts';
import type { FiguresScene } from '../scene.ts';
import styles from './Figures.module.css';

/** Figures in a table; what is asked for is the last column below its first row. */
export function FiguresView({ scene }: { readonly scene: FiguresScene }) {
  const label = useLabel(labels);
  const { caption, columns, rows, asked } = scene;
  return (
    <div className={styles.room}>
      <Part label={label(caption.label, caption.values)}>
        <table className={styles.figures} data-state="current">
          <thead>
            <tr>
              {columns.map(({ label: id, values }) => (
                <th key={`${id}${values?.clients ?? ''}`} scope="col">
                  {label(id, values)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, cells, lit }, row) => (
              <tr key={id} data-lit={(lit && !asked) || undefined}>
                <th scope="row">{label(name.label, name.values)}</th>
                {cells.map((cell, i) =>
                  asked && row > 0 ? (
                    <td key={columns[i + 1]?.label} data-state="hidden">
                      ?
                    </td>
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no identity but its column
                    <td key={i}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
    </div>
  );
}
