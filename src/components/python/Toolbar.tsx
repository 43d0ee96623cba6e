import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { save } from '../decode/download.ts';
import { isTaken } from '../state/taken.ts';
import { Dialog } from '../views/Dialog.tsx';
import { KeyList } from '../views/KeyList.tsx';
import { LinkField } from '../views/LinkField.tsx';
import { MAX_DATA, pythonLink, START_IDS, type StartId } from './link.ts';
import { STARTS } from './starts.ts';
import { begin, codeOf, isChanged, useRoom, write } from './store.ts';
import styles from './Toolbar.module.css';
import { keepInAddress } from './useLinkInAddress.ts';

const KEYS = [
  [['Ctrl Enter'], 'run'],
  [['Alt Enter'], 'step'],
  [['Shift Ctrl Enter'], 'check'],
  [['←', '→'], 'steps'],
  [['Home', 'End'], 'ends'],
  [['Esc', 'Tab'], 'leave'],
  [['?'], 'keys'],
] as const;

interface ToolbarProps {
  /** Null where what is typed is none. */
  readonly data: Uint8Array | null;
  /** Says something that is not to be seen elsewhere. */
  readonly say: (text: string) => void;
}

/** What to begin with, and what concerns the whole. */
export function Toolbar({ data, say }: ToolbarProps) {
  const { t } = useTranslation('python');
  const start = useRoom((state) => state.start);
  const changed = useRoom(isChanged);
  const [dialog, setDialog] = useState<'link' | 'keys' | null>(null);
  const close = () => setDialog(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || isTaken(event)) return;
      event.preventDefault();
      setDialog('keys');
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div className={styles.bar}>
      <h1 className={styles.title}>{t('title')}</h1>
      <label className={styles.begin}>
        <span>{t('start.label')}</span>
        <select value={start} onChange={({ target }) => begin(target.value as StartId)}>
          {START_IDS.map((id) => (
            <option key={id} value={id}>
              {t(`start.${id}`)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        disabled={!changed}
        onClick={() => {
          write(STARTS[start]);
          say(t('start.over-done'));
        }}
      >
        {t('start.over')}
      </button>
      <button
        type="button"
        className={styles.way}
        onClick={() => save('parse_frame.py', 'text/x-python', codeOf(useRoom.getState()))}
      >
        {t('start.download')}
      </button>
      <button type="button" disabled={data === null} onClick={() => setDialog('link')}>
        {t('link.open')}
      </button>
      <button type="button" className={styles.keys} aria-label={t('keys.title')} onClick={() => setDialog('keys')}>
        ?
      </button>
      {dialog === 'keys' && (
        <Dialog title={t('keys.title')} onClose={close}>
          <KeyList rows={KEYS.map(([keys, what]) => ({ keys, says: t(`keys.${what}`) }))} />
        </Dialog>
      )}
      {dialog === 'link' && data !== null && (
        <Dialog title={t('link.title')} onClose={close}>
          {data.length <= MAX_DATA ? (
            <>
              <p>{t('link.says')}</p>
              <LinkField
                hash={pythonLink(data)}
                label={t('link.label')}
                copy={t('link.copy')}
                onCopy={() => keepInAddress(pythonLink(data))}
              />
            </>
          ) : (
            <p>{t('link.tooLong', { limit: MAX_DATA })}</p>
          )}
        </Dialog>
      )}
    </div>
  );
}
