import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { visible } from '../views/text.ts';
import styles from './Data.module.css';
import { EXAMPLE_IDS, EXAMPLES, type ExampleId, MOST, spacedHex, type Typed } from './data.ts';
import { type, useRoom } from './store.ts';

/** The bytes that parse_frame gets: typed, or one of the examples. */
export function Data({ typed }: { readonly typed: Typed }) {
  const { t } = useTranslation(['python', 'views']);
  const text = useRoom((state) => state.text);
  const given = useRoom((state) => state.given);
  const id = useId();
  const shown = EXAMPLE_IDS.find((one) => spacedHex(EXAMPLES[one]) === text) ?? '';
  const limit = MOST.toLocaleString();
  return (
    <section className={styles.data}>
      <div className={styles.head}>
        <label htmlFor={id}>{t('python:data.label')}</label>
        <span className={styles.count}>{typed.bytes && t('views:bytes', { count: typed.bytes.length })}</span>
        <select
          aria-label={t('python:data.examples')}
          value={shown}
          onChange={({ target }) => type(spacedHex(EXAMPLES[target.value as ExampleId]))}
        >
          {shown === '' && <option value="">{t('python:data.choose')}</option>}
          {EXAMPLE_IDS.map((one) => (
            <option key={one} value={one}>
              {t(`python:data.example.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <textarea
        id={id}
        rows={2}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        value={text}
        aria-invalid={typed.problem !== null}
        aria-describedby={typed.problem === null ? undefined : `${id}-bad`}
        onChange={({ target }) => type(target.value)}
      />
      {typed.problem !== null && (
        <p id={`${id}-bad`} role="alert" className={styles.problem}>
          {t(`python:data.${typed.problem}`, { found: visible(typed.found), limit })}
        </p>
      )}
      {(given.limit !== null || given.array) && (
        <p className={styles.given}>
          <code>
            parse_frame({given.array ? 'bytearray(data)' : 'data'}
            {given.limit !== null && `, limit=${given.limit}`})
          </code>
          <button type="button" onClick={() => type(text)}>
            {t('python:data.forget')}
          </button>
        </p>
      )}
    </section>
  );
}
