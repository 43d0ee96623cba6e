import { useTranslation } from 'react-i18next';
import { Dialog } from '../views/Dialog.tsx';
import { KeyList } from '../views/KeyList.tsx';

const KEYS = [
  [['Ctrl Z'], 'undo'],
  [['Shift Ctrl Z'], 'redo'],
  [['←', '→', '↑', '↓'], 'bits'],
  [['Space'], 'flip'],
  [['←', '→'], 'items'],
  [['Alt ←', 'Alt →'], 'move'],
  [['Delete'], 'delete'],
  [['Esc'], 'clear'],
  [['/', 'Ctrl K'], 'search'],
  [['?'], 'keys'],
] as const;

/** All keys of the page. */
export function Keys({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('build');
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <KeyList rows={KEYS.map(([keys, what]) => ({ keys, says: t(`keys.${what}`) }))} />
    </Dialog>
  );
}
