import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../protocol/connection/answer.ts';
import { latin1 } from '../../protocol/handshake/latin1.ts';
import { Bytes } from '../views/Bytes.tsx';
import { useRuleWords } from '../views/useRuleWords.ts';
import styles from './Answered.module.css';
import { headText } from './heads.ts';
import { answerOf, type ItemReading } from './selectors.ts';
import { addAfter, useBuilder } from './store.ts';

/** What a peer that follows the text to the letter does about the item, with the bytes it sends. */
export function Answered({ reading }: { readonly reading: ItemReading }) {
  const { t } = useTranslation(['build', 'views']);
  const words = useRuleWords();
  const key = useBuilder((state) => state.answerKey);
  const answer = useMemo(() => answerOf(reading, key), [reading, key]);
  const { item, alone, more } = reading;
  const peer = t(`build:answer.${item.direction === 'client-to-server' ? 'server' : 'client'}`);
  const sayAnswer = (one: Answer | null) => {
    if (one === null) return t('build:answer.waits');
    if (one.kind === 'fail') return t('build:answer.fail', { code: String(one.stop.closeCode) });
    if (one.kind === 'refuse') return t('build:answer.refuse', { status: String(one.stop.status) });
    return t(`build:answer.${one.kind}`);
  };
  const bytes = answer && 'bytes' in answer ? answer.bytes : null;
  const stop = answer && 'stop' in answer ? answer.stop : null;
  return (
    <section className={styles.answer} data-kind={kindOf(answer)} aria-label={t('build:answer.label', { peer })}>
      <h2 className={styles.heading}>{t('build:answer.label', { peer })}</h2>
      <p className={styles.says} aria-live="polite">
        {alone !== null ? t(`build:alone.${alone}`) : sayAnswer(answer)}
        {stop && <span className={styles.rule}>{words(stop.issue, 'title')}</span>}
      </p>
      {bytes && answer && 'from' in answer && (
        <div className={styles.sent}>
          {isHead(bytes) ? (
            <pre className={styles.head}>{headText(bytes).text.trimEnd()}</pre>
          ) : (
            <Bytes bytes={bytes} role={answer.kind === 'fail' ? 'control' : 'plain'} limit={24} />
          )}
          <button type="button" onClick={() => addAfter(item.id, [{ direction: answer.from, bytes }])}>
            {t('build:answer.add')}
          </button>
        </div>
      )}
      {more > 0 && <p className={styles.more}>{t('build:alone.more', { count: more })}</p>}
    </section>
  );
}

function kindOf(answer: Answer | null): 'bad' | 'good' | 'none' {
  if (!answer) return 'none';
  if (answer.kind === 'fail' || answer.kind === 'refuse' || answer.kind === 'abort') return 'bad';
  return answer.kind === 'unread' || answer.kind === 'waits' || answer.kind === 'ignored' ? 'none' : 'good';
}

const isHead = (bytes: Uint8Array) => latin1(bytes, 0, 5) === 'HTTP/';
