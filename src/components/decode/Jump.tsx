import { useTranslation } from 'react-i18next';
import styles from './Workbench.module.css';

const PLACES = ['input', 'part', 'fields', 'problems'] as const;

/** On a phone the panels stand one below the other: this leads from one to the next. */
export function Jump() {
  const { t } = useTranslation('decode');
  return (
    <nav className={styles.jump} aria-label={t('jump.label')}>
      {PLACES.map((place) => (
        <button
          key={place}
          type="button"
          onClick={() => document.getElementById(`workbench-${place}`)?.scrollIntoView({ block: 'start' })}
        >
          {t(`jump.${place}`)}
        </button>
      ))}
    </nav>
  );
}
