import { useTranslation } from 'react-i18next';
import { PhaseMenu } from './PhaseMenu.tsx';
import { usePlayer } from './player.ts';
import styles from './Scrubber.module.css';
import { usePhases } from './usePhases.ts';

/** All steps in a line, a part of it for each phase. The native slider: exact, and at home with every kind of hand. */
export function Scrubber() {
  const { t } = useTranslation('learn');
  const { plan, index, go } = usePlayer();
  const { phases, here } = usePhases();
  const last = Math.max(1, plan.stepCount - 1);
  // Where the thumb is at a step, and half-way between two of them.
  const at = (step: number) => Math.max(0, Math.min(1, step / last));
  return (
    <div className={styles.scrubber}>
      <div className={styles.line}>
        <div className={styles.phases} aria-hidden="true">
          {phases.map(({ first, count }) => {
            const [start, end] = [at(first - 0.5), at(first + count - 0.5)];
            const done = (at(index) - start) / (end - start || 1);
            return (
              <span
                key={first}
                className={styles.phase}
                style={{
                  insetInlineStart: `${start * 100}%`,
                  inlineSize: `${(end - start) * 100}%`,
                  '--done': `${Math.max(0, Math.min(1, done)) * 100}%`,
                }}
              />
            );
          })}
        </div>
        <input
          type="range"
          className={styles.range}
          min={0}
          max={last}
          value={index}
          aria-label={t('scrubber')}
          aria-valuetext={t('scrubbed', { step: index + 1, count: plan.stepCount, phase: here?.name ?? '' })}
          onChange={(event) => go(Number(event.target.value))}
        />
      </div>
      <PhaseMenu />
    </div>
  );
}
