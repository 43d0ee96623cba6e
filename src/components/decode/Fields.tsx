import { useTranslation } from 'react-i18next';
import type { FieldNode } from '../../protocol/model/node.ts';
import { Explanation } from '../views/Explanation.tsx';
import { FieldTree } from '../views/FieldTree.tsx';
import styles from './Fields.module.css';

/** The fields of the part on show, and the one that is looked at in words. */
export function Fields({ tree }: { tree: FieldNode }) {
  const { t } = useTranslation('decode');
  return (
    <section className={styles.fields} aria-label={t('fields.label')}>
      <h2 className={styles.heading}>{t('fields.label')}</h2>
      <div className={styles.tree}>
        <FieldTree tree={tree} label={t('fields.label')} />
      </div>
      <div className={styles.explanation}>
        <Explanation tree={tree} whole />
      </div>
    </section>
  );
}
