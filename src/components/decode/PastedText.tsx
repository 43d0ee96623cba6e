import { type ChangeEvent, type ClipboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelection } from '../state/selection.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Highlighted } from './Highlighted.tsx';
import { openFile, openText, openTyped } from './open.ts';
import styles from './PastedText.module.css';
import { excerptOf, MAX_EDITABLE, type Range, wraps } from './ranges.ts';
import type { TextMarks } from './useTextMarks.ts';

interface PastedTextProps {
  readonly text: string;
  readonly marks: TextMarks;
  /** The caret or a range of characters was chosen: positions in the whole text. */
  readonly onPlace: (start: number, end: number) => void;
}

/** Characters. */
const NEAR = 300;

const CARET_KEYS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']);

/**
 * The pasted text with its marks: a text box over a copy of the same text that carries the colours. The copy gives the
 * height, the frame round both scrolls. A long text is shown as an excerpt that follows the selection.
 */
export function PastedText({ text, marks, onPlace }: PastedTextProps) {
  const { t } = useTranslation('decode');
  const frame = useRef<HTMLDivElement>(null);
  const view = useExcerpt(text, marks.focus);
  const shown = view.start === 0 && view.end === text.length ? text : text.slice(view.start, view.end);
  const cut = shown.length < text.length;
  const wrapped = useMemo(() => wraps(shown), [shown]);
  const fresh = useRef(false);

  useFollow(frame, marks.focus, marks.focus === null ? 0 : marks.focus - view.start);

  const onChange = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const { value } = event.target;
    const { input, edit } = useWorkbench.getState();
    if (fresh.current || input === '') openTyped(value);
    else edit(value);
    fresh.current = false;
  };

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    const [file] = event.clipboardData.files;
    const pasted = event.clipboardData.getData('text');
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const all = selectionEnd - selectionStart === value.length;
    if (file && pasted === '') {
      event.preventDefault();
      void openFile(file);
    } else if (cut || pasted.length > MAX_EDITABLE) {
      event.preventDefault();
      const kept = all || cut ? ['', ''] : [value.slice(0, selectionStart), value.slice(selectionEnd)];
      openText(kept.join(pasted));
    } else {
      // Left to the browser, so that undo works.
      fresh.current = all;
    }
  };

  const place = (box: HTMLTextAreaElement) => onPlace(view.start + box.selectionStart, view.start + box.selectionEnd);

  return (
    <div className={styles.whole} data-empty={text === '' || undefined}>
      {view.start > 0 && <p className={styles.more}>{t('paste.before', { count: view.start })}</p>}
      <div ref={frame} className={styles.frame} data-empty={text === '' || undefined}>
        <div className={styles.stack} data-wraps={wrapped || undefined}>
          <Highlighted text={text} view={view} marks={marks} />
          <textarea
            className={styles.box}
            value={shown}
            readOnly={cut}
            onChange={onChange}
            onPaste={onPaste}
            onClick={(event) => place(event.currentTarget)}
            onKeyUp={(event) => CARET_KEYS.has(event.key) && place(event.currentTarget)}
            onMouseLeave={() => useSelection.getState().hover(null)}
            wrap={wrapped ? 'soft' : 'off'}
            spellCheck={false}
            autoCapitalize="off"
            autoCorrect="off"
            autoComplete="off"
            aria-label={t('paste.label')}
            aria-describedby="paste-detected"
            placeholder={t('paste.placeholder')}
          />
        </div>
      </div>
      {view.end < text.length && <p className={styles.more}>{t('paste.after', { count: text.length - view.end })}</p>}
    </div>
  );
}

/** The part of the text on show. It moves only when what should be seen is not in it. */
function useExcerpt(text: string, focus: number | null): Range {
  const [view, setView] = useState<{ text: string; range: Range }>(() => ({
    text,
    range: excerptOf(text, focus ?? 0),
  }));
  let { range } = view;
  if (view.text !== text) range = excerptOf(text, focus ?? 0);
  else if (focus !== null && (focus < range.start || focus >= range.end)) range = excerptOf(text, focus);
  if (range !== view.range || view.text !== text) setView({ text, range });
  return range;
}

/** Scrolls the frame, and nothing else, to the first mark of what another view selected. */
function useFollow(frame: { readonly current: HTMLDivElement | null }, focus: number | null, ahead: number): void {
  const last = useRef(focus);
  useLayoutEffect(() => {
    // The beginning of a new text is in view already; asking where it is would cost a layout.
    const moved = last.current !== focus && !(last.current === null && ahead < NEAR);
    last.current = focus;
    const mark = moved && focus !== null && frame.current?.querySelector<HTMLElement>('[data-focus]');
    if (!mark || !frame.current) return;
    const box = frame.current.getBoundingClientRect();
    const at = mark.getBoundingClientRect();
    if (at.top < box.top || at.bottom > box.bottom) {
      frame.current.scrollTop += at.top - box.top - box.height / 3;
    }
    if (at.left < box.left || at.left > box.right - 20) frame.current.scrollLeft += at.left - box.left - box.width / 3;
  });
  // A new text is read from its beginning.
  useEffect(() => {
    if (focus === null) frame.current?.scrollTo(0, 0);
  }, [frame, focus]);
}
