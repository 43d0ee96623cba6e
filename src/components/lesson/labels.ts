import { useTranslation } from 'react-i18next';
import type { Language } from '../words/languages.ts';
import type { Labels } from './lesson.ts';

/** A label in one language, its `{names}` filled in; `{count|byte|bytes}` becomes `1 byte` or `2 bytes`. */
export function labelIn(
  labels: Labels,
  language: Language,
  id: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text = labels[id]?.[language];
  if (text === undefined) throw new Error(`no label: ${id}`);
  return text.replace(
    /\{([A-Za-z0-9]+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (whole, name: string, one?: string, other?: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return one === undefined ? String(value) : `${value} ${Number(value) === 1 ? one : other}`;
    },
  );
}

/** The labels of a lesson in the language of the page. */
export function useLabel<L extends Labels>(
  labels: L,
): (id: keyof L & string, values?: Readonly<Record<string, string | number>>) => string {
  const { i18n } = useTranslation();
  return (id, values) => labelIn(labels, i18n.language as Language, id, values);
}
