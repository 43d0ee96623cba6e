import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Stage.module.css';

interface StripProps {
  readonly label: string;
  readonly note?: string;
  /** Who sends it; left out for what is only computed. */
  readonly side?: 'client' | 'server';
  readonly children: ReactNode;
}

const SIGNS = { client: '▲', server: '▼' } as const;

/** A row of bytes with its name before it. What travels lies on a sheet, what is only computed has a dashed edge. */
export function Strip({ label, note, side, children }: StripProps) {
  const { t } = useTranslation('views');
  return (
    <div className={styles.strip}>
      <p className={styles.name}>
        {side && (
          <span className={styles.side}>
            <span aria-hidden="true">{SIGNS[side]} </span>
            {t(`stage.${side}`)}{' '}
          </span>
        )}
        <strong>{label}</strong>
        {note && <span className={styles.soft}>{note}</span>}
      </p>
      <div className={styles.sheet} data-side={side}>
        {children}
      </div>
    </div>
  );
}
