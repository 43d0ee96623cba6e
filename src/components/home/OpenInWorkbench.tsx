import { useTranslation } from 'react-i18next';
import type { Framed } from './framed.ts';
import styles from './Home.module.css';

/** The way to the workbench with the frame that is on show. The link format is fetched when it is wanted. */
export function OpenInWorkbench({ frame }: { readonly frame: Framed }) {
  const { t } = useTranslation('home');
  const open = async () => (await import('../decode/open.ts')).openFrame(frame.bytes, 'client-to-server');
  return (
    <button type="button" className={styles.open} onClick={open}>
      {t('open')} <span aria-hidden="true">→</span>
    </button>
  );
}

/** The way to the builder with the same frame. */
export function OpenInBuilder({ frame }: { readonly frame: Framed }) {
  const { t } = useTranslation('home');
  const open = async () => (await import('../build/open.ts')).openFrame(frame.bytes, 'client-to-server');
  return (
    <button type="button" onClick={open}>
      {t('build')} <span aria-hidden="true">→</span>
    </button>
  );
}
