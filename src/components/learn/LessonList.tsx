import { useTranslation } from 'react-i18next';
import { lessonHref, useCourse } from '../lesson/course.ts';
import type { Language } from '../words/languages.ts';
import styles from './LessonList.module.css';
import { progressIn, useProgress } from './progress.ts';

/** The lessons, each with how far one has come. On the first page too: what is imported here is in everybody's way. */
export function LessonList({ level }: { readonly level: 2 | 3 }) {
  const { t, i18n } = useTranslation('shell');
  const language = i18n.language as Language;
  const course = useCourse();
  const remembered = useProgress();
  const Heading = `h${level}` as const;
  return (
    <ol className={styles.list}>
      {course.map(({ id, about }) => {
        const progress = progressIn(remembered, id);
        const share = progress === null ? 0 : progress.finished ? 1 : (progress.index + 1) / progress.count;
        return (
          <li key={id} className={styles.lesson} data-last={remembered.last === id || undefined}>
            <span className={styles.number} aria-hidden="true">
              {about.number}
            </span>
            <div className={styles.words}>
              <Heading>
                <a href={lessonHref(id)}>
                  <span className="unseen">{t('course.lesson', { number: about.number })}: </span>
                  {about.title[language]}
                </a>
              </Heading>
              <p>{about.says[language]}</p>
            </div>
            {/* There from the beginning, so that nothing moves when something is known of it. */}
            <p className={styles.progress}>
              <span className={styles.bar} aria-hidden="true">
                <span style={{ inlineSize: `${share * 100}%` }} />
              </span>
              <span className={styles.place}>
                {progress === null
                  ? ''
                  : progress.finished
                    ? `✓ ${t('course.finished')}`
                    : t('course.place', { step: progress.index + 1, count: progress.count })}
              </span>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
