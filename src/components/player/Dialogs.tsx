import { useTranslation } from 'react-i18next';
import { CopyButton } from '../views/CopyButton.tsx';
import { Dialog } from '../views/Dialog.tsx';
import { KeyList } from '../views/KeyList.tsx';
import styles from './Dialogs.module.css';
import { KEYS } from './keys.ts';
import { notesAddress } from './notesWindow.ts';
import { usePlayer } from './player.ts';
import { Share } from './Share.tsx';
import { openDialog, useLearn } from './store.ts';
import { canSync } from './useSync.ts';

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useLearn((state) => state.dialog);
  const close = () => openDialog(null);
  if (dialog === 'keys') return <Keys onClose={close} />;
  if (dialog === 'share') return <Share onClose={close} />;
  return dialog === 'notes' ? <NotesLink onClose={close} /> : null;
}

interface DialogProps {
  readonly onClose: () => void;
}

function Keys({ onClose }: DialogProps) {
  const { t } = useTranslation('learn');
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <KeyList
        rows={KEYS.map(({ keys, does }) => ({
          keys: keys.map((key) => (key === 'Space' ? t('space') : key)),
          says: t(`keys.${does}`),
        }))}
      />
      <p>{t('keys.touch')}</p>
    </Dialog>
  );
}

/** Where no second window could be opened. */
function NotesLink({ onClose }: DialogProps) {
  const { t } = useTranslation('learn');
  const address = notesAddress(usePlayer());
  return (
    <Dialog title={t('presenter.notes')} onClose={onClose}>
      {canSync() ? (
        <>
          <p>{t('presenter.blocked')}</p>
          <p className={styles.ways}>
            <a href={address} target="_blank" rel="noopener opener" onClick={onClose}>
              {t('presenter.open')}
            </a>
            <CopyButton label={t('share.copy')} text={address} />
          </p>
        </>
      ) : (
        <p>{t('presenter.unable')}</p>
      )}
    </Dialog>
  );
}
