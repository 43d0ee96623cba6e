import { use, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Actions.module.css';
import { checkCode, runCode, stepCode } from './actions.ts';
import { isKept } from './runtime/offline.ts';
import { PYTHON_BYTES, startPython, stopPython, usePython } from './runtime/python.ts';
import { show, useRoom } from './store.ts';

const MEGABYTE = 1_000_000;
const megabytes = (bytes: number) => (bytes / MEGABYTE).toFixed(bytes < 10 * MEGABYTE ? 1 : 0);

/** Asked once: whoever has the files has them. */
const kept = isKept();

const DO = { run: runCode, step: stepCode, check: checkCode } as const;

/** Starts Python; then what can be done with the code. */
export function Actions({ canRun }: { readonly canRun: boolean }) {
  const { t } = useTranslation('python');
  const python = usePython();
  const view = useRoom((state) => state.view);
  const hasCheck = useRoom((state) => state.check !== null);
  const run = useRef<HTMLButtonElement>(null);
  // Whoever started Python by keyboard goes on with what it was started for.
  const wanted = useRef(false);
  useEffect(() => {
    if (python.kind !== 'ready' || !wanted.current) return;
    wanted.current = false;
    if (document.activeElement === document.body || document.activeElement === null) run.current?.focus();
  }, [python.kind]);

  if (python.kind === 'off' || python.kind === 'failed') {
    return (
      <div className={styles.start}>
        {python.kind === 'failed' && <p role="alert">{t('python.failed')}</p>}
        <button
          type="button"
          className={styles.primary}
          onClick={() => {
            wanted.current = true;
            startPython();
          }}
        >
          {t(python.kind === 'failed' ? 'python.retry' : 'python.start')} <Size />
        </button>
        <p>{t('python.says')}</p>
      </div>
    );
  }
  const size = megabytes(PYTHON_BYTES);
  const ready = python.kind === 'ready';
  return (
    <div className={styles.actions}>
      <fieldset className={styles.buttons}>
        <legend className="unseen">{t('do.label')}</legend>
        {(['run', 'step', 'check'] as const).map((what) => (
          <button
            key={what}
            ref={what === 'run' ? run : undefined}
            type="button"
            className={styles.primary}
            disabled={!ready || (what !== 'check' && !canRun)}
            onClick={() => void DO[what]()}
          >
            {t(`do.${what}`)}
          </button>
        ))}
        {python.kind === 'busy' && (
          <button type="button" onClick={stopPython}>
            {t('do.stop')}
          </button>
        )}
      </fieldset>
      {view !== null && view !== 'check' && hasCheck && (
        <button type="button" className={styles.back} onClick={() => show('check')}>
          <span aria-hidden="true">←</span> {t('view.back')}
        </button>
      )}
      {python.kind === 'starting' ? (
        <div className={styles.progress}>
          <p>
            {t('python.starting')}{' '}
            {python.after === null && t('python.loaded', { loaded: megabytes(python.loaded), size })}
          </p>
          <progress
            aria-label={t('python.progress')}
            max={PYTHON_BYTES}
            value={Math.min(python.loaded, PYTHON_BYTES)}
          />
        </div>
      ) : (
        <p className={styles.state}>{t(canRun || !ready ? `python.${python.kind}` : 'do.fix')}</p>
      )}
    </div>
  );
}

function Size() {
  const { t } = useTranslation('python');
  return <>({use(kept) ? t('python.kept') : t('python.size', { size: megabytes(PYTHON_BYTES) })})</>;
}
