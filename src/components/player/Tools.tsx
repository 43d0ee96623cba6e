import { useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { TOOLS_ID } from '../shell/tools.ts';
import { Cap } from './Cap.tsx';
import { openDialog, present } from './store.ts';
import styles from './Tools.module.css';

/** What can be done with the step as a whole. Twice in the page, and only once on show: see Tools.module.css. */
export function Tools() {
  const { t } = useTranslation('learn');
  return (
    <>
      <button type="button" className={`${styles.tool} ${styles.present}`} aria-keyshortcuts="P" onClick={present}>
        {t('tools.present')} <Cap>P</Cap>
      </button>
      <button type="button" className={styles.tool} onClick={() => openDialog('share')}>
        {t('tools.share')}
      </button>
      <button
        type="button"
        className={styles.tool}
        aria-label={t('keys.title')}
        title={t('keys.title')}
        onClick={() => openDialog('keys')}
      >
        ?
      </button>
    </>
  );
}

/** The tools in the header of the site. */
export function HeaderTools() {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => setPlace(document.getElementById(TOOLS_ID)), []);
  return place && createPortal(<Tools />, place);
}

/** The tools in the page, where the header has no room for them. */
export function PageTools() {
  return (
    <div className={`${styles.inPage} no-print`}>
      <Tools />
    </div>
  );
}
