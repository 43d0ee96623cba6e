import { useTranslation } from 'react-i18next';
import { setLanguage } from '../state/preferences.ts';
import { LANGUAGES, type Language } from '../words/languages.ts';
import styles from './Switches.module.css';

export function LanguageSwitch() {
  const { t, i18n } = useTranslation('shell');
  return (
    <fieldset className={styles.group}>
      <legend className="unseen">{t('language')}</legend>
      {(Object.keys(LANGUAGES) as Language[]).map((language) => (
        <button
          key={language}
          type="button"
          lang={LANGUAGES[language].tag}
          aria-pressed={i18n.language === language}
          onClick={() => setLanguage(language)}
        >
          {LANGUAGES[language].short}
        </button>
      ))}
    </fieldset>
  );
}
