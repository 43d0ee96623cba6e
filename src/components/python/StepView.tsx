import { useEffect, useEffectEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isTaken } from '../state/taken.ts';
import { visible } from '../views/text.ts';
import { ByteStrip } from './ByteStrip.tsx';
import { Fault } from './Fault.tsx';
import { Output } from './Output.tsx';
import { oursOf } from './ours.ts';
import styles from './Result.module.css';
import { YourEnd } from './RunView.tsx';
import { rolesOf } from './roles.ts';
import type { Answer, PyValue, RunTold, Step } from './runtime/answer.ts';
import stepStyles from './StepView.module.css';
import { asByte, linesAt, touchedAt, variablesAt } from './stepping.ts';
import { showStep } from './store.ts';
import { isFault, useFaultWords } from './words.ts';

interface StepViewProps {
  readonly data: Uint8Array;
  readonly told: RunTold;
  readonly index: number;
  readonly goTo: (line: number) => void;
}

/** The run line by line: where it is, which bytes the last line looked at, and every variable. */
export function StepView({ data, told, index, goTo }: StepViewProps) {
  const { t } = useTranslation('python');
  const steps = told.steps ?? [];
  const roles = useMemo(() => {
    const { frames, at } = oursOf(data, null);
    return rolesOf(data, frames, at);
  }, [data]);
  const step = steps[index];
  if (step === undefined) {
    return (
      <>
        {isFault(told.end) ? <Fault fault={told.end} goTo={goTo} /> : <p>{t('step.none')}</p>}
        <Output {...told} />
      </>
    );
  }
  const last = steps.length - 1;
  const from = startOf(told, step.call);
  const touched = touchedAt(steps, index);
  const { just } = linesAt(steps, index);
  return (
    <>
      <Moves index={index} last={last} />
      <div className={stepStyles.where}>
        <p>
          {from < data.length ? t('step.call', { call: step.call, from }) : t('step.callEmpty', { call: step.call })}{' '}
          {step.depth > 1 && t('step.inside', { name: step.function })}{' '}
          {just !== undefined && <span className={styles.soft}>{t('step.just', { line: just })}</span>}{' '}
          <strong>
            {step.event === 'line' ? t('step.line', { line: step.line }) : t('step.ends', { line: step.line })}
          </strong>
        </p>
        {step.value !== undefined && <Left step={step} value={step.value} />}
        {index === last && step.event === 'raise' && <Help end={told.end} />}
        {index === last && step.event === 'line' && isFault(told.end) && <Fault fault={told.end} goTo={goTo} />}
        {index === last && step.event === 'return' && (
          <p className={styles.soft}>
            <YourEnd end={told.end} left={data.length - told.at} goTo={goTo} />
          </p>
        )}
      </div>
      <section aria-label={t('step.bytes')}>
        <ByteStrip data={data} roles={roles} from={from} touched={touched} />
        <p className={stepStyles.touched}>
          {touched.length > 0 && just !== undefined
            ? t('step.touches', {
                line: just,
                count: touched.reduce((sum, [start, end]) => sum + end - start, 0),
                list: touched.map(([start, end]) => (end - start > 1 ? `${start}–${end - 1}` : start)).join(', '),
              })
            : ' '}
        </p>
      </section>
      <Variables steps={steps} index={index} />
      <Output {...told} />
    </>
  );
}

/** What an exception that was just shown usually means. */
function Help({ end }: { readonly end: Answer }) {
  const words = useFaultWords();
  return isFault(end) ? <p>{words(end).help}</p> : null;
}

/** Offset at which a call began: behind the frames of the calls before. */
function startOf(told: RunTold, call: number): number {
  const last = told.frames[call - 2];
  return last === undefined ? 0 : last.start + last.used;
}

function Left({ step, value }: { readonly step: Step; readonly value: PyValue }) {
  const { t } = useTranslation('python');
  return (
    <p className={stepStyles.left}>
      <code>{step.function}</code> {t(step.event === 'raise' ? 'step.raise' : 'step.return')}{' '}
      <code>{step.event === 'raise' ? `${value.type}: ${visible(value.text)}` : visible(value.text)}</code>
    </p>
  );
}

function Moves({ index, last }: { readonly index: number; readonly last: number }) {
  const { t } = useTranslation('python');
  const go = (to: number) => showStep(Math.max(0, Math.min(last, to)));
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isTaken(event) || event.shiftKey) return;
    const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const place = t('step.place', { step: index + 1, count: last + 1 });
  return (
    <div className={stepStyles.moves}>
      {/* At the ends they do nothing, but keep the focus. */}
      <button type="button" aria-label={t('step.first')} aria-disabled={index === 0} onClick={() => go(0)}>
        <span aria-hidden="true">|◀</span>
      </button>
      <button type="button" aria-label={t('step.back')} aria-disabled={index === 0} onClick={() => go(index - 1)}>
        <span aria-hidden="true">◀</span>
      </button>
      <button type="button" className={stepStyles.next} aria-disabled={index === last} onClick={() => go(index + 1)}>
        {t('step.next')} <span aria-hidden="true">▶</span>
      </button>
      <button type="button" aria-label={t('step.last')} aria-disabled={index === last} onClick={() => go(last)}>
        <span aria-hidden="true">▶|</span>
      </button>
      <input
        type="range"
        min={0}
        max={last}
        value={index}
        aria-label={t('step.slider')}
        aria-valuetext={place}
        onChange={(event) => go(Number(event.target.value))}
      />
      <span className={stepStyles.place}>{place}</span>
    </div>
  );
}

function Variables({ steps, index }: { readonly steps: readonly Step[]; readonly index: number }) {
  const { t } = useTranslation('python');
  const variables = variablesAt(steps, index);
  return (
    <table className={stepStyles.variables} aria-label={t('step.variables')}>
      <thead className="unseen">
        <tr>
          <th scope="col">{t('step.name')}</th>
          <th scope="col">{t('step.value')}</th>
        </tr>
      </thead>
      <tbody>
        {variables.map(({ name, value, was, isNew }) => (
          <tr key={name} data-changed={was !== null || isNew || undefined}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>
              <code>{visible(value.text)}</code> <Aside value={value} />
              {(was !== null || isNew) && (
                <span className={stepStyles.was}>
                  {was === null ? t('step.new') : t('step.was', { was: visible(was.text) })}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Bytes of a value that are given in hex as well; a longer one is probably the data, which is above. */
const ASIDE = 12;

/** What helps to read a value: bytes in hex, a small number in bits. */
function Aside({ value }: { readonly value: PyValue }) {
  const { t } = useTranslation('views');
  const byte = asByte(value);
  const { hex, length } = value;
  if (byte !== null) return <span className={stepStyles.aside}>{byte}</span>;
  if (hex === undefined || length === undefined || length === 0) return null;
  return (
    <span className={stepStyles.aside}>
      {length <= ASIDE && `${hex.replace(/..\B/g, '$& ')} · `}
      {t('bytes', { count: length })}
    </span>
  );
}
