import { useTranslation } from 'react-i18next';
import type { Issue } from '../../protocol/model/issue.ts';
import { RULES } from '../../protocol/model/rules.ts';
import { InReference } from './InReference.tsx';
import styles from './Issues.module.css';
import { SectionLink } from './SectionLink.tsx';
import { useRuleWords } from './useRuleWords.ts';

/** Broken rules in words. */
export default function IssueWords({ issues }: { readonly issues: readonly Issue[] }) {
  return (
    <ul className={styles.words}>
      {issues.map((issue, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one rule may be broken twice at one place
        <OneIssue key={`${issue.rule} ${i}`} issue={issue} />
      ))}
    </ul>
  );
}

function OneIssue({ issue }: { readonly issue: Issue }) {
  const { t } = useTranslation('views');
  const words = useRuleWords();
  const rule = RULES[issue.rule];
  return (
    <li className={styles.issue} data-severity={rule.severity}>
      <p className={styles.title}>
        <span className={styles.severity}>{t(`issues.${rule.severity}`)}</span> {words(issue, 'title')}
      </p>
      <p>{words(issue, 'says')}</p>
      <Mistake issue={issue} />
      <p className={styles.why}>{words(issue, 'why')}</p>
      <p className={styles.why}>
        <SectionLink section={rule.section} /> <InReference kind="rule" id={issue.rule} name={words(issue, 'title')} />
      </p>
    </li>
  );
}

/** The known mistake that gives just this wrong proof, and how to mend it. */
function Mistake({ issue }: { readonly issue: Issue }) {
  const { i18n } = useTranslation('codes');
  const { mistake } = issue.values;
  const list = issue.rule === 'accept-mismatch' ? 'mistakes' : 'answerMistakes';
  const key = `codes:${list}.${mistake}`;
  if (!mistake || !i18n.exists(`${key}.did`)) return null;
  return (
    <p>
      {i18n.t(`${key}.did` as 'codes:mistakes.no-guid.did')} {i18n.t(`${key}.mend` as 'codes:mistakes.no-guid.mend')}
    </p>
  );
}
