import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './PhaseMenu.module.css';
import { usePlayer } from './player.ts';
import { usePhases } from './usePhases.ts';

/** The name of the phase on show; behind it the outline of the lesson, each part of it a way to its first step. */
export function PhaseMenu() {
  const { t } = useTranslation('learn');
  const { go } = usePlayer();
  const { phases, here } = usePhases();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" className={styles.here} popoverTarget={id}>
        <span className="unseen">{t('outline')}: </span>
        <span className={styles.name}>{here?.name}</span>
        <span aria-hidden="true">▴</span>
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        className={styles.outline}
        onToggle={() => list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })}
      >
        <h2>{t('outline')}</h2>
        <ol>
          {phases.map(({ first, count, name }) => (
            <li key={first}>
              <button
                type="button"
                aria-current={first === here?.first ? 'step' : undefined}
                onClick={() => {
                  go(first);
                  list.current?.hidePopover();
                }}
              >
                <span>{name}</span>
                <span className={styles.steps}>{count === 1 ? first + 1 : `${first + 1}–${first + count}`}</span>
              </button>
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}
