import { useTranslation } from 'react-i18next';
import styles from './Decode.module.css';
import { Samples } from './Samples.tsx';

/** Beside the empty paste box: something to look at, one click away. */
export function Start() {
  const { t } = useTranslation('decode');
  return (
    <section className={styles.samples} aria-label={t('samples.title')}>
      <h2>{t('samples.title')}</h2>
      <p className={styles.soft}>{t('samples.says')}</p>
      <Samples level={3} />
    </section>
  );
}
