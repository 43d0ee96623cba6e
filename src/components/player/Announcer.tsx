import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Prose } from './Prose.tsx';
import { type Player, usePlayer } from './player.ts';

/** Longer than the pause between the steps of a drag or of a quick play. */
const SETTLE_MS = 450;

/** Says the step that somebody went to, and what its picture shows, once the stepping has come to rest. */
export function Announcer() {
  const { t } = useTranslation('learn');
  const player = usePlayer();
  const [first] = useState(player.step.id);
  const [said, setSaid] = useState<Player | null>(null);
  const { id } = player.step;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step is said once, whatever changes in it
  useEffect(() => {
    // The step that the page opens with is read like any page.
    if (said === null && id === first) return;
    const timer = setTimeout(setSaid, SETTLE_MS, player);
    return () => clearTimeout(timer);
  }, [id]);
  return (
    <div className="unseen" aria-live="polite">
      {said && (
        <p>
          {t('announce', { step: said.index + 1, count: said.plan.stepCount })}{' '}
          <Prose prose={player.prose} step={said.step} part="title" />.{' '}
          <Prose prose={player.prose} step={said.step} part="picture" />
        </p>
      )}
    </div>
  );
}
