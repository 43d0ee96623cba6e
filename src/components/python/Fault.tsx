import { useTranslation } from 'react-i18next';
import styles from './Result.module.css';
import type { Fault as FaultOf } from './runtime/answer.ts';
import type { Lost } from './verdict.ts';
import { useFaultWords } from './words.ts';

interface FaultProps {
  readonly fault: FaultOf | Lost;
  readonly goTo: (line: number) => void;
}

/** What went wrong, where, and what that usually means. */
export function Fault({ fault, goTo }: FaultProps) {
  const { t } = useTranslation('python');
  const { says, help } = useFaultWords()(fault);
  const line = 'line' in fault ? fault.line : null;
  return (
    <div className={styles.fault}>
      <p>
        {line !== null && (
          <>
            <Line line={line} goTo={goTo} />{' '}
          </>
        )}
        <span className={styles.says}>{says}</span>
      </p>
      {'loading' in fault && <p>{t('fault.loading')}</p>}
      {help !== null && <p className={styles.help}>{help}</p>}
    </div>
  );
}

/** A line of the code, by number; leads to it. */
export function Line({ line, goTo }: { readonly line: number; readonly goTo: (line: number) => void }) {
  const { t } = useTranslation('python');
  return (
    <button type="button" className={styles.line} onClick={() => goTo(line)}>
      {t('editor.line', { line })}
    </button>
  );
}
