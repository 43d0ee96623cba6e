import type { TFunction } from 'i18next';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { toHex } from '../../protocol/bytes/hex.ts';
import { type Excerpt, rowOf } from '../decode/rows.ts';
import { excerpt as shorten, visible } from '../views/text.ts';
import styles from './Strip.module.css';
import type { ItemReading } from './selectors.ts';

interface StripItemProps {
  readonly reading: ItemReading;
  /** From 1. */
  readonly place: number;
  readonly chosen: boolean;
  readonly onSelect: (id: number) => void;
}

const SHOWN = 18;

export const StripItem = memo(function StripItem({ reading, place, chosen, onSelect }: StripItemProps) {
  const { t } = useTranslation(['build', 'opcodes', 'views']);
  const { item, kind, connection, part, severity, alone } = reading;
  const row = part ? connection.rowOf(part.path) : -1;
  const data = row < 0 ? null : rowOf(connection, row, severity);
  const name =
    kind === 'request' || kind === 'response'
      ? t(`build:strip.${kind}`)
      : kind === 'hixie'
        ? t('build:strip.hixie')
        : data && isOpcode(data.kind)
          ? t(`opcodes:${data.kind}.name`)
          : t('build:strip.bytes');
  return (
    <li
      className={styles.place}
      data-side={item.direction === 'client-to-server' ? 'client' : 'server'}
      style={{ gridColumn: place }}
    >
      <button
        type="button"
        className={styles.item}
        data-item={item.id}
        data-severity={severity ?? undefined}
        data-alone={alone ?? undefined}
        aria-current={chosen ? 'true' : undefined}
        tabIndex={chosen ? 0 : -1}
        onClick={() => onSelect(item.id)}
      >
        <span className="unseen">
          {t('build:strip.place', { place: String(place) })} {t(`views:source.${item.direction}`)}:
        </span>
        <span className={styles.name}>{name}</span>
        <span className={styles.excerpt}>{data ? textOf(data.excerpt, t) : ''}</span>
        {severity !== null && <span className={styles.badge}>{t(`views:issues.${severity}`)}</span>}
      </button>
    </li>
  );
});

const OPCODES = [
  'continuation',
  'text',
  'binary',
  'reserved-data',
  'close',
  'ping',
  'pong',
  'reserved-control',
] as const;

function isOpcode(kind: string): kind is (typeof OPCODES)[number] {
  return (OPCODES as readonly string[]).includes(kind);
}

function textOf(excerpt: Excerpt, t: TFunction<readonly ['build', 'opcodes', 'views']>): string {
  switch (excerpt.kind) {
    case 'none':
      return '';
    case 'text': {
      const text = visible(shorten(excerpt.text, SHOWN));
      return excerpt.quoted ? t('views:quote', { text }) : text;
    }
    case 'close':
      return String(excerpt.code);
    case 'bytes':
      return toHex(excerpt.bytes.subarray(0, 6)).replace(/..\B/g, '$& ');
    default:
      return '';
  }
}
