import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { lessonHref, useCourse } from '../lesson/course.ts';
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx';
import { ThemeSwitch } from '../shell/ThemeSwitch.tsx';
import { addressOf } from '../state/address.ts';
import type { Language } from '../words/languages.ts';
import { Announcer } from './Announcer.tsx';
import { Answers } from './Answers.tsx';
import { Clock } from './Clock.tsx';
import { Controls } from './Controls.tsx';
import { Input } from './Inputs.tsx';
import styles from './NotesPage.module.css';
import { Neighbours, Onward } from './Onward.tsx';
import { Prose } from './Prose.tsx';
import { usePlayer } from './player.ts';
import { Sections } from './Sections.tsx';
import { useLearn } from './store.ts';
import { hashFor } from './useAddress.ts';
import { useBare } from './useBare.ts';
import { canSync, useOthers } from './useSync.ts';

/** The teacher's own window: what to say to the step on show, what comes next, and how late it is. */
export function NotesPage() {
  const { t } = useTranslation('learn');
  const { entry, loaded, prose, plan, step, index } = usePlayer();
  const page = useRef<HTMLDivElement>(null);
  useBare(true, page);
  const next = plan.step(index + 1);
  const hasNotes = prose.texts[step.text]?.parts.includes('notes');
  const fields = Object.keys(loaded.lesson.fields);
  return (
    <div ref={page} className={styles.page} tabIndex={-1} data-lesson={entry.id}>
      <header className={styles.head}>
        <div>
          <LessonChoice />
          <Company />
        </div>
        <Clock />
        <div className={styles.switches}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <article className={styles.now} aria-label={t('text')}>
        <h1>
          <Prose prose={prose} step={step} part="title" />
        </h1>
        <div className={styles.body}>
          <Prose prose={prose} step={step} part="body" />
        </div>
        {step.ask && <Answers ask={step.ask} />}
        <p className={styles.sections}>
          <Sections sections={step.sections} />
        </p>
      </article>
      <div className={styles.side}>
        <section className={styles.notes} aria-label={t('notes.label')}>
          <h2>{t('notes.label')}</h2>
          <div className={styles.note}>
            {hasNotes ? (
              <Prose prose={prose} step={step} part="notes" />
            ) : (
              <p className={styles.none}>{t('notes.none')}</p>
            )}
          </div>
        </section>
        <section className={styles.next} aria-label={t('notes.next')}>
          <h2>{t('notes.next')}</h2>
          <p className={styles.coming}>{next ? <Prose prose={prose} step={next} part="title" /> : t('notes.end')}</p>
          <Onward />
          <Neighbours all={false} />
        </section>
        {fields.length > 0 && (
          <details className={styles.inputs}>
            <summary>{t('notes.inputs')}</summary>
            {fields.map((name) => (
              <Input key={name} name={name} />
            ))}
          </details>
        )}
      </div>
      <Controls />
      <Announcer />
    </div>
  );
}

/** Lectures leave lessons out, and come back to others. */
function LessonChoice() {
  const { t, i18n } = useTranslation('learn');
  const course = useCourse();
  const { entry } = usePlayer();
  return (
    <select
      className={styles.lesson}
      aria-label={t('notes.lesson')}
      value={entry.id}
      onChange={(event) => {
        location.hash = lessonHref(event.target.value);
      }}
    >
      {course.map(({ id, about }) => (
        <option key={id} value={id}>
          {t('lesson-of', { number: about.number, title: about.title[i18n.language as Language] })}
        </option>
      ))}
    </select>
  );
}

/** Whether a projector goes with these notes. */
function Company() {
  const { t } = useTranslation('learn');
  const { entry, loaded } = usePlayer();
  const others = useOthers((state) => state.others);
  const session = useLearn((state) => state.session);
  if (others > 0) {
    return (
      <p className={styles.company} role="status">
        <span aria-hidden="true">●</span> {t('notes.together')}
      </p>
    );
  }
  return (
    <p className={styles.company} role="status">
      <span aria-hidden="true">○</span> {t(canSync() ? 'notes.alone' : 'presenter.unable')}{' '}
      {canSync() && (
        <a href={addressOf(hashFor(entry, loaded.lesson, 'present', session))} target="_blank" rel="noopener opener">
          {t('notes.project')}
        </a>
      )}
    </p>
  );
}
