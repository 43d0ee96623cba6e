import { useTranslation } from 'react-i18next';
import { lessonHref, useCourse } from '../lesson/course.ts';
import type { Language } from '../words/languages.ts';
import styles from './GoOn.module.css';
import { progressIn, useProgress } from './progress.ts';

/** The way to where one left off, or to the first lesson. Of one height, whichever it is. */
export function GoOn() {
  const { t, i18n } = useTranslation('shell');
  const course = useCourse();
  const remembered = useProgress();
  const progress = remembered.last === null ? null : progressIn(remembered, remembered.last);
  const last = progress === null ? undefined : course.find(({ id }) => id === remembered.last);
  const entry = last ?? course[0];
  if (!entry) return null;
  const { number, title } = entry.about;
  return (
    <a className={styles.way} href={lessonHref(entry.id)}>
      <span className={styles.what}>{t(last ? 'course.goOn' : 'course.begin')}</span>
      <span className={styles.lesson}>
        <span className={styles.title}>
          {number} {title[i18n.language as Language]}
        </span>
        {last && progress && (
          <span className={styles.place}>{t('course.place', { step: progress.index + 1, count: progress.count })}</span>
        )}
      </span>
      <span className={styles.arrow} aria-hidden="true">
        →
      </span>
    </a>
  );
}
