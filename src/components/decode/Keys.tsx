import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.tsx';
import styles from './Keys.module.css';

const KEYS = [
  [['j', 'k'], 'part'],
  [['↓', '↑'], 'list'],
  [['n'], 'problem'],
  [['s'], 'strict'],
  [['←', '→', '↑', '↓'], 'bytes'],
  [['Esc'], 'clear'],
  [['Ctrl V'], 'paste'],
  [['?'], 'keys'],
] as const;

/** All keys of the page. */
export function Keys({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('decode');
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl className={styles.keys}>
        {KEYS.map(([keys, what]) => (
          <div key={what} className={styles.row}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
