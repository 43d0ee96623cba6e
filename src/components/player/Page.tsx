import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Announcer } from './Announcer.tsx';
import { ProjectorAsk } from './AskBox.tsx';
import { Controls } from './Controls.tsx';
import { Dialogs } from './Dialogs.tsx';
import { LinkNotice } from './LinkNotice.tsx';
import { NotesPage } from './NotesPage.tsx';
import { ProjectorWays } from './Onward.tsx';
import styles from './Page.module.css';
import { Prose } from './Prose.tsx';
import { usePlayer } from './player.ts';
import { StageOfStep } from './StageOfStep.tsx';
import { setBlank, useLearn } from './store.ts';
import { HeaderTools } from './Tools.tsx';
import { useBare } from './useBare.ts';
import { useIdle } from './useIdle.ts';
import { useKeys } from './useKeys.ts';
import { usePlay } from './usePlay.ts';
import { Words } from './Words.tsx';

/** A step, in the way that this window shows steps. */
export function Page() {
  const mode = useLearn((state) => state.mode);
  useKeys();
  usePlay();
  return (
    <>
      {mode === 'notes' ? <NotesPage /> : <StagePage presenting={mode === 'present'} />}
      <HeaderTools />
      <Dialogs />
    </>
  );
}

/**
 * The stage, with words at its left and the scrubber below; on a phone the words are below. A presenter's window has the
 * stage and the title alone. The stage stays what it is when the presenter comes or goes.
 */
function StagePage({ presenting }: { readonly presenting: boolean }) {
  const { entry, step, plan, index } = usePlayer();
  const page = useRef<HTMLDivElement>(null);
  useBare(presenting, page);
  const idle = useIdle(presenting);
  return (
    <div
      ref={page}
      className={styles.page}
      tabIndex={-1}
      data-lesson={entry.id}
      data-presenting={presenting || undefined}
      data-idle={idle || undefined}
    >
      {presenting ? <Line key={step.ask ? step.id : 'title'} /> : <Words key="words" />}
      <StageOfStep key="stage" />
      <LinkNotice key="notice" />
      <Controls key="controls" />
      {presenting && <Progress key="progress" share={index / Math.max(1, plan.stepCount - 1)} />}
      <Announcer key="announcer" />
      {presenting && <Blank key="blank" />}
    </div>
  );
}

/** The one line of words on a projector: the title of the step, or its question. */
function Line() {
  const { prose, step } = usePlayer();
  if (step.ask) return <ProjectorAsk ask={step.ask} />;
  return (
    <div className={styles.title}>
      <h1>
        <Prose prose={prose} step={step} part="title" />
      </h1>
      <ProjectorWays />
    </div>
  );
}

/** Always there, even while the controls are not. */
function Progress({ share }: { readonly share: number }) {
  return <div className={`${styles.progress} no-print`} style={{ inlineSize: `${share * 100}%` }} aria-hidden="true" />;
}

/** The projector goes dark; a click, a key or any step brings the picture back. */
function Blank() {
  const { t } = useTranslation('learn');
  const blank = useLearn((state) => state.blank);
  if (!blank) return null;
  return (
    <button type="button" className={styles.blank} onClick={() => setBlank(false)}>
      <span className="unseen">{t('presenter.lift')}</span>
    </button>
  );
}
