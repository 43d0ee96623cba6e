import { useTranslation } from 'react-i18next';
import { useWorkbench } from '../state/workbench.ts';
import styles from './Detected.module.css';
import type { Opened } from './selectors.ts';

interface TcpProps {
  readonly opened: Opened;
  /** Chosen by hand. */
  readonly tcp: number | null;
}

/** Which TCP connection of a packet dump is on show, and the others where there are more. */
export function Tcp({ opened, tcp }: TcpProps) {
  const { t } = useTranslation(['decode', 'views']);
  const chooseTcp = useWorkbench((state) => state.chooseTcp);
  const { packetConnections, chosenConnection } = opened;
  const shown = packetConnections[chosenConnection];
  if (!shown) return null;
  if (packetConnections.length === 1) {
    const says = t('detected.packets', { client: shown.client, server: shown.server });
    return (
      <p className={styles.packets} title={says}>
        {says}
      </p>
    );
  }
  return (
    <div className={styles.line}>
      <label className={styles.choose}>
        <span className="unseen">{t('detected.tcp')}</span>
        <select value={chosenConnection} onChange={(event) => chooseTcp(Number(event.target.value))}>
          {packetConnections.map(({ client, server, bytes, webSocket }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a connection is named by its place in the dump
            <option key={i} value={i}>
              {[`${client} → ${server}`, t('views:bytes', { count: bytes }), ...(webSocket ? ['WebSocket'] : [])].join(
                ' · ',
              )}
            </option>
          ))}
        </select>
      </label>
      {tcp === null ? (
        <span className={styles.sure}>{t('detected.ofTcp', { count: packetConnections.length })}</span>
      ) : (
        <button type="button" className={styles.other} onClick={() => chooseTcp(null)}>
          {t('assume.back')}
        </button>
      )}
    </div>
  );
}
