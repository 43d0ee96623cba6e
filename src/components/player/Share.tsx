import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../views/Dialog.tsx';
import { LinkField } from '../views/LinkField.tsx';
import styles from './Dialogs.module.css';
import { usePlayer } from './player.ts';
import { hashFor } from './useAddress.ts';

/** A link to exactly this step with exactly these inputs. It never holds a session: that is for this browser. */
export function Share({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('learn');
  const { entry, loaded } = usePlayer();
  const [presenting, setPresenting] = useState(false);
  const hash = hashFor(entry, loaded.lesson, presenting ? 'present' : 'page');
  return (
    <Dialog title={t('share.title')} onClose={onClose}>
      <p>{t('share.says')}</p>
      <LinkField hash={hash} label={t('share.link')} copy={t('share.copy')}>
        <label className={styles.choice}>
          <input type="checkbox" checked={presenting} onChange={(event) => setPresenting(event.target.checked)} />
          {t('share.present')}
        </label>
      </LinkField>
    </Dialog>
  );
}
