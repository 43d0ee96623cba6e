import type { ReactNode } from 'react';
import { BitRow, type BitRowProps } from './BitRow.tsx';
import styles from './Bits.module.css';
import { List } from './List.tsx';

export interface BitTableRow extends Omit<BitRowProps, 'width'> {
  readonly id: string;
  /** Soft, under the label. */
  readonly note?: string | undefined;
  /** Before the bits: ⊕, +, ∧, =. */
  readonly operator?: string | undefined;
  /** To the right: the number in hex, say. */
  readonly after?: ReactNode;
  /** A line above, as above a sum. */
  readonly line?: boolean | undefined;
}

interface BitTableProps {
  readonly label: string;
  readonly rows: readonly BitTableRow[];
  /** Bits in a row: all rows have as many, so that bits of one place stand under one another. */
  readonly width: number;
}

/** Numbers under one another, bit under bit. */
export function BitTable({ label, rows, width }: BitTableProps) {
  const operators = rows.some((row) => row.operator !== undefined);
  return (
    <List label={label} className={styles.table}>
      {rows.map(({ note, operator, after, line, ...row }) => (
        <li key={row.id} className={styles.row} data-line={line || undefined}>
          <span className={styles.names}>
            <span className={styles.label}>{row.label}</span>
            {note !== undefined && <span className={styles.note}>{note}</span>}
          </span>
          {operators && <span className={styles.operator}>{operator}</span>}
          <BitRow {...row} width={width} />
          {after !== undefined && <span className={styles.after}>{after}</span>}
        </li>
      ))}
    </List>
  );
}
