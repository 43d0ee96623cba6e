import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormId, Problem } from '../../protocol/text/reading.ts';
import { visible } from '../views/text.ts';
import { problemContext } from '../words/context.ts';

/** Words for ids that arrive as plain strings: an id without words is shown as it is rather than not at all. */
export function useInputWords() {
  const { t, i18n } = useTranslation('input');
  return useMemo(() => {
    // Which values a problem has is known only when it is found, so the keys' own types cannot ask for them.
    const say = t as (key: string, values: Record<string, string | undefined>) => string;
    const reason = (id: string) => {
      const key = `input:reasons.${id}`;
      return i18n.exists(key) ? i18n.t(key as 'input:reasons.chosen-by-hand') : id;
    };
    return {
      form: (id: FormId) => t(`forms.${id}.name`),
      formBlurb: (id: FormId) => t(`forms.${id}.blurb`),
      reason,
      problem: ({ kind, line, column, character, values }: Problem): string => {
        // Values hold pieces of the pasted text: shown as text, made visible.
        const shown = Object.entries(values).map(([name, value]) => [name, visible(`${value}`)]);
        const place = { line: `${line}`, column: `${column}`, character: visible(character) };
        return say(`problems.${kind}.says`, {
          ...Object.fromEntries(shown),
          ...place,
          context: problemContext(values),
        });
      },
    };
  }, [t, i18n]);
}
