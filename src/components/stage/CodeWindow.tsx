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
  /** Number of the line at the top: see `firstInView`. */
  readonly first: number;
  /** The lit lines are a mistake. */
  readonly wrong?: boolean | undefined;
  /** Lines in view; the rest of the file is a scroll away. */
  readonly rows: number;
}

/**
 * A file of code with line numbers, scrolled to what a step is about. The whole of it is there: whoever wants to see what
 * stands above scrolls, and the next step that looks elsewhere moves the view again. A line too long for the window goes
 * on in the next row, further in than it began.
 */
export function CodeWindow({ label, listing, lit, done = NONE, first, wrong = false, rows }: CodeWindowProps) {
  const { t } = useTranslation('learn');
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has scrolled is brought back by the next step
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const show = () => {
      element.scrollTop = topOf(
        element,
        first,
        lit.filter((line) => line >= first && line < first + rows),
      );
    };
    show();
    // Drawn in another size, as in presenter mode before and after a question, its lines are elsewhere.
    const observer = new ResizeObserver(show);
    observer.observe(element);
    return () => observer.disconnect();
  }, [first, lit, listing, rows]);
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
/** Narrower windows are those of phones, in px. */
const PHONE = 440;

/** Where the view begins for line `first` at its top; further down where lines in more than a row push the last lit one out. */
function topOf(window: HTMLElement, first: number, lit: readonly number[]): number {
  const line = (number: number) => window.firstElementChild?.children[number - 1] as HTMLElement | undefined;
  // A phone shows the beginning of the window only: there the lit lines come first.
  if (window.clientWidth < PHONE && lit[0] !== undefined) return line(Math.max(first, lit[0] - 1))?.offsetTop ?? 0;
  const top = line(first)?.offsetTop ?? 0;
  const last = line(lit.at(-1) ?? first);
  return last ? Math.max(top, last.offsetTop + last.offsetHeight - window.clientHeight) : top;
}

/**
 * Number of the line at the top, for lines `from` to `to`. They stand in the upper half, so that one sees what comes next,
 * and the view moves by half its height, not at every line; where they need more, their end is in view.
 */
export function firstInView(from: number, to: number, rows: number, count: number): number {
  const half = Math.max(1, Math.floor(rows / 2));
  const above = Math.floor(rows / 4);
  const usual = Math.max(0, Math.floor((from - 1 - above) / half)) * half + 1;
  const first = to > usual + rows - 1 ? to - rows + 2 : usual;
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
  const indent = /^ */.exec(text)?.[0] ?? '';
  return (
    <span className={styles.line} data-state={state}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <span className={styles.text} style={{ '--indent': indent.length }}>
        {said !== undefined && <span className="unseen">{said} </span>}
        {indent}
        <span>{pieces(text, marks, indent.length)}</span>
        {'\n'}
      </span>
    </span>
  );
});

/** The line from `start` on. */
function pieces(text: string, marks: readonly Mark[], start: number) {
  const made: (string | React.ReactElement)[] = [];
  let at = start;
  for (const { from, to, kind } of marks) {
    if (from > at) made.push(text.slice(at, from));
    made.push(
      <span key={from} className={styles[kind]}>
        {text.slice(Math.max(from, at), to)}
      </span>,
    );
    at = to;
  }
  made.push(text.slice(at));
  return made;
}
