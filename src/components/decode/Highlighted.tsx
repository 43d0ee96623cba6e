import { memo } from 'react';
import styles from './PastedText.module.css';
import { piecesOf, type Range } from './ranges.ts';
import type { TextMarks } from './useTextMarks.ts';

interface HighlightedProps {
  readonly text: string;
  readonly view: Range;
  readonly marks: TextMarks;
}

/** The copy of the text behind the text box. For the eyes only: the text box says the text, the lists say the rest. */
export const Highlighted = memo(function Highlighted({ text, view, marks }: HighlightedProps) {
  const pieces = piecesOf(view, marks.ranges(view));
  return (
    <div className={styles.copy} aria-hidden="true">
      {pieces.map(({ start, end, kinds }) =>
        kinds.length === 0 ? (
          text.slice(start, end)
        ) : (
          <mark
            key={start}
            data-kinds={kinds.join(' ')}
            data-focus={marks.focus !== null && start <= marks.focus && marks.focus < end ? '' : undefined}
          >
            {text.slice(start, end)}
          </mark>
        ),
      )}
      {/* A last empty line needs something in it to have a height. */}
      {'\n'}
    </div>
  );
});
