import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionView, StrictStop } from '../../protocol/connection/model.ts';
import type { Issue } from '../../protocol/model/issue.ts';
import { IssueList } from '../views/IssueList.tsx';
import styles from './Problems.module.css';

interface ProblemsProps {
  readonly connection: ConnectionView;
  readonly strict: boolean;
  /** The part of the issue has to be shown. */
  readonly onOpen: (issue: Issue) => void;
}

/** At first, and with each asking for more. */
const LISTED = 40;
const MORE = 200;

/** Every rule broken, and where a receiver that follows them all would have stopped. */
export function Problems({ connection, strict, onOpen }: ProblemsProps) {
  const { t } = useTranslation(['decode', 'rules']);
  const [asked, setAsked] = useState({ connection, limit: LISTED });
  const limit = asked.connection === connection ? asked.limit : LISTED;
  const { list, total } = useMemo(() => connection.issues(limit), [connection, limit]);
  const stops = useMemo(
    () => Object.values(connection.directions).flatMap(({ strict: stop }) => (stop ? [stop] : [])),
    [connection],
  );
  return (
    <section className={styles.problems} aria-label={t('problems.label')}>
      <h2 className={styles.heading}>
        {t('problems.label')}
        {total > 0 && <span className={styles.count}>{total}</span>}
      </h2>
      <div className={styles.list}>
        {strict && stops.length === 0 && <p className={styles.stop}>{t('strict.never')}</p>}
        {strict && stops.map((stop) => <Stop key={stop.direction} stop={stop} onOpen={onOpen} />)}
        <IssueList issues={list} total={total} label={t('problems.label')} onOpen={onOpen} />
        {total > list.length && (
          <button type="button" className={styles.more} onClick={() => setAsked({ connection, limit: limit + MORE })}>
            {t('problems.listMore')}
          </button>
        )}
      </div>
    </section>
  );
}

function Stop({ stop, onOpen }: { stop: StrictStop; onOpen: (issue: Issue) => void }) {
  const { t } = useTranslation(['decode', 'rules']);
  const who = stop.direction === 'client-to-server' ? t('strict.server') : t('strict.client');
  const rule = t(`rules:${stop.issue.rule}.title`);
  const at = `0x${stop.issue.offset.toString(16)}`;
  return (
    <button type="button" className={styles.stop} onClick={() => onOpen(stop.issue)}>
      {stop.closeCode !== null
        ? t('strict.saysCode', { who, at, code: `${stop.closeCode}`, rule })
        : stop.status !== null
          ? t('strict.saysStatus', { who, at, status: `${stop.status}`, rule })
          : t('strict.says', { who, at, rule })}
    </button>
  );
}
