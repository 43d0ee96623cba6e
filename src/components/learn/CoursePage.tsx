import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './CoursePage.module.css';
import { GoOn } from './GoOn.tsx';
import { LessonList } from './LessonList.tsx';

/** Names come from the address, and may be of any length. */
const LONGEST = 60;

/** All lessons, and the way to the one that was open last. */
export function CoursePage({ missing }: { readonly missing: string | null }) {
  const { t, i18n } = useTranslation('learn');
  // Who comes from a lesson brings its title.
  useEffect(() => {
    document.title = i18n.t('shell:title.learn', { lng: i18n.language });
  }, [i18n, i18n.language]);
  return (
    <section className={styles.course}>
      <div className={styles.head}>
        <div>
          <h1>{t('course.title')}</h1>
          {missing === null ? (
            <p>{t('course.says')}</p>
          ) : (
            <p role="alert">{t('course.missing', { lesson: missing.slice(0, LONGEST) })}</p>
          )}
        </div>
        <GoOn />
      </div>
      <LessonList level={2} />
      <p>
        <a href="#/python">{t('course.python')}</a>
      </p>
    </section>
  );
}
