import { useTranslation } from 'react-i18next';
import styles from './Page.module.css';

interface Props {
  readonly error: unknown;
  readonly again: () => void;
}

/** What stands where a view threw, or could not be fetched. */
export function Broken({ error, again }: Props) {
  const { t } = useTranslation('shell');
  const stale = error instanceof Error && /dynamically imported|module script|preload|fetch/i.test(error.message);
  return (
    <section className={styles.page} role="alert">
      <h1>{t('broken.title')}</h1>
      <p>{t(stale ? 'broken.stale' : 'broken.says')}</p>
      <p className={styles.actions}>
        {stale ? null : (
          <button type="button" onClick={again}>
            {t('broken.again')}
          </button>
        )}
        <button type="button" onClick={() => location.reload()}>
          {t('broken.reload')}
        </button>
        <a href="#/">{t('broken.home')}</a>
      </p>
      <details>
        <summary>{t('broken.details')}</summary>
        <pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
      </details>
    </section>
  );
}
