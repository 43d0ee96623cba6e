import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { visible } from '../views/text.ts';
import { useRuleWords } from '../views/useRuleWords.ts';
import { compare, type Row } from './compare.ts';
import { Fault, Line } from './Fault.tsx';
import { Output } from './Output.tsx';
import { codesOf, type Ours } from './ours.ts';
import styles from './Result.module.css';
import type { Answer, PyFrame, RunTold } from './runtime/answer.ts';
import { isFault, useFrameWords } from './words.ts';

interface RunViewProps {
  readonly data: Uint8Array;
  readonly limit: number | null;
  readonly told: RunTold;
  readonly goTo: (line: number) => void;
}

/** Frames in one table: more than one reads are summed up. */
const MOST = 40;

/** What parse_frame made of the bytes, beside what our decoder makes of them. */
export function RunView({ data, limit, told, goTo }: RunViewProps) {
  const { t } = useTranslation('python');
  const compared = useMemo(() => compare(data, limit, told), [data, limit, told]);
  const { rows, ours, same, sameEnd } = compared;
  return (
    <>
      <p className={styles.verdict} data-good={same}>
        <Mark good={same} /> {t(same ? 'run.agree' : 'run.differ')}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('run.yours')}</th>
            <th scope="col">{t('run.ours')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a frame has no identity but its place
            <FrameRow key={i} number={i + 1} row={row} />
          ))}
          {rows.length > MOST && (
            <tr>
              <td />
              <td colSpan={2}>{t('run.more', { count: rows.length - MOST })}</td>
            </tr>
          )}
          <tr data-good={sameEnd}>
            <th scope="row">{t('run.end')}</th>
            <td>
              <YourEnd end={told.end} left={data.length - told.at} goTo={goTo} />
            </td>
            <td>
              {sameEnd && ours.end.kind === 'none' ? (
                <Same />
              ) : (
                <OurEnd ours={ours} size={data.length} same={sameEnd} />
              )}
            </td>
          </tr>
        </tbody>
      </table>
      <Output {...told} />
    </>
  );
}

function FrameRow({ number, row: { yours, ours, same } }: { readonly number: number; readonly row: Row }) {
  const { t } = useTranslation('python');
  return (
    <tr data-good={same}>
      <th scope="row">{t('run.frame', { number })}</th>
      <td>
        <FrameCell frame={yours} />
      </td>
      <td>
        {same ? (
          <Same />
        ) : (
          <>
            <Different />
            <FrameCell frame={ours} />
          </>
        )}
      </td>
    </tr>
  );
}

function FrameCell({ frame }: { readonly frame: PyFrame | null }) {
  const { t } = useTranslation('python');
  const words = useFrameWords();
  if (frame === null) return <span className={styles.soft}>{t('run.none')}</span>;
  const [from, to] = [frame.start, frame.start + frame.used - 1];
  return (
    <>
      <bdi>{words(frame)}</bdi>{' '}
      <span className={`${styles.soft} ${styles.offsets}`}>
        {t(to > from ? 'run.offsets' : 'run.offset', { from, to })}
      </span>
    </>
  );
}

function Same() {
  const { t } = useTranslation('python');
  return (
    <span className={styles.soft}>
      <Mark good /> {t('run.same')}
    </span>
  );
}

function Different() {
  const { t } = useTranslation('python');
  return (
    <>
      <Mark good={false} />
      <span className="unseen">{t('run.differs')}</span>{' '}
    </>
  );
}

/** A tick or a cross: the words beside it say the same. */
export function Mark({ good }: { readonly good: boolean }) {
  return (
    <span className={styles.mark} data-good={good} aria-hidden="true">
      {good ? '✓' : '≠'}
    </span>
  );
}

interface EndProps {
  readonly end: Answer;
  /** Bytes that no frame took. */
  readonly left: number;
  readonly goTo: (line: number) => void;
}

/** How a run of parse_frame ended. */
export function YourEnd({ end, left, goTo }: EndProps) {
  const { t } = useTranslation('python');
  if (isFault(end)) return <Fault fault={end} goTo={goTo} />;
  if (end.kind === 'refused') {
    return (
      <>
        {end.code === null ? t('run.refusesNoCode') : t('run.refuses', { code: end.code })}
        {end.text !== '' && (
          <>
            {', '}
            <bdi>{t('run.said', { text: visible(end.text) })}</bdi>
          </>
        )}
        {end.line !== null && (
          <>
            {' '}
            <Line line={end.line} goTo={goTo} />
          </>
        )}
      </>
    );
  }
  return left === 0 ? t('run.done') : t('run.waits', { count: left });
}

function OurEnd({ ours, size, same }: { readonly ours: Ours; readonly size: number; readonly same: boolean }) {
  const { t } = useTranslation('python');
  const words = useRuleWords();
  const left = size - ours.at;
  const { end } = ours;
  return (
    <>
      {same ? <Mark good /> : <Different />}{' '}
      {end.kind === 'none'
        ? left === 0
          ? t('run.done')
          : t('run.waits', { count: left })
        : `${t('run.refuses', { code: codesOf(end.rules)[0] ?? '' })}: ${end.rules
            .map((rule) => words({ rule, values: {} }, 'title'))
            .join('; ')}`}
    </>
  );
}
