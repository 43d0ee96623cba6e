import { hexByte } from '../../protocol/bytes/hex.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import { placed } from '../stage/word.ts';
import roles from '../views/roles.module.css';
import styles from './ByteGrid.module.css';

export interface GridByte {
  /** Null: not known yet. */
  readonly value: number | null;
  readonly role: ColourRole;
  readonly state: 'current' | 'faint' | 'done';
}

interface ByteGridProps {
  readonly label: string;
  /** Index of the first of them in the padded message. */
  readonly first: number;
  readonly bytes: readonly GridByte[];
}

/** Bytes of a block, sixteen in a row. */
export function ByteGrid({ label, first, bytes }: ByteGridProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without markers Safari does not call it a list
    <ol role="list" className={styles.bytes} aria-label={label}>
      {placed(bytes).map(({ item: { value, role, state }, place }) => (
        <li
          key={place}
          className={`${styles.byte} ${roles[role]}`}
          data-state={value === null ? 'empty' : state}
          data-travel={value === null ? undefined : `byte-${first + place}`}
        >
          {value === null ? '' : hexByte(value)}
        </li>
      ))}
    </ol>
  );
}
