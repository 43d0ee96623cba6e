import { useTranslation } from 'react-i18next';
import { Cap } from './Cap.tsx';
import styles from './Controls.module.css';
import { PresenterControls } from './PresenterControls.tsx';
import { usePlayer } from './player.ts';
import { Scrubber } from './Scrubber.tsx';
import { SPEEDS, type Speed, setSpeed, useLearn } from './store.ts';
import { togglePlay } from './usePlay.ts';

/** Back, forth, play, and the scrubber. */
export function Controls() {
  const { t } = useTranslation('learn');
  const { plan, index, step, go } = usePlayer();
  const playing = useLearn((state) => state.playing);
  const speed = useLearn((state) => state.speed);
  const mode = useLearn((state) => state.mode);
  const { stepCount } = plan;
  const last = stepCount - 1;
  return (
    <section className={`${styles.controls} no-print`} aria-label={t('controls')}>
      <div className={styles.moves}>
        {/* At the ends they do nothing, but keep the focus. */}
        <button
          type="button"
          className={styles.back}
          aria-disabled={index === 0}
          aria-label={t('back')}
          title={t('back')}
          onClick={() => go(index - 1)}
        >
          <span aria-hidden="true">◀</span>
        </button>
        <button type="button" className={styles.next} aria-disabled={index === last} onClick={() => go(index + 1)}>
          {t('next')} <span aria-hidden="true">▶</span>
        </button>
        <button
          type="button"
          className={styles.play}
          onClick={() => togglePlay(index, stepCount, step.ask !== undefined, go)}
        >
          {t(playing ? 'pause' : 'play')}
        </button>
        <select
          className={styles.speed}
          aria-label={t('speed')}
          value={speed}
          onChange={(event) => setSpeed(Number(event.target.value) as Speed)}
        >
          {SPEEDS.map((one) => (
            <option key={one} value={one}>
              {one}×
            </option>
          ))}
        </select>
      </div>
      <Scrubber />
      <p className={styles.count}>
        {t('step-of', { step: index + 1, count: stepCount })}
        {/* Keeps the room of the longest. */}
        <span aria-hidden="true">{t('step-of', { step: stepCount, count: stepCount })}</span>
      </p>
      {mode === 'page' ? (
        <p className={styles.hints} aria-hidden="true">
          <Cap>←</Cap>
          <Cap>→</Cap>
          <Cap>{t('space')}</Cap>
        </p>
      ) : (
        <PresenterControls />
      )}
    </section>
  );
}
