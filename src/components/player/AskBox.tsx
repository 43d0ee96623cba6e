import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ask } from '../lesson/lesson.ts';
import styles from './AskBox.module.css';
import { Prose, ValueView } from './Prose.tsx';
import { usePlayer } from './player.ts';
import { giveAnswer, useLearn } from './store.ts';

/** A question before the answer is shown. It can be left alone: the next step shows the answer. */
export function AskBox({ ask }: { readonly ask: Ask }) {
  const { t } = useTranslation('learn');
  const { prose, step } = usePlayer();
  const id = useId();
  return (
    <section className={styles.ask} aria-labelledby={id}>
      <p id={id}>
        <strong>{t('ask.before')}</strong> <Prose prose={prose} step={step} part="ask" />
      </p>
      <Ways ask={ask} />
      <Reply ask={ask} />
    </section>
  );
}

/**
 * The same on a projector, in two rows of one height whatever is answered: the picture above keeps its room. The ways to
 * answer have a row; the question stands in the title's, and makes room there for the reply.
 */
export function ProjectorAsk({ ask }: { readonly ask: Ask }) {
  const { t } = useTranslation('learn');
  const { prose, step } = usePlayer();
  const given = useGiven(ask);
  const id = useId();
  return (
    <section className={styles.asking} aria-labelledby={id} data-replied={given !== null || undefined}>
      <div className={styles.question}>
        <h1>
          <Prose prose={prose} step={step} part="title" />
        </h1>
        <p id={id}>
          <span className="unseen">{t('ask.before')}</span> <Prose prose={prose} step={step} part="ask" />
        </p>
        <Reply ask={ask} />
      </div>
      <Ways ask={ask} />
    </section>
  );
}

function Ways({ ask }: { readonly ask: Ask }) {
  const { prose, step } = usePlayer();
  const given = useGiven(ask);
  const give = (answer: string) => giveAnswer({ step: step.id, id: answer });
  if (ask.kind !== 'choice') return <Typed ask={ask} onGiven={(right) => give(right ? 'right' : 'wrong')} />;
  return (
    <div className={styles.options}>
      {ask.options.map((option) => (
        <button
          key={option.id}
          type="button"
          aria-pressed={given?.id === option.id}
          data-right={given?.id === option.id ? given.right : undefined}
          onClick={() => give(option.id)}
        >
          {option.value === null ? (
            <Prose prose={prose} step={step} part={{ option: option.id }} />
          ) : (
            <ValueView value={option.value} />
          )}
        </button>
      ))}
    </div>
  );
}

function Reply({ ask }: { readonly ask: Ask }) {
  const { t } = useTranslation('learn');
  const { prose, step } = usePlayer();
  const given = useGiven(ask);
  return (
    <div aria-live="polite">
      {given && (
        <p className={styles.answer} data-right={given.right}>
          <strong>
            <span aria-hidden="true">{given.right ? '✓' : '✕'}</span> {t(given.right ? 'ask.right' : 'ask.wrong')}
          </strong>{' '}
          <Prose prose={prose} step={step} part={{ answer: given.id }} />
        </p>
      )}
    </div>
  );
}

/** What was answered, here or in another window of the presentation, if it is an answer to this question. */
export function useGiven(ask: Ask): { readonly id: string; readonly right: boolean } | null {
  const { step } = usePlayer();
  const answer = useLearn((state) => state.answer);
  if (answer?.step !== step.id) return null;
  const { id } = answer;
  if (ask.kind !== 'choice') return id === 'right' || id === 'wrong' ? { id, right: id === 'right' } : null;
  return ask.options.find((option) => option.id === id) ?? null;
}

interface TypedProps {
  readonly ask: Exclude<Ask, { kind: 'choice' }>;
  readonly onGiven: (right: boolean) => void;
}

/** A byte in hex, or a number. */
function Typed({ ask, onGiven }: TypedProps) {
  const { t } = useTranslation('learn');
  const [text, setText] = useState('');
  const byte = ask.kind === 'byte';
  const check = (event: FormEvent) => {
    event.preventDefault();
    const typed = text.trim().replace(/^0x(?=.)/i, '');
    if (typed === '') return;
    const readable = (byte ? /^[0-9a-f]{1,2}$/i : /^\d{1,15}$/).test(typed);
    onGiven(readable && Number.parseInt(typed, byte ? 16 : 10) === ask.right);
  };
  return (
    <form className={styles.options} onSubmit={check}>
      <label>
        {t(byte ? 'ask.byte' : 'ask.number')}{' '}
        <input
          type="text"
          size={byte ? 4 : 12}
          value={text}
          inputMode={byte ? 'text' : 'numeric'}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <button type="submit">{t('ask.check')}</button>
    </form>
  );
}
