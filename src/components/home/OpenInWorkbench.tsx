import { useTranslation } from 'react-i18next';
import { toHex } from '../../protocol/bytes/hex.ts';
import { decodeHref } from '../decode/link.ts';
import type { Framed } from './framed.ts';
import styles from './Home.module.css';

/** Bytes. Longer frames are handed over without an address that nobody could use. */
const FITS_LINK = 2048;

/** The way to the workbench with the frame that is on show. */
export function OpenInWorkbench({ frame }: { readonly frame: Framed }) {
  const { t } = useTranslation('home');
  if (frame.bytes.length <= FITS_LINK) {
    const href = decodeHref({ hex: toHex(frame.bytes), direction: 'client-to-server' });
    return (
      <a className={styles.open} href={href}>
        {t('open')} <span aria-hidden="true">→</span>
      </a>
    );
  }
  const open = async () => (await import('../decode/open.ts')).openText(toHex(frame.bytes));
  return (
    <button type="button" className={styles.open} onClick={open}>
      {t('open')} <span aria-hidden="true">→</span>
    </button>
  );
}
