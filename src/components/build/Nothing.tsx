import { useTranslation } from 'react-i18next';
import styles from './Build.module.css';
import { addLast, firstFrame } from './store.ts';

/** Everything was deleted. */
export function Nothing() {
  const { t } = useTranslation('build');
  return (
    <div className={styles.nothing}>
      <p>{t('nothing')}</p>
      <button type="button" onClick={() => addLast([firstFrame()])}>
        {t('begin')}
      </button>
    </div>
  );
}
