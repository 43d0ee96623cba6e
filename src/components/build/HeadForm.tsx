import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Form.module.css';
import { HexBox } from './HexBox.tsx';
import {
  computedAgain,
  headBytes,
  headText,
  newKeys,
  type WrongAnswer,
  withHead,
  wrongAnswers,
  wronglyAnswered,
} from './heads.ts';
import type { ItemReading } from './selectors.ts';
import { setBytes } from './store.ts';
import { useDraft } from './useDraft.ts';

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** A request or a response, line by line as it stands in its bytes. */
export function HeadForm({ reading }: { readonly reading: ItemReading }) {
  const { t } = useTranslation(['build', 'codes', 'fields']);
  const { item, kind, connection } = reading;
  const { handshake } = connection;
  const id = useId();
  const { text, trailer } = headText(item.bytes);
  const box = useDraft(text, (typed) => {
    const bytes = headBytes(typed);
    if (!(bytes instanceof Uint8Array)) return null;
    const made = withHead(bytes, trailer);
    setBytes(item.id, made, `head ${item.id}`);
    return headText(made).text;
  });
  const wrong = kind === 'response' ? wrongAnswers(handshake) : [];
  const answered = kind === 'response' && handshake.request !== null;
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={id}>{t('build:head.lines')}</label>
        <textarea
          id={id}
          className={styles.head}
          rows={Math.min(16, box.value.split('\n').length)}
          wrap="off"
          spellCheck={false}
          value={box.value}
          aria-invalid={box.bad}
          aria-describedby={`${id}-help`}
          onChange={(event) => box.onChange(event.target.value)}
          onBlur={box.onBlur}
        />
        <p id={`${id}-help`} className={box.bad ? styles.problem : styles.note} role={box.bad ? 'alert' : undefined}>
          {t(box.bad ? 'build:head.bad' : 'build:head.help')}
        </p>
      </div>
      {(trailer.length > 0 || handshake.request?.proof.kind === 'md5') && (
        <HexBox
          label={t('build:head.trailer')}
          bytes={trailer}
          onBytes={(bytes) =>
            setBytes(
              item.id,
              withHead(item.bytes.subarray(0, item.bytes.length - trailer.length), bytes),
              `trailer ${item.id}`,
            )
          }
        />
      )}
      <div className={styles.ways}>
        {kind === 'request' && handshake.dialect !== 'hixie-75' && (
          <button
            type="button"
            onClick={() => {
              const made = newKeys(handshake.dialect, item.bytes, random);
              if (made) setBytes(item.id, made);
            }}
          >
            {t('build:head.newKey')}
          </button>
        )}
        {answered && (
          <button
            type="button"
            onClick={() => {
              const made = computedAgain(handshake, item.bytes);
              if (made) setBytes(item.id, made);
            }}
          >
            {t('build:head.again')}
          </button>
        )}
      </div>
      {wrong.length > 0 && (
        <div className={styles.field}>
          <label htmlFor={`${id}-wrong`}>{t('build:head.wrongly')}</label>
          <select
            id={`${id}-wrong`}
            value={nameOf(currentMistake(reading, wrong))}
            onChange={(event) => {
              const chosen = wrong.find((one) => nameOf(one) === event.target.value);
              const made = chosen
                ? wronglyAnswered(handshake, item.bytes, chosen)
                : computedAgain(handshake, item.bytes);
              if (made) setBytes(item.id, made);
            }}
          >
            <option value="">{t('build:head.rightly')}</option>
            {wrong.map((one) => (
              <option key={nameOf(one)} value={nameOf(one)}>
                {one.list === 'mistakes' ? t(`codes:mistakes.${one.id}.did`) : t(`codes:answerMistakes.${one.id}.did`)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}

const nameOf = (wrong: WrongAnswer | null) => (wrong === null ? '' : wrong.id);

/** The mistake that the reader itself finds in the answer. */
function currentMistake({ issues }: ItemReading, wrong: readonly WrongAnswer[]): WrongAnswer | null {
  const mistake = issues.map(({ values }) => values.mistake).find((one) => one !== undefined && one !== '');
  return wrong.find(({ id }) => id === mistake) ?? null;
}
