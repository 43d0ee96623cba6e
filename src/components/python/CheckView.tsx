import { useTranslation } from 'react-i18next';
import { Bytes } from '../views/Bytes.tsx';
import { visible } from '../views/text.ts';
import { openCase } from './actions.ts';
import styles from './CheckView.module.css';
import type { Expected } from './cases.ts';
import { Fault, Line } from './Fault.tsx';
import type { StartId } from './link.ts';
import { Output } from './Output.tsx';
import result from './Result.module.css';
import type { CheckTold } from './runtime/answer.ts';
import type { Outcome } from './runtime/python.ts';
import { type Failure, type GroupVerdict, isLost } from './verdict.ts';
import { isFault, useFrameWords } from './words.ts';

interface CheckViewProps {
  readonly outcome: Outcome<CheckTold>;
  readonly verdict: readonly GroupVerdict[];
  readonly start: StartId;
  readonly goTo: (line: number) => void;
}

/** Which groups of hidden cases are right, and the smallest case of each that is not. */
export function CheckView({ outcome, verdict, start, goTo }: CheckViewProps) {
  const { t } = useTranslation('python');
  const fault = outcome.kind === 'told' ? outcome.told.fault : null;
  if (fault !== null) {
    return (
      <>
        <Fault fault={fault} goTo={goTo} />
        {outcome.kind === 'told' && <Output {...outcome.told} />}
      </>
    );
  }
  const right = verdict.filter(isRight).length;
  const all = verdict.length;
  const first = verdict.find(({ smallest }) => smallest !== null)?.group;
  const untried = verdict.some(({ cases, tried }) => tried < cases);
  return (
    <>
      <p className={result.verdict} data-good={right === all}>
        {right === all
          ? t('check.all', { all, cases: verdict.reduce((sum, { cases }) => sum + cases, 0) })
          : t('check.passed', { count: right, all })}{' '}
        {right === all && start !== 'wrong' && t(`check.all-${start}`)}
        {outcome.kind === 'stopped' ? t('check.stopped') : untried && t('check.untriedSays')}
      </p>
      <ul className={styles.groups}>
        {verdict.map((one) => (
          <Group key={one.group} verdict={one} open={one.group === first} goTo={goTo} />
        ))}
      </ul>
      {outcome.kind === 'told' && <Output {...outcome.told} />}
    </>
  );
}

export const isRight = ({ cases, tried, failed }: GroupVerdict) => failed === 0 && tried === cases;

interface GroupProps {
  readonly verdict: GroupVerdict;
  readonly open: boolean;
  readonly goTo: (line: number) => void;
}

function Group({ verdict, open, goTo }: GroupProps) {
  const { t } = useTranslation('python');
  const { group, cases, tried, failed, smallest } = verdict;
  const name = t(`check.group.${group}`);
  const state = failed > 0 ? 'wrong' : tried < cases ? 'untried' : 'right';
  const says =
    state === 'wrong'
      ? t('check.failed', { failed, cases: tried })
      : t(state === 'right' ? 'check.right' : 'check.untried');
  const line = (
    <>
      <span className={styles.sign} aria-hidden="true">
        {{ right: '✓', wrong: '✗', untried: '–' }[state]}
      </span>
      <span className={styles.name}>{name}</span> <span className={styles.state}>{says}</span>
    </>
  );
  return (
    <li data-state={state} data-group={group}>
      {smallest === null ? (
        <p className={styles.line}>{line}</p>
      ) : (
        <details open={open}>
          <summary className={styles.line}>{line}</summary>
          <Smallest failure={smallest} goTo={goTo} />
        </details>
      )}
    </li>
  );
}

function Smallest({ failure, goTo }: { readonly failure: Failure; readonly goTo: (line: number) => void }) {
  const { t } = useTranslation('python');
  const { case: one, clue } = failure;
  return (
    <div className={styles.case}>
      {clue !== null && <p className={styles.clue}>{t(`check.clue.${clue}`)}</p>}
      <dl>
        <dt>{t('check.given')}</dt>
        <dd>
          {one.data.length === 0 ? t('check.noBytes') : <Bytes bytes={one.data} limit={24} />}{' '}
          {one.limit !== null && <code>{t('data.limit', { limit: one.limit })}</code>}
          {one.array && t('data.array')}
        </dd>
        <dt>{t('check.expected')}</dt>
        <dd>
          <Wanted expected={one.expected} />
        </dd>
        <dt>{t('check.came')}</dt>
        <dd>
          <Came answer={failure.answer} goTo={goTo} />
        </dd>
      </dl>
      <p className={styles.ways}>
        <button type="button" onClick={() => void openCase(one, 'step')}>
          {t('check.openStep')} <span aria-hidden="true">→</span>
        </button>
        <button type="button" onClick={() => void openCase(one, 'run')}>
          {t('check.openRun')}
        </button>
      </p>
    </div>
  );
}

function Wanted({ expected }: { readonly expected: Expected }) {
  const { t } = useTranslation('python');
  if (expected.kind === 'none') return t('check.none');
  if (expected.kind === 'frame') return <FrameAnswer frame={expected} />;
  const [a, b] = expected.codes;
  return t('check.refused', { codes: b === undefined ? a : t('check.or', { a, b }) });
}

function Came({ answer, goTo }: { readonly answer: Failure['answer']; readonly goTo: (line: number) => void }) {
  const { t } = useTranslation('python');
  if (isLost(answer) || isFault(answer)) return <Fault fault={answer} goTo={goTo} />;
  if (answer.kind === 'none') return t('check.none');
  if (answer.kind === 'frame') return <FrameAnswer frame={answer} />;
  return (
    <>
      {answer.code === null ? t('run.refusesNoCode') : t('check.refused', { codes: answer.code })}
      {answer.text !== '' && (
        <>
          {', '}
          <bdi>{t('run.said', { text: visible(answer.text) })}</bdi>
        </>
      )}{' '}
      {answer.line !== null && <Line line={answer.line} goTo={goTo} />}
    </>
  );
}

interface FrameAnswerProps {
  readonly frame: {
    readonly fin: boolean;
    readonly opcode: number;
    readonly payload: string;
    readonly used: number;
  };
}

function FrameAnswer({ frame }: FrameAnswerProps) {
  const { t } = useTranslation(['python', 'views']);
  const words = useFrameWords();
  return <bdi>{t('python:check.frame', { frame: words(frame), used: t('views:bytes', { count: frame.used }) })}</bdi>;
}
