import { memo, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Listing, Mark } from '../lesson/listing.ts';
import styles from './CodeWindow.module.css';

interface CodeWindowProps {
  /** Names the file. */
  readonly label: string;
  readonly listing: Listing;
  /** Numbers (from 1) of the lines that do what the step shows, in rising order. */
  readonly lit: readonly number[];
  /** Lines that were gone through before. */
  readonly done?: readonly number[] | undefined;
  /** The line to bring into view; the first lit one otherwise. */
  readonly at?: number | undefined;
  /** The lit lines are a mistake. */
  readonly wrong?: boolean | undefined;
  /** Lines in view; the rest of the file is a scroll away. */
  readonly rows: number;
}

/**
 * A file of code with line numbers, scrolled to the lines that a step lights. They stand in the upper half, so that the
 * reader sees what comes next; and the view moves by half its height, not at every line.
 */
export function CodeWindow({ label, listing, lit, done = NONE, at, wrong = false, rows }: CodeWindowProps) {
  const { t } = useTranslation('learn');
  const box = useRef<HTMLElement>(null);
  const first = firstInView(at ?? lit[0] ?? 1, rows, listing.lines.length);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.scrollTop = ((first - 1) * element.scrollHeight) / listing.lines.length;
    element.scrollLeft = 0;
  }, [first, listing]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section ref={box} className={styles.window} style={{ '--rows': rows }} aria-label={label} tabIndex={0}>
      <pre className={styles.code} data-wrong={wrong || undefined}>
        {listing.lines.map((text, i) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
            key={i}
            number={i + 1}
            text={text}
            marks={listing.marks[i] ?? NONE}
            state={lit.includes(i + 1) ? (wrong ? 'wrong' : 'current') : done.includes(i + 1) ? 'done' : undefined}
            said={lit.includes(i + 1) ? t('code-lit') : undefined}
          />
        ))}
      </pre>
    </section>
  );
}

const NONE: readonly never[] = [];

/** Number of the line at the top: a multiple of half the height, such that `at` is not in the last rows. */
export function firstInView(at: number, rows: number, count: number): number {
  const half = Math.max(1, Math.floor(rows / 2));
  const above = Math.floor(rows / 4);
  const first = Math.max(0, Math.floor((at - 1 - above) / half)) * half + 1;
  return Math.max(1, Math.min(first, count - rows + 1));
}

interface LineProps {
  readonly number: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly state: 'current' | 'wrong' | 'done' | undefined;
  readonly said: string | undefined;
}

const Line = memo(function Line({ number, text, marks, state, said }: LineProps) {
  return (
    <span className={styles.line} data-state={state}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      {said !== undefined && <span className="unseen">{said} </span>}
      <span>{pieces(text, marks)}</span>
      {'\n'}
    </span>
  );
});

function pieces(text: string, marks: readonly Mark[]) {
  const made: (string | React.ReactElement)[] = [];
  let at = 0;
  for (const { from, to, kind } of marks) {
    if (from > at) made.push(text.slice(at, from));
    made.push(
      <span key={from} className={styles[kind]}>
        {text.slice(from, to)}
      </span>,
    );
    at = to;
  }
  made.push(text.slice(at));
  return made;
}
