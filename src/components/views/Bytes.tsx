import { useTranslation } from 'react-i18next';
import type { ColourRole } from '../../protocol/model/fields.ts';
import styles from './Bytes.module.css';
import { hex } from './format.ts';
import roles from './roles.module.css';

interface BytesProps {
  readonly bytes: Uint8Array;
  readonly role?: ColourRole;
  /** Most bytes shown. */
  readonly limit?: number;
}

/** Bytes in a line of words, each a chip. */
export function Bytes({ bytes, role = 'plain', limit = 16 }: BytesProps) {
  const { t } = useTranslation('views');
  const shown = [...bytes.subarray(0, limit)];
  const rest = bytes.length - shown.length;
  return (
    <span className={`${styles.bytes} ${roles[role]}`}>
      <span className="unseen">{hex(bytes, limit)}</span>
      {shown.map((byte, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a byte has no identity but its place
        <span key={i} className={styles.byte} aria-hidden="true">
          {byte.toString(16).padStart(2, '0')}
        </span>
      ))}
      {rest > 0 && <span className={styles.rest}>{t('more', { count: rest })}</span>}
    </span>
  );
}
