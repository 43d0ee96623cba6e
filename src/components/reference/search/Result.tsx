import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../words/languages.ts';
import type { Entry } from './entries.ts';
import type { Found } from './find.ts';
import styles from './Search.module.css';

interface ResultProps {
  readonly id: string;
  readonly found: Found;
  readonly typed: string;
  readonly chosen: boolean;
  readonly onPoint: () => void;
  /** `aside`: in another tab. */
  readonly onGo: (aside: boolean) => void;
}

/** One thing found: its kind, its name, a sentence. */
export function Result({ id, found, typed, chosen, onPoint, onGo }: ResultProps) {
  const { t, i18n } = useTranslation('reference');
  const language = i18n.language as Language;
  const kindOf = (kind: Entry['kind']) =>
    kind === 'tool' ? t('search.tool') : kind === 'lesson' ? t('search.lesson') : t(`kinds.${kind}.one`);
  const [kind, code, title, says] =
    found.is === 'bytes'
      ? [t('search.bytes'), null, t('search.decode', { bytes: found.bytes }), t('search.decodeSays')]
      : [kindOf(found.entry.kind), found.entry.code, found.entry.title[language], found.entry.says[language]];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: an option of a combobox is named by it, and never focused
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      className={styles.result}
      onPointerMove={chosen ? undefined : onPoint}
      onClick={(event: MouseEvent) => onGo(event.ctrlKey || event.metaKey)}
    >
      <span className={styles.kind}>{kind}</span>
      <span className={styles.title}>
        {code !== null && <span className={styles.code}>{code} </span>}
        <Marked text={title} typed={typed.trim()} />
      </span>
      <span className={styles.says}>{says}</span>
    </div>
  );
}

/** With what was typed marked, where it stands in the text as it is. */
function Marked({ text, typed }: { readonly text: string; readonly typed: string }) {
  const at = typed === '' ? -1 : text.toLowerCase().indexOf(typed.toLowerCase());
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + typed.length)}</mark>
      {text.slice(at + typed.length)}
    </>
  );
}
