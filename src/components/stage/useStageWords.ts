import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** What boxes say of themselves. Looked up once for a whole picture: there may be hundreds of boxes. */
export interface StateWords {
  readonly empty: string;
  readonly hidden: string;
  readonly wrong: string;
  readonly space: string;
}

export function useStateWords(): StateWords {
  const { t } = useTranslation('views');
  return useMemo(
    () => ({
      empty: t('stage.empty'),
      hidden: t('stage.hidden'),
      wrong: t('stage.wrong'),
      space: t('stage.space'),
    }),
    [t],
  );
}
