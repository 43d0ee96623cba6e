import { useTranslation } from 'react-i18next';
import type { Problem } from '../../protocol/text/reading.ts';
import styles from './Detected.module.css';
import { useInputWords } from './useInputWords.ts';

interface TextProblemsProps {
  readonly problems: readonly Problem[];
  /** Shows the place in the text. */
  readonly onOpen: (problem: Problem) => void;
}

/** More than these are marked in the text, but not listed. */
const LISTED = 50;

/** What could not be read of the text: where, what stands there, what was expected. */
export function TextProblems({ problems, onOpen }: TextProblemsProps) {
  const { t } = useTranslation('decode');
  const words = useInputWords();
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems} aria-label={t('problems.text')}>
      {problems.slice(0, LISTED).map((problem) => (
        <li key={`${problem.position} ${problem.kind}`}>
          <button type="button" className={styles.problem} onClick={() => onOpen(problem)}>
            {words.problem(problem)}
          </button>
        </li>
      ))}
      {problems.length > LISTED && <li>{t('problems.more', { count: problems.length - LISTED })}</li>}
    </ul>
  );
}
