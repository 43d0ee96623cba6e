import { useTranslation } from 'react-i18next';
import { type Say, WORDS } from './words.ts';

/** Texts by keys that are put together from ids of the engine. */
export function useSay(): Say {
  const { t } = useTranslation(WORDS);
  return t as unknown as Say;
}
