import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { fromHex, toHex } from '../../protocol/bytes/hex.ts';
import styles from './Form.module.css';
import { useDraft } from './useDraft.ts';

interface HexBoxProps {
  readonly label: string;
  readonly bytes: Uint8Array;
  readonly onBytes: (bytes: Uint8Array) => void;
  /** The only number of bytes there may be. */
  readonly length?: number;
  readonly oneLine?: boolean;
}

/** Bytes as hex, in pairs, with any spaces, colons, commas or 0x between. */
export function HexBox({ label, bytes, onBytes, length, oneLine = false }: HexBoxProps) {
  const { t } = useTranslation('build');
  const id = useId();
  const box = useDraft(spaced(bytes), (text) => {
    const read = fromHex(text.replace(/0x|[\s:,]/gi, ''));
    if (!read || (length !== undefined && read.length !== length)) return null;
    onBytes(read);
    return spaced(read);
  });
  const shared = {
    id,
    className: styles.bytes,
    spellCheck: false,
    autoComplete: 'off',
    autoCapitalize: 'none',
    value: box.value,
    'aria-invalid': box.bad,
    'aria-describedby': box.bad ? `${id}-bad` : undefined,
    onBlur: box.onBlur,
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {oneLine ? (
        <input type="text" {...shared} onChange={(event) => box.onChange(event.target.value)} />
      ) : (
        <textarea rows={3} {...shared} onChange={(event) => box.onChange(event.target.value)} />
      )}
      {box.bad && (
        <p id={`${id}-bad`} role="alert" className={styles.problem}>
          {length === undefined ? t('form.badHex') : t('form.badHexOf', { count: length })}
        </p>
      )}
    </div>
  );
}

function spaced(bytes: Uint8Array): string {
  return toHex(bytes).replace(/..\B/g, '$& ');
}
