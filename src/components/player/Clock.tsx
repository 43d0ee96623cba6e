import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Clock.module.css';
import { clockTime, elapsed, resetStopwatch, toggleStopwatch } from './clock.ts';
import { useLearn } from './store.ts';

/** How late it is, and how long the lecture has taken so far. */
export function Clock() {
  const { t, i18n } = useTranslation('learn');
  const watch = useLearn((state) => state.clock);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className={styles.clock}>
      <time className={styles.now} title={t('clock.now')}>
        {new Date(now).toLocaleTimeString(i18n.language, { hour: 'numeric', minute: '2-digit' })}
      </time>
      <span className={styles.watch} role="timer" aria-label={t('clock.elapsed')}>
        {clockTime(elapsed(watch, now))}
      </span>
      <button type="button" onClick={() => toggleStopwatch(Date.now())}>
        {t(watch.since === null ? 'clock.go' : 'clock.stop')}
      </button>
      <button type="button" onClick={() => resetStopwatch(Date.now())}>
        {t('clock.reset')}
      </button>
    </div>
  );
}
