import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { linkHash } from '../../decode/link.ts';
import { useCourse } from '../../lesson/course.ts';
import type { Language } from '../../words/languages.ts';
import type { Finder, Found } from './find.ts';
import { loadFinder } from './load.ts';
import { Result } from './Result.tsx';
import styles from './Search.module.css';

/** What was typed last: whoever looks again often looks for something near. */
let last = '';

/** A box, and what it finds with each key. Enter opens, the arrows choose, Escape closes. */
export default function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('reference');
  const language = i18n.language as Language;
  const course = useCourse();
  const [finder, setFinder] = useState<Finder | null>(null);
  const [text, setText] = useState(last);
  const [at, setAt] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const id = useId();

  useEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal();
    box.current?.select();
  }, []);
  useEffect(() => {
    let here = true;
    loadFinder(course).then(
      (found) => here && setFinder(found),
      () => here && dialog.current?.close(),
    );
    return () => {
      here = false;
    };
  }, [course]);

  const found = useMemo(() => finder?.find(text, language) ?? [], [finder, text, language]);
  const chosen = Math.min(at, found.length - 1);
  useEffect(() => {
    if (found.length > 0) document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen, found]);

  const go = (one: Found | undefined) => {
    if (!one) return;
    location.hash = hrefOf(one, text);
    dialog.current?.close();
    // The page that was asked for comes next, not the button that the search was opened with.
    document.querySelector('main')?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // What is typed here is nobody else's, Escape included.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const count = found.length;
    if (event.key === 'ArrowDown' && count > 0) setAt((chosen + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) setAt((chosen + count - 1) % count);
    else if (event.key === 'Enter') go(found[chosen]);
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={t('search.title')}
      onClose={onClose}
      onKeyDown={onKeyDown}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className={styles.inside}>
        <div className={styles.top}>
          <input
            ref={box}
            type="text"
            role="combobox"
            aria-label={t('search.label')}
            aria-expanded={found.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={chosen >= 0 ? `${id}-${chosen}` : undefined}
            placeholder={t('search.placeholder')}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              last = event.target.value;
              setText(last);
              setAt(0);
            }}
          />
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('search.close')}
          </button>
        </div>
        <div id={`${id}-list`} role="listbox" aria-label={t('search.results')} className={styles.list}>
          {found.map((one, i) => (
            <Result
              key={one.is === 'bytes' ? 'bytes' : one.entry.href}
              id={`${id}-${i}`}
              found={one}
              typed={text}
              chosen={i === chosen}
              onPoint={() => setAt(i)}
              onGo={(aside) => (aside ? window.open(hrefOf(one, text)) : go(one))}
            />
          ))}
        </div>
        <p role="status" className={styles.status}>
          {finder === null
            ? t('search.loading')
            : found.length === 0
              ? t('search.none', { text })
              : t('search.count', { count: found.length })}
        </p>
        <p className={styles.keys}>{t('search.keys')}</p>
      </div>
    </dialog>
  );
}

/** What was typed goes to the workbench as it is: it knows more notations than this box. */
function hrefOf(found: Found, text: string): string {
  return found.is === 'entry' ? found.entry.href : linkHash({ input: text.trim(), form: 'hex', field: null });
}
