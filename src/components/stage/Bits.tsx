import type { ReactNode } from 'react';
import { BitRow, type BitRowProps } from './BitRow.tsx';
import styles from './Bits.module.css';

interface BitsProps extends Omit<BitRowProps, 'label'> {
  readonly label: string;
  /** The label is seen, not only heard. */
  readonly named?: boolean | undefined;
  /** To the right: the number in hex, say. */
  readonly after?: ReactNode;
}

/** One number, bit by bit, in groups of eight. */
export function Bits({ named, after, ...row }: BitsProps) {
  return (
    <div className={styles.alone}>
      {named && <span className={styles.label}>{row.label}</span>}
      <BitRow {...row} />
      {after !== undefined && <span className={styles.after}>{after}</span>}
    </div>
  );
}
