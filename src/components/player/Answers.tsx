import { useTranslation } from 'react-i18next';
import type { Ask } from '../lesson/lesson.ts';
import { ofByte } from '../lesson/value.ts';
import styles from './AskBox.module.css';
import { useGiven } from './AskBox.tsx';
import { Prose, ValueView } from './Prose.tsx';
import { usePlayer } from './player.ts';
import { giveAnswer } from './store.ts';

/** A question and its answer, for the teacher, who gives what the class says by a click: the projector then replies. */
export function Answers({ ask }: { readonly ask: Ask }) {
  const { t } = useTranslation('learn');
  const { prose, step } = usePlayer();
  const given = useGiven(ask);
  const give = (id: string) => giveAnswer({ step: step.id, id });
  const right = ask.kind === 'choice' ? ask.options.find((option) => option.right) : undefined;
  return (
    <section className={styles.ask} aria-label={t('ask.before')}>
      <p>
        <strong>{t('ask.before')}</strong> <Prose prose={prose} step={step} part="ask" />
      </p>
      {ask.kind === 'choice' && (
        <ul className={styles.list}>
          {ask.options.map((option) => (
            <li key={option.id} data-right={option.right}>
              <button type="button" aria-pressed={given?.id === option.id} onClick={() => give(option.id)}>
                <span aria-hidden="true">{option.right ? '✓' : '·'}</span>{' '}
                {option.value === null ? (
                  <Prose prose={prose} step={step} part={{ option: option.id }} />
                ) : (
                  <ValueView value={option.value} />
                )}
                {option.right && <span className="unseen"> {t('ask.right')}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p>
        {ask.kind !== 'choice' && (
          <>
            <strong>
              <span aria-hidden="true">✓</span>{' '}
              <ValueView value={ask.kind === 'byte' ? ofByte(ask.right) : ask.right} />
            </strong>{' '}
          </>
        )}
        <Prose prose={prose} step={step} part={{ answer: right?.id ?? 'right' }} />
      </p>
    </section>
  );
}
