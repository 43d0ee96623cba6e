import { useTranslation } from 'react-i18next';
import { Explanation } from '../views/Explanation.tsx';
import { FieldTree } from '../views/FieldTree.tsx';
import { IssueList } from '../views/IssueList.tsx';
import styles from './Build.module.css';
import type { ItemReading } from './selectors.ts';

/** How the item is read: what is wrong, the field looked at in words, and all fields. */
export function ReadingPanel({ reading }: { readonly reading: ItemReading }) {
  const { t } = useTranslation(['build', 'views']);
  const { tree, issues } = reading;
  if (!tree) return null;
  return (
    <section className={styles.reading} aria-label={t('build:reading.label')}>
      <div className={styles.issues}>
        <h2>{t('views:issues.label')}</h2>
        <IssueList issues={issues} label={t('views:issues.label')} />
      </div>
      <div className={styles.words}>
        <Explanation tree={tree} followHover whole />
      </div>
      <div className={styles.tree}>
        <FieldTree tree={tree} label={t('build:reading.fields')} maxRows={12} />
      </div>
    </section>
  );
}
