import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTaken } from '../state/taken.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Dialog } from '../views/Dialog.tsx';
import { visible } from '../views/text.ts';
import { Keys } from './Keys.tsx';
import { clear, openFile } from './open.ts';
import { Samples } from './Samples.tsx';
import { Share } from './Share.tsx';
import { isSample } from './samples.ts';
import type { Opened } from './selectors.ts';
import styles from './Toolbar.module.css';

interface ToolbarProps {
  readonly opened: Opened | null;
  readonly strict: boolean;
  /** Name of the file, or id of the sample, that is on show. */
  readonly name: string | null;
}

/** What can be done with the whole: open, share, start over, read strictly. */
export const Toolbar = memo(function Toolbar({ opened, strict, name }: ToolbarProps) {
  const { t } = useTranslation(['decode', 'codes']);
  const setStrict = useWorkbench((state) => state.setStrict);
  const [dialog, setDialog] = useState<'samples' | 'share' | 'keys' | null>(null);
  const file = useRef<HTMLInputElement>(null);
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
      <button type="button" onClick={() => file.current?.click()}>
        {t('toolbar.open')}
      </button>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={t('toolbar.open')}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) void openFile(chosen);
          // The same file again must count as a change.
          event.target.value = '';
        }}
      />
      {opened && (
        <>
          <button type="button" onClick={() => setDialog('samples')}>
            {t('samples.title')}
          </button>
          <button type="button" onClick={() => setDialog('share')}>
            {t('share.title')}
          </button>
          <button type="button" onClick={clear}>
            {t('toolbar.clear')}
          </button>
          {name !== null && (
            <span className={styles.name}>
              {isSample(name) ? (
                t('paste.sample', { name: t(`samples.items.${name}.title`) })
              ) : (
                <bdi>{visible(name)}</bdi>
              )}
            </span>
          )}
          <span className={styles.phase} title={t(`codes:phases.${opened.connection.phase}.blurb`)}>
            {opened.connection.partCount > 0 &&
              t('toolbar.phase', { phase: t(`codes:phases.${opened.connection.phase}.name`) })}
          </span>
          <label className={styles.strict} title={t('strict.help')}>
            <input
              type="checkbox"
              role="switch"
              aria-checked={strict}
              checked={strict}
              onChange={(event) => setStrict(event.target.checked)}
            />
            {t('strict.label')}
          </label>
        </>
      )}
      <button type="button" className={styles.keys} aria-label={t('keys.title')} onClick={() => setDialog('keys')}>
        ?
      </button>
      {dialog === 'samples' && (
        <Dialog title={t('samples.title')} onClose={close}>
          <Samples level={3} onOpened={close} />
        </Dialog>
      )}
      {dialog === 'share' && opened && <Share opened={opened} onClose={close} />}
      {dialog === 'keys' && <Keys onClose={close} />}
    </div>
  );
});
