import { useTranslation } from 'react-i18next';
import { visible } from '../views/text.ts';
import { dismiss, useRoom } from './store.ts';
import styles from './Unusable.module.css';

/** Listed; of more only the number is told. */
const MOST = 8;

/** What could not be used of a link. The rest of it is on the page. */
export function Unusable() {
  const { t } = useTranslation('python');
  const unusable = useRoom((state) => state.unusable);
  if (unusable.length === 0) return null;
  return (
    <div className={styles.notice} role="alert">
      <div>
        <p>{t('unusable.says')}</p>
        <ul>
          {unusable.slice(0, MOST).map(({ key, value, why }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
            <li key={i}>
              <bdi className="bytes">
                {visible(key)}
                {value && ` = ${visible(value)}`}
              </bdi>
              {': '}
              {t(`unusable.why.${why}`)}
            </li>
          ))}
        </ul>
        {unusable.length > MOST && <p>{t('unusable.more', { count: unusable.length - MOST })}</p>}
      </div>
      <button type="button" onClick={dismiss}>
        {t('close')}
      </button>
    </div>
  );
}
