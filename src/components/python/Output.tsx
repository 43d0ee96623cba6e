import { useTranslation } from 'react-i18next';
import styles from './Result.module.css';

/** What the code printed. */
export function Output({ output, outputCut }: { readonly output: string; readonly outputCut: boolean }) {
  const { t } = useTranslation('python');
  if (output === '') return null;
  return (
    <section className={styles.output} aria-label={t('output.title')}>
      <h3>{t('output.title')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre tabIndex={0}>{output}</pre>
      {outputCut && <p className={styles.soft}>{t('output.cut')}</p>}
    </section>
  );
}
