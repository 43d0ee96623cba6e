import { useTranslation } from 'react-i18next';
import { visible } from '../views/text.ts';
import styles from './NoticeBar.module.css';
import { useNotices } from './notices.ts';

/** What could not be used of a link or a file. The rest of it is on the page. */
export function NoticeBar() {
  const { t } = useTranslation('decode');
  const { notice, dismiss } = useNotices();
  if (!notice) return null;
  return (
    <div className={styles.notice} role="alert">
      {notice.kind === 'file-unreadable' ? (
        <p>{t('notices.fileUnreadable', { name: visible(notice.name) })}</p>
      ) : (
        <div>
          <p>{t('notices.unusable')}</p>
          <ul>
            {notice.unusable.slice(0, 8).map(({ key, value, why }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown.
              <li key={i}>
                <bdi className="bytes">
                  {visible(key)}
                  {value && ` = ${visible(value)}`}
                </bdi>
                {': '}
                {t(`notices.why.${why}`)}
              </li>
            ))}
          </ul>
          {notice.unusable.length > 8 && <p>{t('problems.more', { count: notice.unusable.length - 8 })}</p>}
        </div>
      )}
      <button type="button" onClick={dismiss}>
        {t('close')}
      </button>
    </div>
  );
}
