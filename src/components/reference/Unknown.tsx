import { useTranslation } from 'react-i18next';
import { keyOf, type PageId } from './kinds.ts';
import { PageLink } from './PageLink.tsx';
import styles from './Reference.module.css';

interface UnknownProps {
  readonly asked: string;
  readonly near: readonly PageId[];
}

/** What stands where an address leads to no entry: what was asked for, as text, and what may have been meant. */
export function Unknown({ asked, near }: UnknownProps) {
  const { t } = useTranslation('reference');
  return (
    <section className={styles.page}>
      <h1>{t('unknown.title')}</h1>
      <p className={styles.says} role="alert">
        {t('unknown.says', { asked })}
      </p>
      {near.length > 0 && (
        <>
          <p>{t('unknown.near')}</p>
          <ul className={styles.near}>
            {near.map((page) => (
              <li key={keyOf(page)}>
                <PageLink page={page} kind />
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href="#/reference">{t('unknown.all')}</a>
      </p>
    </section>
  );
}
