import { useTranslation } from 'react-i18next';
import { UnusableList } from '../views/UnusableList.tsx';
import { useBuilder } from './store.ts';

/** What could not be used of a link or a file. */
export function Unusable() {
  const { t } = useTranslation('build');
  const unusable = useBuilder((state) => state.unusable);
  const dismiss = useBuilder((state) => state.dismiss);
  return (
    <UnusableList room="build" unusable={unusable} whyOf={(why) => t(`unusable.why.${why}`)} onDismiss={dismiss} />
  );
}
