import { useTranslation } from 'react-i18next';
import type { Issue } from '../../protocol/model/issue.ts';
import { issueContext } from '../words/context.ts';
import { visible } from './text.ts';

/** A broken rule in words, with the values of the issue in them. Needs (and fetches) the namespace `rules`. */
export function useRuleWords(): (issue: Pick<Issue, 'rule' | 'values'>, what: 'title' | 'says' | 'why') => string {
  const { t } = useTranslation('rules');
  // Which values a rule has is known only when it is broken, so the keys' own types cannot ask for them.
  const say = t as (key: string, values: Record<string, string | number | undefined>) => string;
  return ({ rule, values }, what) => {
    // Values come from the wire: they are shown as text, made visible.
    const shown = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? visible(value) : value,
    ]);
    return say(`${rule}.${what}`, { ...Object.fromEntries(shown), context: issueContext(values) });
  };
}
