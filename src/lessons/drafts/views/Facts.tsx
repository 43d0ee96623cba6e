import { useLabel } from '../../../components/lesson/labels.ts';
import { Notice } from '../../../components/stage/Notice.tsx';
import { Part } from '../../../components/stage/Part.tsx';
import { labels } from '../labels.ts';
import type { FactsScene } from '../scene.ts';
import styles from './Facts.module.css';

/** What a browser does today. */
export function Facts({ scene }: { readonly scene: FactsScene }) {
  const label = useLabel(labels);
  return (
    <div className={styles.facts}>
      <Part label={label('facts-title')}>
        {scene.facts.map(({ kind, label: id, values }) => (
          <Notice key={id} kind={kind}>
            {label(id, values)}
          </Notice>
        ))}
      </Part>
    </div>
  );
}
