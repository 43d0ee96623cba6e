// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be walked cell by cell; the grid of ARIA can
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid only the cell in use takes the focus, or the grid itself
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelection } from '../state/selection.ts';
import { hexCell } from '../views/hexCell.ts';
import { useLights } from '../views/Linked.tsx';
import { glow } from '../views/light.ts';
import { finder, leaves } from '../views/marks.ts';
import roles from '../views/roles.module.css';
import { useWidth } from '../views/useWidth.ts';
import type { Framed } from './framed.ts';
import { letters } from './letters.ts';
import styles from './Travel.module.css';
import { moveInTravel, selectionOf, type TravelCell, travelRows } from './travel.ts';

interface TravelProps {
  readonly frame: Framed;
  readonly message: string;
}

/** Pixels a column takes, and the space kept for the names of the rows. */
const COLUMN = { least: 42, most: 62 };
const NAMES = 150;
const NARROW = 560;

/** The bytes on their way: the payload, the key under it, and what goes out on the wire. */
export function Travel({ frame, message }: TravelProps) {
  const { t } = useTranslation(['home', 'views', 'fields']);
  const outer = useRef<HTMLDivElement>(null);
  const width = useWidth(outer, 'travel', 800);
  const lights = useLights();
  const { hover, select } = useSelection();

  // On a phone the header has no columns of its own: the payload is what this picture is about.
  const narrow = width < NARROW;
  const header = narrow ? 0 : frame.headerLength;
  const space = width - (narrow ? 0 : NAMES);
  const columns = Math.max(4, Math.floor(space / COLUMN.least));
  const room = Math.max(2, columns - header);
  const shown = frame.payload.length <= room ? frame.payload.length : room - 1;
  const rest = frame.payload.length - shown;
  const used = Math.min(columns, header + shown + (rest > 0 ? 1 : 0));
  const rows = useMemo(() => travelRows(frame, header, shown), [frame, header, shown]);
  const characters = useMemo(() => letters(message, shown), [message, shown]);
  const all = useMemo(() => leaves(frame.tree), [frame]);
  const finders = useMemo(
    () => new Map(frame.sources.map((source) => [source.id, finder(all, source.id)])),
    [all, frame.sources],
  );

  // What is there from the start does not move.
  const [first] = useState(frame);
  const [at, setAt] = useState({ row: 2, column: 0 });
  const flat = rows.flat();
  const active =
    rows[at.row]?.find((cell) => cell.column === at.column) ?? rows.findLast((row) => row.length > 0)?.[0] ?? flat[0];

  const lookOf = (cell: TravelCell) =>
    hexCell(finders.get(cell.source)?.(cell.offset, cell.offset + 1) ?? [], cell.offset);
  const selectionAt = (cell: TravelCell) => selectionOf(cell, lookOf(cell).mark?.path ?? null);
  const lit = (cell: TravelCell, which: 'selected' | 'hovered') => {
    const glowAt = (source: string, offset: number) =>
      glow(lights[which].get(source), offset * 8, offset * 8 + 8) || undefined;
    const own = glowAt(cell.source, cell.offset);
    if (cell.row !== 'key') return own;
    // The key stands here once for each payload byte: only the copies that belong to what is lit.
    return own && glowAt(frame.wire.id, frame.headerLength + cell.index) ? own : undefined;
  };
  const nameOf = (cell: TravelCell): string => {
    const hex = cell.byte.toString(16).padStart(2, '0');
    const index = String(cell.index);
    if (cell.row === 'payload') return t('home:travel.cellPayload', { index, hex });
    if (cell.row === 'key') return t('home:travel.cellKey', { index, key: String(cell.index % 4), hex });
    const { mark } = lookOf(cell);
    const name: string = mark ? t(`fields:${mark.field}.name`) : t('views:unread');
    return t('home:travel.cellWire', { offset: String(cell.offset), hex, name });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!active || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      select(selectionAt(active));
    } else {
      const next = moveInTravel(rows, active, event.key);
      if (!next) return;
      outer.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
    }
    event.preventDefault();
  };
  const cellUnder = (target: EventTarget) => {
    const id = (target as Element).closest<HTMLElement>('[data-cell]')?.dataset.cell;
    return flat.find((cell) => `${cell.row} ${cell.column}` === id);
  };

  const more = t('views:more', { count: rest });
  const notes = [
    t('home:travel.payloadNote'),
    t('home:travel.keyNote'),
    narrow ? t('home:travel.wireNoteHeader', { count: frame.headerLength }) : t('home:travel.wireNote'),
  ];
  const names = [t('home:travel.payload'), t('home:travel.key'), t('home:travel.wire')];
  return (
    <div
      ref={outer}
      className={styles.outer}
      data-narrow={narrow || undefined}
      data-still={frame === first || undefined}
    >
      {flat.length > 0 && (
        <div
          role="grid"
          aria-label={t('home:travel.label')}
          aria-description={t('home:travel.keys')}
          className={styles.grid}
          style={{ '--columns': used, '--column': `${Math.min(COLUMN.most, Math.floor(space / Math.max(used, 6)))}px` }}
          onKeyDown={onKeyDown}
          onMouseOver={(event) => {
            const cell = cellUnder(event.target);
            hover(cell ? selectionAt(cell) : null);
          }}
          onMouseLeave={() => hover(null)}
          onFocus={(event) => {
            const cell = cellUnder(event.target);
            if (!cell) return;
            setAt({ row: rows.findIndex((row) => row.includes(cell)), column: cell.column });
            hover(selectionAt(cell));
          }}
          onBlur={() => hover(null)}
          onClick={(event) => {
            const cell = cellUnder(event.target);
            if (cell) select(selectionAt(cell));
          }}
        >
          {rows.map(
            (row, r) =>
              row.length > 0 && (
                <div key={names[r]} role="row" className={styles.row} data-row={r}>
                  <span role="rowheader" className={styles.name}>
                    {names[r]} <span className={styles.note}>{notes[r]}</span>
                  </span>
                  {r === 0 && (
                    <span aria-hidden="true" className={styles.letters}>
                      {characters.map((letter) => (
                        <bdi
                          key={letter.start}
                          className={styles.letter}
                          style={{ gridColumn: `${header + letter.start + 1} / span ${letter.length}` }}
                        >
                          {letter.text}
                        </bdi>
                      ))}
                    </span>
                  )}
                  <span role="presentation" className={styles.cells}>
                    {row.map((cell) => (
                      <span
                        // A byte that changed is another byte: it comes down anew.
                        key={`${cell.column} ${cell.byte}`}
                        role="gridcell"
                        tabIndex={cell === active ? 0 : -1}
                        aria-label={nameOf(cell)}
                        aria-selected={lit(cell, 'selected') === 's'}
                        data-cell={`${cell.row} ${cell.column}`}
                        data-header={cell.index < 0 || undefined}
                        data-copy={(cell.row === 'key' && cell.index > 3) || undefined}
                        data-selected={lit(cell, 'selected')}
                        data-hovered={lit(cell, 'hovered')}
                        className={`${styles.cell} ${roles[lookOf(cell).role]}`}
                        style={{ gridColumn: cell.column + 1, background: lookOf(cell).fill }}
                      >
                        {cell.byte.toString(16).padStart(2, '0')}
                      </span>
                    ))}
                    {rest > 0 && r === 2 && (
                      <span className={styles.rest} style={{ gridColumn: header + shown + 1 }} title={more}>
                        <span aria-hidden="true">…</span>
                        <span className="unseen">{more}</span>
                      </span>
                    )}
                  </span>
                </div>
              ),
          )}
        </div>
      )}
      {frame.payload.length === 0 && <p className={styles.none}>{t('home:travel.none')}</p>}
    </div>
  );
}
