import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { base, drawn, follow, type Geometry, type Place, reveal, START, spacer } from './scroll.ts';

const SPARE_ROWS = 8;
const AFTER_PAINT_MS = 100;
/** The last height of each kind of list: the next of its kind most likely has it too, and is then drawn once. */
const last = new Map<string, number>();

export interface Rows {
  /** Goes on the element that scrolls. */
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  /** Height of the element inside it, pixels. */
  readonly height: number;
  /** Rows to draw, `[first, end)`, and where: row `i` at `base + i * rowHeight`. */
  readonly first: number;
  readonly end: number;
  readonly base: number;
  /** Row `i` is drawn in slot `i % slots`: what leaves at one edge comes back at the other. */
  readonly slots: number;
  /** Whole rows in the window. */
  readonly page: number;
  /** Brings a row into the window. */
  readonly show: (row: number, margin?: number) => void;
}

/**
 * Draws only the rows of a long list that can be seen. All rows are `rowHeight` pixels high.
 * @param maxRows rows that the window holds, until it has been measured
 * @param kind where the window is as high as the page lets it: lists that are alike
 */
export function useRows(rows: number, rowHeight: number, maxRows: number, kind?: string): Rows {
  const ref = useRef<HTMLDivElement | null>(null);
  const place = useRef<Place>(START);
  const [view, setView] = useState(() => last.get(kind ?? '') ?? Math.min(rows, maxRows) * rowHeight);
  // What the first picture does not show can come after it.
  const [spare, setSpare] = useState(0);
  const g: Geometry = { rows, rowHeight, view };
  const geometry = useRef({ ...g, spare });
  geometry.current = { ...g, spare };
  const [first, end] = drawn(place.current, g, spare);
  const at = base(place.current, g);
  const shown = useRef('');
  shown.current = `${first} ${end} ${at}`;
  const [, redraw] = useState(0);

  const moveTo = useCallback((next: Place) => {
    place.current = next;
    const now = geometry.current;
    const [from, until] = drawn(next, now, now.spare);
    if (`${from} ${until} ${base(next, now)}` !== shown.current) redraw((n) => n + 1);
  }, []);

  const onScroll = useCallback(() => {
    if (ref.current) moveTo(follow(place.current, ref.current.scrollTop, geometry.current));
  }, [moveTo]);

  const show = useCallback(
    (row: number, margin = 0) => {
      const next = reveal(place.current, row, geometry.current, margin);
      if (next === place.current) return;
      moveTo(next);
      if (ref.current) ref.current.scrollTop = next.top;
    },
    [moveTo],
  );

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      if (element.clientHeight === 0) return;
      if (kind) last.set(kind, element.clientHeight);
      setView(element.clientHeight);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const timer = setTimeout(() => setSpare(SPARE_ROWS), AFTER_PAINT_MS);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [kind]);

  // A shorter list may leave the window beyond its end; the browser then scrolls without telling.
  useLayoutEffect(() => {
    const element = ref.current;
    if (element) moveTo(follow(place.current, element.scrollTop, { rows, rowHeight, view }));
  }, [rows, rowHeight, view, moveTo]);

  return {
    ref,
    onScroll,
    height: spacer(g),
    first,
    end,
    base: at,
    slots: Math.ceil(view / rowHeight) + 2 * SPARE_ROWS + 2,
    page: Math.max(1, Math.floor(view / rowHeight)),
    show,
  };
}
