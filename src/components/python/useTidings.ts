import { useTranslation } from 'react-i18next';
import { isRight } from './CheckView.tsx';
import { compare } from './compare.ts';
import { usePython } from './runtime/python.ts';
import { variablesAt } from './stepping.ts';
import { useRoom } from './store.ts';
import { isFault, SILENCE_SECONDS, useFaultWords } from './words.ts';

/** What a screen reader says of what just happened: a line, not the whole of it. */
export function useTidings(): string {
  const { t } = useTranslation('python');
  const python = usePython();
  const { view, run, steps, step, check } = useRoom();
  const words = useFaultWords();
  if (python.kind === 'starting') {
    const { after } = python;
    return after === null ? t('python.starting') : t(`python.again.${after}`, { seconds: SILENCE_SECONDS });
  }
  if (python.kind === 'busy') return t('python.busy');
  if (view === null) return python.kind === 'ready' ? t('python.ready') : '';
  if (view === 'check') {
    if (check === null || check.outcome.kind !== 'told') return '';
    const { fault } = check.outcome.told;
    if (fault !== null) return words(fault).says;
    const count = check.verdict.filter(isRight).length;
    const first = check.verdict.find(({ failed }) => failed > 0);
    const wrong = first === undefined ? '' : t(`check.group.${first.group}`);
    return `${t('check.passed', { count, all: check.verdict.length })} ${wrong}`;
  }
  const shown = view === 'run' ? run : steps;
  if (shown === null || shown.outcome.kind !== 'told') return '';
  const { told } = shown.outcome;
  const now = view === 'step' ? told.steps?.[step] : undefined;
  if (now !== undefined) {
    const changed = variablesAt(told.steps ?? [], step)
      .filter(({ was, isNew }) => was !== null || isNew)
      .map(({ name, value }) => `${name} = ${value.text}`);
    return [
      t(now.event === 'line' ? 'step.line' : 'step.ends', { line: now.line }),
      now.value === undefined ? '' : `${t(now.event === 'raise' ? 'step.raise' : 'step.return')} ${now.value.text}`,
      ...changed,
    ].join(' ');
  }
  if (isFault(told.end)) return words(told.end).says;
  return t(compare(shown.data, shown.limit, told).same ? 'run.agree' : 'run.differ');
}
