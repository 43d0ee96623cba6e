import { useTranslation } from 'react-i18next';
import { visible } from './text.ts';
import styles from './UnusableList.module.css';

interface UnusableListProps<Why> {
  /** Whose words these are. */
  readonly room: 'build' | 'python';
  /** Nothing is shown where it is empty. */
  readonly unusable: readonly { readonly key: string; readonly value: string; readonly why: Why }[];
  readonly whyOf: (why: Why) => string;
  readonly onDismiss: () => void;
}

/** Listed; of more only the number is told. */
const MOST = 8;

/** What could not be used of a link or a file. The rest of it is on the page. */
export function UnusableList<Why>({ room, unusable, whyOf, onDismiss }: UnusableListProps<Why>) {
  const { t } = useTranslation(room);
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
              {whyOf(why)}
            </li>
          ))}
        </ul>
        {unusable.length > MOST && <p>{t('unusable.more', { count: unusable.length - MOST })}</p>}
      </div>
      <button type="button" onClick={onDismiss}>
        {t('close')}
      </button>
    </div>
  );
}
