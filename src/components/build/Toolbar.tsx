import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTaken } from '../state/taken.ts';
import { AddMenu } from './AddMenu.tsx';
import type { Conversation } from './conversation.ts';
import { Keys } from './Keys.tsx';
import { Presets } from './Presets.tsx';
import { Share } from './Share.tsx';
import type { ItemReading } from './selectors.ts';
import { useBuilder } from './store.ts';
import { TakeMenu } from './TakeMenu.tsx';
import styles from './Toolbar.module.css';
import { workbenchHash } from './workbench.ts';

interface ToolbarProps {
  readonly conversation: Conversation;
  /** Of the item looked at. */
  readonly reading: ItemReading | null;
}

/** What can be done with the whole. */
export function Toolbar({ conversation, reading }: ToolbarProps) {
  const { t } = useTranslation('build');
  const canUndo = useBuilder((state) => state.history.past.length > 0);
  const canRedo = useBuilder((state) => state.history.future.length > 0);
  const undo = useBuilder((state) => state.undo);
  const redo = useBuilder((state) => state.redo);
  const [dialog, setDialog] = useState<'presets' | 'share' | 'keys' | null>(null);
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
  const empty = conversation.items.length === 0;
  return (
    <div className={styles.bar}>
      <h1 className={styles.title}>{t('title')}</h1>
      <span className={styles.pair}>
        <button type="button" disabled={!canUndo} onClick={undo} aria-keyshortcuts="Control+Z">
          {t('undo')}
        </button>
        <button type="button" disabled={!canRedo} onClick={redo} aria-keyshortcuts="Control+Shift+Z">
          {t('redo')}
        </button>
      </span>
      <AddMenu conversation={conversation} />
      <button type="button" onClick={() => setDialog('presets')}>
        {t('presets.open')}
      </button>
      <TakeMenu conversation={conversation} reading={reading} />
      <button type="button" onClick={() => setDialog('share')}>
        {t('share.title')}
      </button>
      <button
        type="button"
        className={styles.way}
        disabled={empty}
        onClick={() => {
          location.hash = workbenchHash(conversation);
        }}
      >
        {t('workbench')} <span aria-hidden="true">→</span>
      </button>
      <button type="button" className={styles.keys} aria-label={t('keys.title')} onClick={() => setDialog('keys')}>
        ?
      </button>
      {dialog === 'keys' && <Keys onClose={close} />}
      {dialog === 'presets' && <Presets onClose={close} />}
      {dialog === 'share' && <Share conversation={conversation} onClose={close} />}
    </div>
  );
}
