import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelection } from '../state/selection.ts';
import { choicesOf, useWorkbench } from '../state/workbench.ts';
import { Dialog } from '../views/Dialog.tsx';
import { LinkField } from '../views/LinkField.tsx';
import { save } from './download.ts';
import { toFile } from './file.ts';
import { linkHash, MAX_LINK } from './link.ts';
import styles from './Share.module.css';
import { currentRow, type Opened } from './selectors.ts';

/** A link that opens the page exactly like this, or a file where the bytes are too many for a link. */
export function Share({ opened, onClose }: { readonly opened: Opened; readonly onClose: () => void }) {
  const { t } = useTranslation('decode');
  const shared = useMemo(
    () => ({
      ...choicesOf(useWorkbench.getState()),
      // What is on show without having been chosen is shared as well.
      part: partOnShow(opened),
      field: useSelection.getState().selected?.path ?? null,
    }),
    [opened],
  );
  const hash = useMemo(() => linkHash(shared), [shared]);
  const fits = hash.length <= MAX_LINK;
  return (
    <Dialog title={t('share.title')} onClose={onClose}>
      {fits ? (
        <div className={styles.part}>
          <p>{t('share.says')}</p>
          <LinkField
            hash={hash}
            label={t('share.link')}
            copy={t('share.copy')}
            // The address now is the link too: reloading keeps the page as it was shared.
            onCopy={() => history.replaceState(history.state, '', hash)}
          />
        </div>
      ) : (
        <p>{t('share.tooLong', { size: `${Math.ceil(hash.length / 1024)}`, limit: `${MAX_LINK / 1024}` })}</p>
      )}
      <div className={styles.part}>
        <p>{t('share.fileSays')}</p>
        <p>
          <button type="button" onClick={() => save('websocket-101.json', 'application/json', toFile(shared))}>
            {t('share.file')}
          </button>
        </p>
      </div>
    </Dialog>
  );
}

function partOnShow({ connection }: Opened): string | null {
  const row = currentRow(connection, useWorkbench.getState().part);
  return row < 0 ? null : connection.part(row).path;
}
