import { useLabel } from '../../../components/lesson/labels.ts';
import { List } from '../../../components/stage/List.tsx';
import roles from '../../../components/views/roles.module.css';
import { labels } from '../labels.ts';
import type { BitField } from '../scene.ts';
import styles from './HeaderBits.module.css';

interface HeaderBitsProps {
  readonly label: string;
  readonly fields: readonly BitField[];
}

/** Names that are words, and not the same in every language. */
const WORDS = { type: 'name-type', end: 'name-end', opcode: 'name-opcode', length: 'name-length' } as const;

/** The bits of a short header, whichever draft it is of: name, bits, and what they say. */
export function HeaderBits({ label: name, fields }: HeaderBitsProps) {
  const label = useLabel(labels);
  return (
    <List label={name} className={styles.fields}>
      {fields.map(({ key, name: own, bits, role, strong, cause, reading }) => (
        <li
          key={key}
          className={`${styles.field} ${roles[role]}`}
          data-strong={strong || undefined}
          style={{ '--bits': bits?.length ?? 1 }}
          aria-current={strong ? 'step' : undefined}
        >
          <span className={styles.name}>
            {cause !== null && <b aria-hidden="true">{cause} </b>}
            {own in WORDS ? label(WORDS[own as keyof typeof WORDS]) : own}
          </span>
          <span className={styles.bits}>{bits ?? '?'}</span>
          <span className={styles.reading}>{reading && bits !== null && label(reading.label, reading.values)}</span>
        </li>
      ))}
    </List>
  );
}
