import { useTranslation } from 'react-i18next';
import { Cap } from './Cap.tsx';
import styles from './Controls.module.css';
import { openNotes } from './notesWindow.ts';
import { usePlayer } from './player.ts';
import { leavePresenting, setBlank, useLearn } from './store.ts';
import { toggleFullscreen } from './useKeys.ts';

/** What a presentation needs beyond the steps. */
export function PresenterControls() {
  const { t } = useTranslation('learn');
  const player = usePlayer();
  const mode = useLearn((state) => state.mode);
  const blank = useLearn((state) => state.blank);
  const dark = (
    <button type="button" aria-pressed={blank} aria-keyshortcuts="B" onClick={() => setBlank(!blank)}>
      {t('presenter.blank')} <Cap>B</Cap>
    </button>
  );
  if (mode === 'notes') return <div className={styles.presenter}>{dark}</div>;
  return (
    <div className={styles.presenter}>
      <button type="button" aria-keyshortcuts="N" onClick={() => openNotes(player)}>
        {t('presenter.notes')} <Cap>N</Cap>
      </button>
      {dark}
      <button type="button" aria-keyshortcuts="F" onClick={toggleFullscreen}>
        {t('presenter.fullscreen')} <Cap>F</Cap>
      </button>
      <button type="button" aria-keyshortcuts="Escape" onClick={leavePresenting}>
        {t('presenter.leave')} <Cap>Esc</Cap>
      </button>
    </div>
  );
}
