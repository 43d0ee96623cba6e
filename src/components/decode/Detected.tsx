import { useTranslation } from 'react-i18next';
import type { FormId } from '../../protocol/text/reading.ts';
import { useWorkbench } from '../state/workbench.ts';
import styles from './Detected.module.css';
import { FORM_IDS } from './entries.ts';
import { bytesPerDirection, type Opened, sureOf } from './selectors.ts';
import { Tcp } from './Tcp.tsx';
import { useInputWords } from './useInputWords.ts';

interface DetectedProps {
  readonly opened: Opened;
  readonly form: FormId | null;
  readonly tcp: number | null;
}

/** Claims below this are not worth a button; they stay in the list. */
const WORTH_OFFERING = 0.25;
const OFFERED = 3;

/** Which notation was read, how sure, how many bytes, and what else it could be. Why stands with the assumptions. */
export function Detected({ opened, form, tcp }: DetectedProps) {
  const { t } = useTranslation(['decode', 'codes', 'views']);
  const words = useInputWords();
  const chooseForm = useWorkbench((state) => state.chooseForm);
  const { reading, claims, connection } = opened;
  const sure = sureOf(opened, form);
  const others = claims.filter((one) => one.form !== reading.form && one.score > 0);
  const near = sure === 'certain' ? [] : others.filter((one) => one.score >= WORTH_OFFERING).slice(0, OFFERED);
  const possible = new Set(others.map((one) => one.form));
  const option = (id: FormId) => (
    <option key={id} value={id}>
      {words.form(id)}
    </option>
  );
  return (
    <div className={styles.detected}>
      <div id="paste-detected" className={styles.line}>
        <label className={styles.choose}>
          <span className="unseen">{t('detected.choose')}</span>
          <select value={form ?? ''} onChange={(event) => chooseForm((event.target.value || null) as FormId | null)}>
            <option value="">{form ? t('detected.automatic') : words.form(reading.form)}</option>
            <optgroup label={t('detected.likely')}>{FORM_IDS.filter((id) => possible.has(id)).map(option)}</optgroup>
            <optgroup label={t('detected.unlikely')}>{FORM_IDS.filter((id) => !possible.has(id)).map(option)}</optgroup>
          </select>
        </label>
        <span className={styles.sure} data-certainty={sure}>
          {t(`codes:certainty.${sure}.name`)}
        </span>
        <span className={styles.sizes}>
          {bytesPerDirection(connection).map(({ direction, bytes }) => (
            <span key={direction} className={styles.bytes}>
              <span aria-hidden="true">{direction === 'client-to-server' ? '→' : '←'} </span>
              <span className="unseen">{t(`views:source.${direction}`)}: </span>
              {bytes} B
            </span>
          ))}
        </span>
      </div>
      <Tcp opened={opened} tcp={tcp} />
      {(near.length > 0 || form) && (
        <div className={styles.others}>
          {near.map((other) => (
            <button
              key={other.form}
              type="button"
              className={styles.other}
              title={other.reasons.map(words.reason).join(' · ')}
              onClick={() => chooseForm(other.form)}
            >
              {t('detected.readAs', { form: words.form(other.form) })}
            </button>
          ))}
          {form && (
            <button type="button" className={styles.other} onClick={() => chooseForm(null)}>
              {t('assume.back')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
