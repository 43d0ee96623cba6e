import { useTranslation } from 'react-i18next';
import { setTheme, THEMES, type Theme, usePreferences } from '../state/preferences.ts';
import styles from './Switches.module.css';

const SIGNS: Record<Theme, string> = {
  // A disc half dark, a sun, a moon: 24 × 24.
  system: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18Zm0 2v14a7 7 0 0 1 0-14Z',
  light:
    'M12 7.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9ZM11 2h2v3h-2ZM11 19h2v3h-2ZM2 11h3v2H2ZM19 11h3v2h-3ZM4.2 5.6l1.4-1.4l2.1 2.1l-1.4 1.4ZM16.3 17.7l1.4-1.4l2.1 2.1l-1.4 1.4ZM4.2 18.4l2.1-2.1l1.4 1.4l-2.1 2.1ZM16.3 6.3l2.1-2.1l1.4 1.4l-2.1 2.1Z',
  dark: 'M20.5 14.2A8.7 8.7 0 0 1 9.8 3.5a8.7 8.7 0 1 0 10.7 10.7Z',
};

/** A native list under a sign: three choices in the space of one, with the system's own keyboard and screen reader ways. */
export function ThemeSwitch() {
  const { t } = useTranslation('shell');
  const theme = usePreferences((preferences) => preferences.theme);
  return (
    <label className={styles.sign} title={t('theme.label')}>
      <span className="unseen">{t('theme.label')}</span>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path d={SIGNS[theme]} fill="currentColor" fillRule="evenodd" />
      </svg>
      <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
        {THEMES.map((choice) => (
          <option key={choice} value={choice}>
            {t(`theme.${choice}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
