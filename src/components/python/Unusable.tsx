import { useTranslation } from 'react-i18next';
import { UnusableList } from '../views/UnusableList.tsx';
import { dismiss, useRoom } from './store.ts';

/** What could not be used of a link. */
export function Unusable() {
  const { t } = useTranslation('python');
  const unusable = useRoom((state) => state.unusable);
  return (
    <UnusableList room="python" unusable={unusable} whyOf={(why) => t(`unusable.why.${why}`)} onDismiss={dismiss} />
  );
}
