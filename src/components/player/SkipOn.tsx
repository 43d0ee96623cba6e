import { useTranslation } from 'react-i18next';
import { Cap } from './Cap.tsx';
import { usePlayer } from './player.ts';
import styles from './SkipOn.module.css';
import { usePhases } from './usePhases.ts';

/** So many more steps with the same text are a long way for those who have understood. */
const LONG = 5;

/** In a run of steps that say the same of one value after another: the way to the next part. */
export function SkipOn() {
  const { t } = useTranslation('learn');
  const { plan, index, step, go } = usePlayer();
  const { phases, here } = usePhases();
  const next = phases.find(({ first }) => first > index);
  if (!here || !next || plan.step(index - 1)?.text !== step.text) return null;
  if (plan.step(index + LONG)?.text !== step.text) return null;
  return (
    <p>
      <button type="button" className={styles.skip} aria-keyshortcuts="]" onClick={() => go(next.first)}>
        {t('skip-on', { phase: next.name })} <Cap>]</Cap>
      </button>
    </p>
  );
}
