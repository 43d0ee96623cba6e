import { type ClipboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Home.module.css';
import { bringFile, bringText } from './usePasteAnywhere.ts';

/** For those who come with bytes: what is pasted here opens in the workbench at once. */
export function PasteBox() {
  const { t } = useTranslation('home');
  const [text, setText] = useState('');
  const id = useId();
  const onPaste = (event: ClipboardEvent) => {
    const [file] = event.clipboardData.files;
    const pasted = event.clipboardData.getData('text/plain');
    if (!file && pasted === '') return;
    // Taken before the box holds it: a text box with a megabyte in it is slow.
    event.preventDefault();
    if (pasted !== '') bringText(text + pasted);
    else if (file) bringFile(file);
  };
  return (
    <form
      className={styles.paste}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') bringText(text);
      }}
    >
      <h2>{t('paste.title')}</h2>
      <label htmlFor={id} className="unseen">
        {t('paste.label')}
      </label>
      <textarea
        id={id}
        rows={1}
        spellCheck={false}
        autoCapitalize="none"
        placeholder={t('paste.placeholder')}
        aria-describedby={`${id}-hint`}
        value={text}
        onPaste={onPaste}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {t('paste.hint')}
      </p>
      <div className={styles.ways}>
        {text.trim() !== '' && <button type="submit">{t('paste.explain')}</button>}
        <label className={styles.file}>
          <input
            type="file"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) bringFile(file);
            }}
          />
          <span>{t('paste.file')}</span>
        </label>
        <a href="#/decode">{t('paste.way')}</a>
      </div>
    </form>
  );
}
