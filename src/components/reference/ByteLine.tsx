import { useTranslation } from 'react-i18next';
import type { Item } from '../build/conversation.ts';
import { itemReading } from '../build/selectors.ts';
import { hex } from '../views/format.ts';
import { hexCell } from '../views/hexCell.ts';
import { glow } from '../views/light.ts';
import type { Light } from '../views/linked.ts';
import { finder, leaves, NO_MARKS } from '../views/marks.ts';
import roles from '../views/roles.module.css';
import styles from './Example.module.css';
import type { ReadExample } from './reading.ts';

interface ByteLineProps {
  readonly item: Item;
  readonly example: ReadExample;
  /** Where the item begins in its direction. */
  readonly offset: number;
  readonly light: Light | undefined;
}

/** Most bytes shown: what matters stands in front. */
const LIMIT = 32;

/** A frame as bytes, each in the colour of its field. */
export function ByteLine({ item, example, offset, light }: ByteLineProps) {
  const { t } = useTranslation('views');
  const { tree } = itemReading(example.conversation, item);
  const marks = tree ? finder(leaves(tree), item.direction) : NO_MARKS;
  const shown = [...item.bytes.subarray(0, LIMIT)];
  const rest = item.bytes.length - shown.length;
  return (
    <p className={styles.bytes}>
      <span className="unseen">{hex(item.bytes, LIMIT)}</span>
      {shown.map((byte, i) => {
        const at = offset + i;
        const cell = hexCell(marks(at, at + 1), at);
        return (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a byte has no identity but its place
            key={i}
            aria-hidden="true"
            className={`${styles.byte} ${roles[cell.role]}`}
            data-lit={glow(light, at * 8, at * 8 + 8) || undefined}
            style={cell.fill ? { background: cell.fill } : undefined}
          >
            {byte.toString(16).padStart(2, '0')}
          </span>
        );
      })}
      {rest > 0 && <span className={styles.more}>{t('more', { count: rest })}</span>}
    </p>
  );
}
