import { type ComponentType, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { isTaken } from '../state/taken.ts';
import { loadWords } from '../words/i18n.ts';
import { fetched } from './fetched.ts';
import styles from './Header.module.css';

/** Fetched when first wanted: nobody's first view needs it. */
const dialog = fetched(async () => {
  const [module] = await Promise.all([import('../reference/search/SearchDialog.tsx'), loadWords('reference')]);
  return module.default;
});

/** `/` where nobody is typing; Ctrl-K, or Cmd-K, anywhere but under a dialog. */
function asksForSearch(event: KeyboardEvent): boolean {
  if (event.key === '/') return !isTaken(event);
  if (event.key !== 'k' || event.altKey || event.shiftKey || event.defaultPrevented) return false;
  // On a Mac, Ctrl-K in a box deletes to the end of the line.
  const asked = /Mac|iP/.test(navigator.platform) ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return asked && document.querySelector('dialog[open]') === null;
}

/** The button that opens the search, and the keys that do. */
export function Search() {
  const { t } = useTranslation('shell');
  const [Dialog, setDialog] = useState<ComponentType<{ readonly onClose: () => void }> | null>(null);
  const open = () =>
    void dialog.load().then(
      (found) => setDialog(() => found),
      () => {},
    );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!asksForSearch(event)) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return (
    <>
      <button
        type="button"
        className={styles.search}
        title={t('search.keys')}
        aria-label={t('search.label')}
        aria-keyshortcuts="/ Control+K"
        onClick={open}
        onPointerEnter={() => void dialog.load().catch(() => {})}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M10 10l4 4M7 11a4 4 0 1 1 0-8 4 4 0 0 1 0 8z" />
        </svg>
        <span aria-hidden="true">/</span>
      </button>
      {Dialog && createPortal(<Dialog onClose={() => setDialog(null)} />, document.body)}
    </>
  );
}
