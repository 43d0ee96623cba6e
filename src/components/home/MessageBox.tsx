import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Home.module.css';
import { EXAMPLE_KEY, readKey } from './key.ts';
import { useHome } from './store.ts';

/** Characters. A text box that holds more makes the page slow; longer messages belong to the workbench. */
const LONGEST = 1 << 20;

/** Worth trying: other scripts, no payload, and the first lengths of the two longer forms (RFC 6455 section 5.2). */
const TRIES = ['Hello', '你好', '👋🏽'];
const LENGTHS = [126, 65_536];

/** The message and the key it is masked with. */
export function MessageBox() {
  const { t, i18n } = useTranslation('home');
  const { message, keyText, setMessage, setKeyText, rollKey } = useHome();
  const id = useId();
  const bad = readKey(keyText) === null;
  return (
    <div className={styles.inputs}>
      <div className={styles.field}>
        <label htmlFor={`${id}-message`}>{t('message.label')}</label>
        <textarea
          id={`${id}-message`}
          className={styles.message}
          rows={1}
          dir="auto"
          spellCheck={false}
          value={message}
          maxLength={LONGEST}
          aria-describedby={message.length >= LONGEST ? `${id}-long` : undefined}
          onChange={(event) => setMessage(event.target.value)}
        />
        {message.length >= LONGEST && (
          <p id={`${id}-long`} className={styles.problem}>
            {t('message.long', { count: LONGEST })}
          </p>
        )}
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-key`}>{t('key.label')}</label>
        <span className={styles.key}>
          <input
            id={`${id}-key`}
            type="text"
            size={12}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="none"
            value={keyText}
            aria-invalid={bad}
            aria-describedby={bad ? `${id}-bad` : undefined}
            onChange={(event) => setKeyText(event.target.value)}
          />
          <button type="button" onClick={rollKey}>
            {t('key.roll')}
          </button>
        </span>
      </div>
      <div className={styles.tries}>
        <span>{t('message.try')}</span>
        {TRIES.map((text) => (
          <button key={text} type="button" onClick={() => setMessage(text)}>
            {text}
          </button>
        ))}
        <button type="button" onClick={() => setMessage('')}>
          {t('tries.empty')}
        </button>
        {LENGTHS.map((length) => (
          <button key={length} type="button" onClick={() => setMessage(lengthy(length))}>
            {t('tries.bytes', { formatted: length.toLocaleString(i18n.language) })}
          </button>
        ))}
      </div>
      {bad && (
        <p id={`${id}-bad`} role="alert" className={styles.problem}>
          {t('key.bad', { example: EXAMPLE_KEY })}
        </p>
      )}
    </div>
  );
}

/** A message of so many bytes in which one can see where one is. */
function lengthy(length: number): string {
  return '0123456789'.repeat(Math.ceil(length / 10)).slice(0, length);
}
