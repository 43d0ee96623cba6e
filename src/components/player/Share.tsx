import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../views/CopyButton.tsx';
import { Dialog } from '../views/Dialog.tsx';
import styles from './Dialogs.module.css';
import { addressOf } from './link.ts';
import { usePlayer } from './player.ts';
import { hashFor } from './useAddress.ts';

/** A link to exactly this step with exactly these inputs. It never holds a session: that is for this browser. */
export function Share({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('learn');
  const { entry, loaded } = usePlayer();
  const [presenting, setPresenting] = useState(false);
  const link = addressOf(hashFor(entry, loaded.lesson, presenting ? 'present' : 'page'));
  return (
    <Dialog title={t('share.title')} onClose={onClose}>
      <p>{t('share.says')}</p>
      <input
        className={styles.link}
        type="text"
        readOnly
        value={link}
        aria-label={t('share.link')}
        onFocus={(event) => event.target.select()}
      />
      <label className={styles.choice}>
        <input type="checkbox" checked={presenting} onChange={(event) => setPresenting(event.target.checked)} />
        {t('share.present')}
      </label>
      <p>
        <CopyButton label={t('share.copy')} text={link} />
      </p>
    </Dialog>
  );
}
