import { useLabel } from '../../../components/lesson/labels.ts';
import { Cells } from '../../../components/stage/Cells.tsx';
import { Part } from '../../../components/stage/Part.tsx';
import { labels } from '../labels.ts';
import type { TableScene } from '../scene.ts';
import styles from './Table.module.css';

const COLUMNS = ['col-texts', 'col-version', 'col-proof', 'col-frame', 'col-sees'] as const;

/** One message, seven ways: how each generation proved itself, framed, and hid. */
export function Table({ scene }: { readonly scene: TableScene }) {
  const label = useLabel(labels);
  return (
    <div className={styles.room}>
      <Part label={label('table-title')}>
        <table className={styles.table}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {label(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scene.rows.map(({ id, texts, version, draftHeader, proof, frame, readable }) => (
              <tr key={id}>
                <th scope="row">{texts}</th>
                <td className={styles.version} data-column={label('col-version')}>
                  {version ??
                    (draftHeader === null ? label('version-none') : label('version-early', { value: draftHeader }))}
                </td>
                <td data-column={label('col-proof')}>{label(proof)}</td>
                <td>
                  <Cells label={texts} cells={frame} size="small" />
                </td>
                <td data-column={label('col-sees')}>{label(readable)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
    </div>
  );
}
