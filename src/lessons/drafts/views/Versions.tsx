import { useLabel } from '../../../components/lesson/labels.ts';
import { HttpText } from '../../../components/stage/HttpText.tsx';
import { Columns } from '../../../components/stage/Layout.tsx';
import { Notice } from '../../../components/stage/Notice.tsx';
import { Part } from '../../../components/stage/Part.tsx';
import { labels } from '../labels.ts';
import type { VersionsScene } from '../scene.ts';
import { rowsOf } from './rows.ts';
import styles from './Versions.module.css';

/** All version numbers in a row, and what a server answers to one. */
export function Versions({ scene }: { readonly scene: VersionsScene }) {
  const label = useLabel(labels);
  const { cells, request, response, opened, version } = scene;
  return (
    <div className={styles.versions}>
      <Part label={label('numbers')}>
        <ol className={styles.numbers} aria-label={label('numbers')}>
          {cells.map(({ id, text, state, who }) => (
            <li key={id} className={styles.number} data-sent={who !== null || undefined} data-state={state}>
              <b>{text}</b>
              <span>{who ?? label('number-never')}</span>
            </li>
          ))}
        </ol>
      </Part>
      <div className={styles.heads} style={{ '--rows': Math.max(rowsOf(request), rowsOf(response)) }}>
        <Columns>
          <Part label={label('ask-for', { version })} kind="wire" side="client">
            <HttpText label={label('request')} lines={request} />
          </Part>
          <Part label={label('server-13')} kind="wire" side="server">
            <HttpText label={label('response')} lines={response} />
          </Part>
        </Columns>
      </div>
      {opened !== null && (
        <Notice kind={opened ? 'right' : 'wrong'}>{label(opened ? 'answer-open' : 'answer-refused')}</Notice>
      )}
    </div>
  );
}
