import { type KeyboardEvent, useEffect, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionView, StrictStop } from '../../protocol/connection/model.ts';
import { useRows } from '../views/useRows.ts';
import { FILTERS, type Filter, rowsOf } from './filter.ts';
import styles from './PartList.module.css';
import { PartRow } from './PartRow.tsx';
import { railsOf } from './rails.ts';
import { headIssues } from './rows.ts';

interface PartListProps {
  readonly connection: ConnectionView;
  /** Row of the part on show, or -1. */
  readonly row: number;
  readonly strict: boolean;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly onOpen: (row: number) => void;
}

/** Pixels; PartList.module.css says the same. */
const ROW_HEIGHT = 40;
const WINDOW = 12;

/** Handshake heads, frames and unread bytes of both directions, as many as there are. One choice, arrow keys move it. */
export function PartList({ connection, row, strict, filter, onFilter, onOpen }: PartListProps) {
  const { t } = useTranslation('decode');
  const id = useId();
  const rows = useMemo(() => rowsOf(connection, filter), [connection, filter]);
  const count = rows ? rows.length : connection.partCount;
  const rowAt = (i: number) => (rows ? (rows[i] ?? 0) : i);
  const current = useMemo(() => (rows ? rows.indexOf(row) : row), [rows, row]);
  const rails = filter === 'all' ? railsOf(connection) : null;
  const heads = useMemo(() => headIssues(connection), [connection]);
  const list = useRows(count, ROW_HEIGHT, WINDOW, 'parts');
  const { show } = list;
  const total = useMemo(() => connection.issues(1).total, [connection]);
  const stops = useMemo(() => (strict ? stopRows(connection) : []), [connection, strict]);

  useEffect(() => {
    if (current >= 0) show(current, 1);
  }, [current, show]);

  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + list.page,
      PageUp: current - list.page,
      Home: 0,
      End: count - 1,
    };
    const to = moves[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey || count === 0) return;
    event.preventDefault();
    onOpen(rowAt(Math.min(count - 1, Math.max(0, to))));
  };

  return (
    <section className={styles.parts} aria-label={t('parts.label')}>
      <div className={styles.bar}>
        <h2 className={styles.heading}>{t('parts.count', { count: connection.partCount })}</h2>
        {total > 0 && <span className={styles.total}>{t('parts.problems', { count: total })}</span>}
        <label className={styles.filter}>
          <span className="unseen">{t('parts.filter')}</span>
          <select value={filter} onChange={(event) => onFilter(event.target.value as Filter)}>
            {FILTERS.map((one) => (
              <option key={one} value={one}>
                {t(`filters.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div
        ref={list.ref}
        className={styles.list}
        onScroll={list.onScroll}
        role="listbox"
        aria-label={t('parts.label')}
        aria-activedescendant={current >= list.first && current < list.end ? `${id}-${current}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {count === 0 && <p className={styles.none}>{t('parts.none')}</p>}
        <div className={styles.spacer} style={{ blockSize: list.height }}>
          {Array.from({ length: list.end - list.first }, (_, i) => list.first + i).map((at) => {
            const own = rowAt(at);
            const stop = stops.find((one) => one.row === own)?.stop ?? null;
            const part = connection.part(own);
            return (
              <PartRow
                key={part.path}
                id={`${id}-${at}`}
                connection={connection}
                row={own}
                rail={rails?.[own] ?? 0}
                headIssues={heads.get(part.path) ?? null}
                chosen={own === row}
                stop={stop}
                dimmed={stops.some((one) => one.stop.direction === part.direction && own > one.row)}
                position={at + 1}
                count={count}
                top={at * ROW_HEIGHT + list.base}
                onOpen={onOpen}
              />
            );
          })}
        </div>
      </div>
    </section>
  );
}

function stopRows(connection: ConnectionView): { row: number; stop: StrictStop }[] {
  return Object.values(connection.directions).flatMap(({ strict: stop }) => {
    const row = stop ? connection.rowOf(stop.part) : -1;
    return stop && row >= 0 ? [{ row, stop }] : [];
  });
}
