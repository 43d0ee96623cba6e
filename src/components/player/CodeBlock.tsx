import { useTranslation } from 'react-i18next';
import type { Code } from '../lesson/lesson.ts';
import styles from './CodeBlock.module.css';

/** A few lines of Python; those that do what the step shows are marked. */
export function CodeBlock({ code }: { readonly code: Code }) {
  const { t } = useTranslation('learn');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
    <section className={styles.code} aria-label={t('code')} tabIndex={0}>
      <pre>
        {code.lines.map((line, i) => {
          const lit = code.lit.includes(i + 1);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
            <span key={i} className={styles.line} data-lit={lit || undefined}>
              {lit && <span className="unseen">{t('code-lit')} </span>}
              {line === '' ? ' ' : line}
              {'\n'}
            </span>
          );
        })}
      </pre>
    </section>
  );
}
