import { useTranslation } from 'react-i18next';
import { Dialog } from '../views/Dialog.tsx';
import { KeyList } from '../views/KeyList.tsx';

const KEYS = [
  [['j', 'k'], 'part'],
  [['↓', '↑'], 'list'],
  [['n'], 'problem'],
  [['s'], 'strict'],
  [['←', '→', '↑', '↓'], 'bytes'],
  [['Esc'], 'clear'],
  [['Ctrl V'], 'paste'],
  [['/', 'Ctrl K'], 'search'],
  [['?'], 'keys'],
] as const;

/** All keys of the page. */
export function Keys({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('decode');
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <KeyList rows={KEYS.map(([keys, what]) => ({ keys, says: t(`keys.${what}`) }))} />
    </Dialog>
  );
}
