import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface NoticeProps {
  readonly kind: 'right' | 'wrong' | 'info';
  readonly children: ReactNode;
}

const SIGNS = { right: '✓', wrong: '✕', info: 'i' } as const;

/** A verdict on the stage. The words say it; the sign and the colour only repeat it. */
export function Notice({ kind, children }: NoticeProps) {
  return (
    <div className={styles.notice} data-kind={kind}>
      <span aria-hidden="true" className={styles.sign}>
        {SIGNS[kind]}
      </span>
      <div>{children}</div>
    </div>
  );
}
