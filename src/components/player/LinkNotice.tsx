import { useTranslation } from 'react-i18next';
import { labelIn } from '../lesson/labels.ts';
import { visible } from '../views/text.ts';
import type { Language } from '../words/languages.ts';
import styles from './LinkNotice.module.css';
import { usePlayer } from './player.ts';
import { dismissUnusable, useLearn } from './store.ts';

/** Names come from the link, and may be anything. */
const LONGEST = 40;
const MOST = 6;

/** What of a link could not be used; the rest of it is on the page. */
export function LinkNotice() {
  const { t, i18n } = useTranslation('learn');
  const { loaded } = usePlayer();
  const unusable = useLearn((state) => state.unusable);
  if (unusable.length === 0) return null;
  const says = (what: string) => {
    if (what === 'step' || what === 'version') return t(`unusable.${what}`);
    const known = Object.hasOwn(loaded.lesson.fields, what);
    const name = known ? labelIn(loaded.labels, i18n.language as Language, `field-${what}`) : shortened(what);
    return t(known ? 'unusable.input' : 'unusable.unknown', { name });
  };
  return (
    <div className={`${styles.notice} no-print`} role="alert">
      <div>
        <p>{t('unusable.title')}</p>
        <ul>
          {unusable.slice(0, MOST).map((what) => (
            <li key={what}>
              <bdi>{says(what)}</bdi>
            </li>
          ))}
          {unusable.length > MOST && <li>{t('unusable.more', { count: unusable.length - MOST })}</li>}
        </ul>
      </div>
      <button type="button" onClick={dismissUnusable}>
        {t('unusable.dismiss')}
      </button>
    </div>
  );
}

function shortened(text: string): string {
  return visible(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
