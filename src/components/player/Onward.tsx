import { useTranslation } from 'react-i18next';
import { type CourseEntry, lessonHref, useCourse } from '../lesson/course.ts';
import type { Language } from '../words/languages.ts';
import { placeHash } from './link.ts';
import styles from './Onward.module.css';
import { Prose } from './Prose.tsx';
import { usePlayer } from './player.ts';

/** The way from this step into another lesson. A presentation goes on there: see openLesson. */
export function Onward() {
  const { step } = usePlayer();
  if (!step.onward) return null;
  return (
    <p>
      <OnwardLink className={styles.onward} />
    </p>
  );
}

/** At the ends of a lesson, the way to the lessons before and after, and to the list of all (which ends a presentation). */
export function Neighbours({ all }: { readonly all: boolean }) {
  const { t, i18n } = useTranslation('learn');
  const { before, after, last } = useNeighbours();
  if (!before && !after && !(all && last)) return null;
  return (
    <nav className={styles.neighbours} aria-label={t('neighbours.label')}>
      {before && (
        <a href={lessonHref(before.id)}>
          <span aria-hidden="true">← </span>
          {t('neighbours.before', {
            number: before.about.number,
            title: before.about.title[i18n.language as Language],
          })}
        </a>
      )}
      {after && <After lesson={after} />}
      {all && last && <a href="#/learn">{t('neighbours.all')}</a>}
    </nav>
  );
}

/** The ways onward under the title of a projector. */
export function ProjectorWays() {
  const { t } = useTranslation('learn');
  const { step } = usePlayer();
  const { after } = useNeighbours();
  if (!step.onward && !after) return null;
  return (
    <nav className={`${styles.ways} no-print`} aria-label={t('neighbours.label')}>
      {step.onward && <OnwardLink />}
      {after && <After lesson={after} />}
    </nav>
  );
}

function OnwardLink({ className }: { readonly className?: string | undefined }) {
  const { prose, step } = usePlayer();
  if (!step.onward) return null;
  return (
    <a className={className} href={placeHash({ ...step.onward, mode: 'page' })}>
      <Prose prose={prose} step={step} part="onward" /> <span aria-hidden="true">→</span>
    </a>
  );
}

function After({ lesson }: { readonly lesson: CourseEntry }) {
  const { t, i18n } = useTranslation('learn');
  const { number, title } = lesson.about;
  return (
    <a href={lessonHref(lesson.id)}>
      {t('neighbours.after', { number, title: title[i18n.language as Language] })}
      <span aria-hidden="true"> →</span>
    </a>
  );
}

/** The lesson before, at the first step; the one after, at the last, where the step does not lead there by itself. */
function useNeighbours() {
  const course = useCourse();
  const { entry, plan, index, step } = usePlayer();
  const at = course.indexOf(entry);
  const last = index === plan.stepCount - 1;
  const before = index === 0 ? course[at - 1] : undefined;
  const after = last && course[at + 1]?.id !== step.onward?.lesson ? course[at + 1] : undefined;
  return { before, after, last };
}
