import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColourRole } from '../../protocol/model/fields.ts';
import roles from '../views/roles.module.css';
import styles from './Lanes.module.css';
import { List } from './List.tsx';
import { bandsOf } from './runs.ts';
import type { Side, State } from './types.ts';
import { useStateWords } from './useStageWords.ts';

export interface LaneEvent {
  readonly id: string;
  readonly from: Side;
  readonly label: string;
  /** Under the arrow. */
  readonly detail?: ReactNode;
  /** How the arrow is drawn: tcp dotted, http plain, frame double, policy dashed. */
  readonly kind: 'tcp' | 'http' | 'frame' | 'policy';
  readonly role?: ColourRole | undefined;
  readonly state?: State | undefined;
  /** What the connection speaks meanwhile: events in a row with the same one share a band. */
  readonly band?: string | undefined;
}

interface LanesProps {
  readonly label: string;
  readonly events: readonly LaneEvent[];
  /** Instead of “client” and “server”. */
  readonly client?: string | undefined;
  readonly server?: string | undefined;
}

/** What goes between two parties, time downwards: client left, server right. */
export function Lanes({ label, events, client, server }: LanesProps) {
  const { t } = useTranslation('views');
  const words = useStateWords();
  const names = { client: client ?? t('stage.client'), server: server ?? t('stage.server') };
  return (
    <div className={styles.lanes}>
      <p className={styles.heads} aria-hidden="true">
        <span>▲ {names.client}</span>
        <span>{names.server} ▼</span>
      </p>
      <List label={label} className={styles.bands}>
        {bandsOf(events).map(({ band, items }) => (
          <li key={items[0]?.id} className={styles.band} data-band={band === undefined ? undefined : ''}>
            {band !== undefined && <span className={styles.bandName}>{band}</span>}
            <List label={band ?? label} className={styles.events}>
              {items.map(({ id, from, label: text, detail, kind, role = 'plain', state = 'done' }) => {
                const unknown = state === 'empty' || state === 'hidden';
                return (
                  <li
                    key={id}
                    className={`${styles.event} ${roles[role]}`}
                    data-way={from}
                    data-kind={kind}
                    data-state={state}
                    aria-current={state === 'current' ? 'step' : undefined}
                  >
                    <span className="unseen">
                      {t('stage.sent', { side: names[from], label: unknown ? words[state] : text })}
                      {state === 'wrong' && `, ${words.wrong}`}
                    </span>
                    <span aria-hidden="true" className={styles.text}>
                      {state === 'hidden' ? '?' : text}
                    </span>
                    <span aria-hidden="true" className={styles.arrow}>
                      {from === 'client' ? '▶' : '◀'}
                    </span>
                    {detail !== undefined && <span className={styles.detail}>{detail}</span>}
                  </li>
                );
              })}
            </List>
          </li>
        ))}
      </List>
    </div>
  );
}
