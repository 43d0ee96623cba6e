import { useTranslation } from 'react-i18next';
import { endByte, firstByte } from '../../protocol/bytes/span.ts';
import type { Item } from '../build/conversation.ts';
import { roleOf } from '../views/marks.ts';
import roles from '../views/roles.module.css';
import styles from './Example.module.css';
import type { ReadExample } from './reading.ts';

interface BitLineProps {
  readonly item: Item;
  readonly example: ReadExample;
  readonly offset: number;
}

/** The byte in which a field of a few bits stands, bit by bit. Nothing for fields of whole bytes. */
export function BitLine({ item, example: { node, span }, offset }: BitLineProps) {
  const { t } = useTranslation('reference');
  if (!node || !span || span.source !== item.direction) return null;
  const start = firstByte(span);
  const whole = span.start % 8 === 0 && span.end % 8 === 0;
  const byte = item.bytes[start - offset];
  if (whole || endByte(span) > start + 1 || byte === undefined) return null;
  return (
    <div className={styles.bits} aria-hidden="true">
      <span className={styles.side}>{t('page.bits', { byte: String(start) })}</span>
      <span className={roles[roleOf(node.field)]}>
        {Array.from({ length: 8 }, (_, i) => {
          const bit = start * 8 + i;
          return (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a bit has no identity but its place
              key={i}
              className={styles.bit}
              data-lit={(span.start <= bit && bit < span.end) || undefined}
            >
              {(byte >> (7 - i)) & 1}
            </span>
          );
        })}
      </span>
    </div>
  );
}
