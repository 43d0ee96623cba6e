// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be walked cell by cell; the grid of ARIA can
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid only the cell in use takes the focus, or the grid itself
import { type KeyboardEvent, type MouseEvent, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelection } from '../state/selection.ts';
import { finder, leaves, NO_MARKS, roleOf } from '../views/marks.ts';
import { useRows } from '../views/useRows.ts';
import { useWidth } from '../views/useWidth.ts';
import styles from './BitGrid.module.css';
import { BitRow } from './BitRow.tsx';
import { bytesPerRow, moveBit } from './bitKeys.ts';
import type { ItemReading } from './selectors.ts';
import { flip } from './store.ts';

/** Pixels; BitGrid.module.css says the same. */
const ROW_HEIGHT = 32;
const ROWS = 10;

/** All bits of an item in rows of whole bytes: a grid that is walked bit by bit, of any length. */
export function BitGrid({ reading }: { readonly reading: ItemReading }) {
  const { t } = useTranslation(['build', 'fields']);
  const { item, tree, part } = reading;
  const { bytes } = item;
  const id = useId();
  const outer = useRef<HTMLDivElement>(null);
  const width = useWidth(outer, 'bits', 900);
  const perRow = bytesPerRow(width);
  const count = Math.ceil(bytes.length / perRow);
  const rows = useRows(count, ROW_HEIGHT, ROWS);
  const [at, setAt] = useState(0);
  const [focused, setFocused] = useState(false);
  const active = Math.max(0, Math.min(at, bytes.length * 8 - 1));
  const hover = useSelection((state) => state.hover);
  const marks = useMemo(() => (tree && part ? finder(leaves(tree), part.direction) : NO_MARKS), [tree, part]);
  const offset = part?.offset ?? 0;

  const go = (bit: number) => {
    setAt(bit);
    rows.show(Math.floor(bit / 8 / perRow));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    if (event.key === ' ' || event.key === 'Enter') flip(item, active);
    else {
      const to = moveBit(event, active, { count: bytes.length * 8, perRow: perRow * 8, page: rows.page });
      if (to === null) return;
      go(to);
    }
    event.preventDefault();
  };
  const bitUnder = (event: MouseEvent) => {
    const bit = (event.target as Element).closest<HTMLElement>('[data-at]')?.dataset.at;
    return bit === undefined ? null : Number(bit);
  };
  const pointAt = (event: MouseEvent) => {
    const bit = bitUnder(event);
    if (bit === null || !part) return hover(null);
    const start = offset * 8 + bit;
    const byte = Math.floor(start / 8);
    const mark = marks(byte, byte + 1).find(({ span }) => span.start <= start && start < span.end);
    hover({ path: mark?.path ?? null, span: { source: part.direction, start, end: start + 1 }, view: 'bytes' });
  };
  if (bytes.length === 0) return <p className={styles.empty}>{t('build:bits.none')}</p>;

  const drawn = [];
  for (let i = rows.first; i < rows.end; i += 1) {
    const first = i * perRow;
    const here = bytes.subarray(first, first + perRow);
    // The field of each bit, as one text: a row is drawn anew only when something in it changed.
    let fields = '';
    for (let bit = first * 8; bit < (first + here.length) * 8; bit += 1) {
      const place = offset * 8 + bit;
      const mark = marks(place >> 3, (place >> 3) + 1).find(({ span }) => span.start <= place && place < span.end);
      fields += `${mark ? mark.field : ''} `;
    }
    drawn.push(
      <BitRow
        key={i % rows.slots}
        id={id}
        row={i}
        top={rows.base + i * ROW_HEIGHT}
        first={first}
        perRow={perRow}
        values={here.join(' ')}
        fields={fields}
        active={active >= first * 8 && active < (first + here.length) * 8 ? active : -1}
        roleOf={roleOf}
      />,
    );
  }
  return (
    <div ref={outer} className={styles.outer}>
      <div
        ref={rows.ref}
        role="grid"
        tabIndex={0}
        aria-label={t('build:bits.label')}
        aria-description={t('build:bits.keys')}
        aria-rowcount={count}
        aria-colcount={perRow * 8}
        aria-activedescendant={focused ? `${id}-${active}` : undefined}
        className={styles.grid}
        data-focused={focused || undefined}
        style={{ maxBlockSize: ROWS * ROW_HEIGHT }}
        onScroll={rows.onScroll}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onMouseOver={pointAt}
        onMouseLeave={() => hover(null)}
        onClick={(event) => {
          const bit = bitUnder(event);
          if (bit === null) return;
          setAt(bit);
          flip(item, bit);
        }}
      >
        <div role="presentation" className={styles.spacer} style={{ blockSize: rows.height }}>
          {drawn}
        </div>
      </div>
    </div>
  );
}
