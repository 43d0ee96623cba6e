import { useTranslation } from 'react-i18next';
import styles from './Hints.module.css';

const HINTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;

/** Help to be opened one by one. */
export function Hints() {
  const { t } = useTranslation('python');
  return (
    <section className={styles.hints} aria-labelledby="hints">
      <h2 id="hints">{t('hints.title')}</h2>
      <p>{t('hints.says')}</p>
      {HINTS.map((hint, i) => (
        <details key={hint}>
          <summary>
            {t('hints.number', { number: i + 1 })} · {t(`hints.list.${hint}.title`)}
          </summary>
          <p>{t(`hints.list.${hint}.says`)}</p>
        </details>
      ))}
    </section>
  );
}
