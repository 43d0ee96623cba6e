import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { toHex } from '../../protocol/bytes/hex.ts';
import type { ConnectionView, StrictStop } from '../../protocol/connection/model.ts';
import type { Severity } from '../../protocol/model/rules.ts';
import { excerpt as shorten, visible } from '../views/text.ts';
import styles from './PartList.module.css';
import { RAIL } from './rails.ts';
import { type Excerpt, type Row, rowOf } from './rows.ts';

interface PartRowProps {
  readonly id: string;
  readonly connection: ConnectionView;
  readonly row: number;
  readonly rail: number;
  readonly headIssues: Severity | null;
  readonly chosen: boolean;
  readonly stop: StrictStop | null;
  readonly dimmed: boolean;
  readonly position: number;
  readonly count: number;
  /** Pixels. */
  readonly top: number;
  readonly onOpen: (row: number) => void;
}

const SHOWN = 60;

export const PartRow = memo(function PartRow(props: PartRowProps) {
  const { id, connection, row, rail, headIssues, chosen, stop, dimmed, position, count, top, onOpen } = props;
  const { t } = useTranslation(['decode', 'codes', 'views']);
  const data = rowOf(connection, row, headIssues);
  const { part, severity } = data;
  const client = part.direction === 'client-to-server';
  const { frames } = connection.directions[part.direction];
  return (
    // The list has the keyboard: aria-activedescendant points here.
    <div
      id={id}
      className={styles.row}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      aria-posinset={position}
      aria-setsize={count}
      data-side={client ? 'client' : 'server'}
      data-dimmed={dimmed || undefined}
      data-severity={severity ?? undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onOpen(row)}
      onKeyDown={undefined}
    >
      <Rail rail={rail} client={client} />
      <span className={styles.arrow}>
        <span aria-hidden="true">{client ? '→' : '←'}</span>
        <span className="unseen">{t(`views:source.${part.direction}`)}</span>
      </span>
      <span className={styles.badge} data-kind={familyOf(data.kind)}>
        {nameOf(data.kind)}
      </span>
      <span className={styles.says}>
        {data.excerpt.kind !== 'none' && (
          <span className={styles.excerpt} data-bytes={data.excerpt.kind === 'bytes' || undefined}>
            <bdi>{wordsOf(data.excerpt, t)}</bdi>
          </span>
        )}
        {stop ? (
          <span className={styles.stop}>{stopWords(stop, t)}</span>
        ) : (
          <span className={styles.info}>{infoOf(data, frames.framing === 'hybi-01' ? 'MORE 1' : 'FIN 0', t)}</span>
        )}
      </span>
      <span className={styles.mark}>
        {severity && (
          <>
            <span aria-hidden="true">{MARKS[severity]}</span>
            <span className="unseen">{t(`codes:severity.${severity}.name`)}</span>
          </>
        )}
      </span>
      <span className={styles.offset}>
        <span className="unseen">{t('parts.offset')} </span>0x{part.offset.toString(16)}
      </span>
    </div>
  );
});

const MARKS: Readonly<Record<Severity, string>> = { error: '✕', warning: '▲', note: '·' };

type Words = ReturnType<typeof useTranslation<['decode', 'codes', 'views']>>['t'];

function stopWords({ closeCode, status }: StrictStop, t: Words): string {
  if (closeCode !== null) return t('strict.stopsCode', { code: `${closeCode}` });
  return status !== null ? t('strict.stopsStatus', { status: `${status}` }) : t('strict.stops');
}

/** What stands on the badge: the protocol's own words, the same in every language. */
function nameOf(kind: Row['kind']): string {
  switch (kind) {
    case 'continuation':
      return 'cont';
    case 'reserved-data':
    case 'reserved-control':
      return 'reserved';
    case 'hixie-text':
      return 'text';
    case 'hixie-close':
      return 'close';
    case 'hixie-discarded':
      return 'other';
    case 'unparsed':
      return '?';
    default:
      return kind;
  }
}

/** Colour families: data, control, head, unread. */
function familyOf(kind: Row['kind']): 'data' | 'control' | 'head' | 'plain' {
  if (kind === 'request' || kind === 'response') return 'head';
  if (kind === 'unparsed' || kind === 'hixie-discarded' || kind === 'reserved-data') return 'plain';
  return kind === 'close' || kind === 'ping' || kind === 'pong' || kind === 'hixie-close' || kind === 'reserved-control'
    ? 'control'
    : 'data';
}

function infoOf({ masked, fin, compressed, inflated, size, kind }: Row, fragment: string, t: Words): string {
  const facts: string[] = [`${size} B`];
  if (inflated) facts.push(t(inflated.more ? 'parts.inflatedMore' : 'parts.inflated', { size: `${inflated.length}` }));
  else if (compressed && kind !== 'continuation') facts.push(t('parts.compressed'));
  if (masked) facts.push(t('parts.masked'));
  if (!fin) facts.push(fragment);
  return facts.join(' · ');
}

function wordsOf(excerpt: Excerpt, t: Words): string {
  switch (excerpt.kind) {
    case 'none':
      return '';
    case 'text': {
      const text = visible(shorten(excerpt.text, SHOWN));
      return excerpt.quoted ? t('views:quote', { text }) : text;
    }
    case 'close': {
      const reason =
        excerpt.reason === '' ? '' : ` ${t('views:quote', { text: visible(shorten(excerpt.reason, SHOWN)) })}`;
      return `${excerpt.code}${reason}`;
    }
    default:
      return (toHex(excerpt.bytes).match(/../g) ?? []).join(' ');
  }
}

/** Lines that join the fragments of a message, past whatever stands between them. */
function Rail({ rail, client }: { rail: number; client: boolean }) {
  if (rail === 0) return <span className={styles.rails} />;
  const own = rail & 3;
  const lanes = [
    { lane: 'client', own: client ? own : 0, passes: (rail & RAIL.passesClient) !== 0 },
    { lane: 'server', own: client ? 0 : own, passes: (rail & RAIL.passesServer) !== 0 },
  ];
  return (
    <span className={styles.rails} aria-hidden="true">
      {lanes.map(({ lane, own: at, passes }) => (
        <span
          key={lane}
          className={styles.rail}
          data-lane={lane}
          data-rail={
            at === RAIL.first
              ? 'first'
              : at === RAIL.middle
                ? 'middle'
                : at === RAIL.last
                  ? 'last'
                  : passes
                    ? 'passes'
                    : undefined
          }
        />
      ))}
    </span>
  );
}
