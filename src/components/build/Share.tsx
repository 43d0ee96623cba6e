import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { save } from '../decode/download.ts';
import { MAX_LINK } from '../decode/link.ts';
import { Dialog } from '../views/Dialog.tsx';
import { LinkField } from '../views/LinkField.tsx';
import { type Conversation, indexOf } from './conversation.ts';
import { readFile, toFile } from './file.ts';
import { linkHash } from './link.ts';
import styles from './Presets.module.css';
import { useBuilder } from './store.ts';
import { keepInAddress } from './useLinkInAddress.ts';

/** A link that opens this conversation again, or a file where it is too much for a link; and the way back from a file. */
export function Share({
  conversation,
  onClose,
}: {
  readonly conversation: Conversation;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('build');
  const at = useBuilder((state) => state.at);
  const openRead = useBuilder((state) => state.openRead);
  const index = Math.max(0, indexOf(conversation, at));
  const hash = linkHash(conversation, index);
  const file = useRef<HTMLInputElement>(null);
  const [bad, setBad] = useState(false);
  const open = async (chosen: File) => {
    const read = readFile(await chosen.text());
    setBad(read === null);
    if (!read) return;
    openRead(read);
    onClose();
  };
  return (
    <Dialog title={t('share.title')} onClose={onClose}>
      {hash.length <= MAX_LINK ? (
        <>
          <p>{t('share.says')}</p>
          <LinkField hash={hash} label={t('share.link')} copy={t('share.copy')} onCopy={() => keepInAddress(hash)} />
        </>
      ) : (
        <p>{t('share.tooLong', { size: `${Math.ceil(hash.length / 1024)}`, limit: `${MAX_LINK / 1024}` })}</p>
      )}
      <p>{t('share.fileSays')}</p>
      <p className={styles.search}>
        <button
          type="button"
          onClick={() => save('conversation.json', 'application/json', toFile(conversation, index))}
        >
          {t('share.save')}
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          {t('share.open')}
        </button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={t('share.open')}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen) void open(chosen);
            event.target.value = '';
          }}
        />
      </p>
      {bad && <p role="alert">{t('share.bad')}</p>}
    </Dialog>
  );
}
