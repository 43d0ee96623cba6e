import { useTranslation } from 'react-i18next';
import type { Issue } from '../../protocol/model/issue.ts';
import { RULES } from '../../protocol/model/rules.ts';
import { type Selection, useSelection } from '../state/selection.ts';
import styles from './Issues.module.css';
import { useRuleWords } from './useRuleWords.ts';

interface IssueListProps {
  readonly issues: readonly Issue[];
  /** Accessible name. */
  readonly label: string;
  /** How many there are where `issues` is only the first of them. */
  readonly total?: number;
  /** Called after the selection is set: the part of the issue may have to be opened. */
  readonly onOpen?: (issue: Issue) => void;
}

const selectionOf = (issue: Issue): Selection => ({ path: null, span: issue.span, view: 'issues' });

/** All problems, each a button that leads to the bytes that show it. Needs the namespace `rules`. */
export function IssueList({ issues, label, total = issues.length, onOpen }: IssueListProps) {
  const { t } = useTranslation('views');
  const words = useRuleWords();
  const select = useSelection((state) => state.select);
  const hover = useSelection((state) => state.hover);
  if (issues.length === 0) return <p className={styles.none}>{t('issues.none')}</p>;
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {issues.map((issue, i) => {
          const { severity } = RULES[issue.rule];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: one rule may be broken twice at one place
            <li key={`${issue.rule} ${issue.part} ${issue.offset} ${i}`}>
              <button
                type="button"
                className={styles.open}
                data-severity={severity}
                onClick={() => {
                  select(selectionOf(issue));
                  onOpen?.(issue);
                }}
                onPointerEnter={() => hover(selectionOf(issue))}
                onPointerLeave={() => hover(null)}
                onFocus={() => hover(selectionOf(issue))}
                onBlur={() => hover(null)}
              >
                <span className={styles.severity}>{t(`issues.${severity}`)}</span>
                <span className={styles.text}>
                  <span>{words(issue, 'title')}</span>
                  <span className={styles.at}>
                    {t(`source.${issue.direction}`)} · {t('issues.at', { offset: String(issue.offset) })}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {total > issues.length && <p className={styles.none}>{t('issues.more', { count: total - issues.length })}</p>}
    </>
  );
}
