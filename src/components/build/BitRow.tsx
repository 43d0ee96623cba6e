// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be walked cell by cell; the grid of ARIA can
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself takes the focus
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { hexByte } from '../../protocol/bytes/hex.ts';
import type { ColourRole, FieldId } from '../../protocol/model/fields.ts';
import roles from '../views/roles.module.css';
import { ascii } from '../views/text.ts';
import styles from './BitGrid.module.css';

interface BitRowProps {
  readonly id: string;
  readonly row: number;
  /** Pixels. */
  readonly top: number;
  /** Offset of its first byte. */
  readonly first: number;
  readonly perRow: number;
  /** The bytes, as decimal numbers with a space between. */
  readonly values: string;
  /** The field of each bit, with a space behind. */
  readonly fields: string;
  /** The bit the keyboard is on, where it is in this row; else -1. */
  readonly active: number;
  readonly roleOf: (field: FieldId) => ColourRole;
}

/** A few bytes bit by bit, and as hex. */
export const BitRow = memo(function BitRow({
  id,
  row,
  top,
  first,
  perRow,
  values,
  fields,
  active,
  roleOf,
}: BitRowProps) {
  const { t } = useTranslation(['build', 'fields']);
  const bytes = values === '' ? [] : values.split(' ').map(Number);
  const of = fields.split(' ');
  return (
    <div
      role="row"
      aria-rowindex={row + 1}
      className={styles.row}
      style={{ transform: `translateY(${top}px)`, '--bytes': perRow }}
    >
      <span role="rowheader" className={styles.offset}>
        {first}
      </span>
      {bytes.map((byte, b) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a byte has no identity but its place
        <span key={b} role="presentation" className={styles.byte}>
          {Array.from({ length: 8 }, (_, i) => {
            const at = (first + b) * 8 + i;
            const value = (byte >> (7 - i)) & 1;
            const field = of[b * 8 + i] ?? '';
            const name = field === '' ? '' : t(`fields:${field as FieldId}.name`);
            return (
              <span
                key={at}
                id={`${id}-${at}`}
                role="gridcell"
                data-at={at}
                data-value={value}
                data-active={at === active || undefined}
                className={`${styles.bit} ${roles[field === '' ? 'plain' : roleOf(field as FieldId)]}`}
                aria-label={t('build:bits.bit', {
                  byte: String(first + b),
                  bit: String(i),
                  name,
                  value: String(value),
                })}
              >
                {value}
              </span>
            );
          })}
        </span>
      ))}
      <span role="presentation" aria-hidden="true" className={styles.hex}>
        {bytes.map(hexByte).join(' ')}
        <span className={styles.letters}>{bytes.map(ascii).join('')}</span>
      </span>
    </div>
  );
});
