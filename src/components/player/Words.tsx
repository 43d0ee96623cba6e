import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../words/languages.ts';
import { AskBox } from './AskBox.tsx';
import { CodeBlock } from './CodeBlock.tsx';
import { Neighbours, Onward } from './Onward.tsx';
import { Prose } from './Prose.tsx';
import { usePlayer } from './player.ts';
import { Sections } from './Sections.tsx';
import { SkipOn } from './SkipOn.tsx';
import { PageTools } from './Tools.tsx';
import styles from './Words.module.css';

/** The text of the step: title, a few sentences, a question, the line of code, where it is written. */
export function Words() {
  const { t, i18n } = useTranslation('learn');
  const { entry, prose, step } = usePlayer();
  const { number, title } = entry.about;
  const { code, ask, sections } = step;
  const pane = useRef<HTMLDivElement>(null);
  const scrolled = useRef(false);
  // A new text is read from its beginning. Asking the browser where it is would have it lay out the page twice a step.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the text is another
  useEffect(() => {
    if (scrolled.current && pane.current) pane.current.scrollTop = 0;
    scrolled.current = false;
  }, [step.text]);
  return (
    <div
      ref={pane}
      className={styles.pane}
      onScroll={() => {
        scrolled.current = true;
      }}
    >
      <article className={styles.words} aria-label={t('text')}>
        <div className={styles.head}>
          <p className={styles.lesson}>{t('lesson-of', { number, title: title[i18n.language as Language] })}</p>
          <PageTools />
        </div>
        <h1>
          <Prose prose={prose} step={step} part="title" />
        </h1>
        <div className={styles.body}>
          <Prose prose={prose} step={step} part="body" />
        </div>
        {ask && <AskBox key={step.id} ask={ask} />}
        {code && <CodeBlock code={code} />}
        <SkipOn />
        <Onward />
        <Neighbours all />
        <p className={styles.sections}>
          <Sections sections={sections} />
        </p>
      </article>
    </div>
  );
}
