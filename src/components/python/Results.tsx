import { useTranslation } from 'react-i18next';
import { CheckView } from './CheckView.tsx';
import styles from './Python.module.css';
import { RunView } from './RunView.tsx';
import type { Outcome } from './runtime/python.ts';
import { StepView } from './StepView.tsx';
import { codeOf, useRoom } from './store.ts';
import { SILENCE_SECONDS } from './words.ts';

interface ResultsProps {
  /** Null where what is typed is none. */
  readonly data: Uint8Array | null;
  readonly goTo: (line: number) => void;
}

/** What came of the last thing that was done. */
export function Results({ data, goTo }: ResultsProps) {
  const { t } = useTranslation('python');
  const { view, run, steps, step, check, ...room } = useRoom();
  const code = codeOf(room);
  const shown = view === 'check' ? check : view === 'step' ? steps : view === 'run' ? run : null;
  if (view === null || shown === null) return <Intro />;
  const moved = 'data' in shown && data !== null && !sameBytes(shown.data, data);
  return (
    <section className={styles.results} aria-label={t(`${view}.title`)} data-view={view}>
      <h2>{t(`${view}.title`)}</h2>
      {(shown.code !== code || moved) && <p className={styles.stale}>{t('view.stale')}</p>}
      {'verdict' in shown ? (
        <CheckView {...shown} goTo={goTo} />
      ) : shown.outcome.kind !== 'told' ? (
        <EndedEarly outcome={shown.outcome} />
      ) : view === 'run' ? (
        <RunView data={shown.data} limit={shown.limit} told={shown.outcome.told} goTo={goTo} />
      ) : (
        <StepView data={shown.data} told={shown.outcome.told} index={step} goTo={goTo} />
      )}
    </section>
  );
}

function EndedEarly({ outcome }: { readonly outcome: Exclude<Outcome<unknown>, { kind: 'told' }> }) {
  const { t } = useTranslation('python');
  return <p>{t(`python.again.${outcome.kind}`, { seconds: SILENCE_SECONDS })}</p>;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** What there is to do, before anything was done. */
function Intro() {
  const { t } = useTranslation('python');
  return (
    <section className={styles.intro}>
      <p>{t('intro')}</p>
      <dl>
        {(['run', 'step', 'check'] as const).map((what) => (
          <div key={what}>
            <dt>{t(`do.${what}`)}</dt>
            <dd>{t(`do.says-${what}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
