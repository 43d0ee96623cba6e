import type { ReactNode } from 'react';
import styles from './Flow.module.css';

interface FlowProps {
  /** What is done on the way: “MD5”, “base64”. */
  readonly name: string;
  readonly to?: 'down' | 'right' | undefined;
  /** Soft, after the name. */
  readonly note?: ReactNode;
  /** For instance a link into the lesson that looks inside. */
  readonly children?: ReactNode;
}

const ARROWS = { down: '↓', right: '→' } as const;

/** What becomes of the part before it: an arrow with the name of the operation. */
export function Flow({ name, to = 'down', note, children }: FlowProps) {
  return (
    <div className={styles.flow} data-to={to}>
      <span aria-hidden="true" className={styles.arrow}>
        {ARROWS[to]}
      </span>
      <span className={styles.name}>{name}</span>
      {note !== undefined && <span className={styles.note}>{note}</span>}
      {children}
    </div>
  );
}
