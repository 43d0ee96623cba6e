// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be walked cell by cell; the grid of ARIA can
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid only the cell in use takes the focus, or the grid itself
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../protocol/bytes/source.ts';
import type { FieldNode } from '../../protocol/model/node.ts';
import { type Selection, useSelection } from '../state/selection.ts';
import styles from './BitRuler.module.css';
import { useLights } from './Linked.tsx';
import { glows } from './light.ts';
import { type Mark, roleOf } from './marks.ts';
import { RulerLabel } from './RulerLabel.tsx';
import roles from './roles.module.css';
import { moveInRuler, type RulerMove, rulerRows } from './ruler.ts';
import { template } from './template.ts';
import { useWidth } from './useWidth.ts';

interface BitRulerProps {
  /** The frame. */
  readonly tree: FieldNode;
  /** The wire it is read from. */
  readonly source: Source;
  readonly label?: string;
}

/** Narrowest column in pixels at which a row still takes 32, or 16, bits. */
const NARROWEST = 18;

const KEYS: Readonly<Record<string, RulerMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'row-start',
  End: 'row-end',
};

const WITH_CTRL: Readonly<Record<string, RulerMove>> = {
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  Home: 'start',
  End: 'end',
};

function selectionOf(mark: Mark | null): Selection | null {
  return mark && { path: mark.path, span: mark.span, view: 'ruler' };
}

/** The header of a frame, bit by bit, in rows of 32 as in the figure of RFC 6455 section 5.2; 16 or 8 where narrow. */
export function BitRuler({ tree, source, label }: BitRulerProps) {
  const { t } = useTranslation(['views', 'fields']);
  const { selected, hover, select } = useSelection();
  const lights = useLights();
  const help = useId();
  const grid = useRef<HTMLDivElement>(null);
  const width = useWidth(grid, 'ruler', 900);
  const perRow = width >= 32 * NARROWEST ? 32 : width >= 16 * NARROWEST ? 16 : 8;
  const rows = useMemo(() => rulerRows(tree, source, perRow), [tree, source, perRow]);
  const bits = useMemo(() => rows.flatMap((row) => row.bits), [rows]);
  const [at, setAt] = useState(0);
  const active = Math.min(at, Math.max(0, bits.length - 1));

  // The one tab stop waits where the selection is.
  useEffect(() => {
    if (!selected || selected.view === 'ruler') return;
    const index = bits.findIndex((bit) => bit.mark !== null && bit.mark.path === selected.path);
    if (index >= 0) setAt(index);
  }, [selected, bits]);

  const focus = (index: number) => {
    setAt(index);
    grid.current?.querySelector<HTMLElement>(`[data-bit="${index}"]`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const bit = bits[active];
    if (event.key === 'Enter' || event.key === ' ') {
      select(selectionOf(bit?.mark ?? null));
    } else {
      const move = (event.ctrlKey || event.metaKey ? WITH_CTRL : KEYS)[event.key];
      if (!move || event.altKey || event.shiftKey) return;
      focus(moveInRuler(rows, active, move));
    }
    event.preventDefault();
  };

  const markUnder = (event: PointerEvent | { target: EventTarget }) => {
    const path = (event.target as Element).closest<HTMLElement>('[data-path]')?.dataset.path;
    return bits.find((bit) => bit.mark?.path === path)?.mark ?? null;
  };

  const say = useMemo(
    () => ({
      bit: template(['bit', 'name', 'value'], (values) => t('views:ruler.bit', values)),
      bitInWord: template(['row', 'bit', 'name', 'value'], (values) => t('views:ruler.bitInWord', values)),
    }),
    [t],
  );
  const names = useMemo(() => {
    const fields = new Set(bits.flatMap(({ mark }) => (mark ? [mark.field] : [])));
    return new Map([...fields].map((field) => [field, t(`fields:${field}.name`)]));
  }, [bits, t]);

  if (rows.length === 0) return null;
  let index = 0;
  return (
    <div className={styles.ruler}>
      <div
        ref={grid}
        role="grid"
        aria-label={label ?? t('views:ruler.label')}
        aria-describedby={help}
        className={styles.grid}
        data-per-row={perRow}
        onKeyDown={onKeyDown}
        onPointerOver={(event) => hover(selectionOf(markUnder(event)))}
        onPointerLeave={() => hover(null)}
        onFocus={(event) => hover(selectionOf(markUnder(event)))}
        onBlur={() => hover(null)}
        onClick={(event) => {
          const mark = markUnder(event);
          if (mark) select(selectionOf(mark));
        }}
      >
        {rows.map((row, r) => (
          <div key={row.start} role="row" className={styles.row} style={{ '--columns': perRow }}>
            {row.bits.map((bit, column) => {
              const i = index++;
              const number = String((row.start + column) % 32);
              const name = (bit.mark && names.get(bit.mark.field)) ?? t('views:unread');
              const value = String(bit.value);
              const word = Math.floor(row.start / 32);
              return (
                <div
                  key={bit.at}
                  role="gridcell"
                  tabIndex={i === active ? 0 : -1}
                  data-bit={i}
                  data-path={bit.mark?.path}
                  data-beyond={bit.beyond || undefined}
                  data-byte-edge={column % 8 === 0 || undefined}
                  aria-selected={bit.mark !== null && selected?.path === bit.mark.path}
                  aria-label={
                    word === 0
                      ? say.bit({ bit: number, name, value })
                      : say.bitInWord({ row: String(word + 1), bit: number, name, value })
                  }
                  className={`${styles.cell} ${roles[bit.mark ? roleOf(bit.mark.field) : 'plain']}`}
                  {...glows(lights, source.id, bit.at, bit.at + 1)}
                  onFocus={() => setAt(i)}
                >
                  <span className={styles.number}>{r === 0 || perRow < 32 ? number : ''}</span>
                  <span className={styles.bit}>{bit.value}</span>
                </div>
              );
            })}
            {row.pieces.map((piece) => (
              <RulerLabel
                key={piece.mark.path}
                piece={piece}
                width={(piece.bits * width) / perRow}
                source={source.id}
              />
            ))}
          </div>
        ))}
      </div>
      <p id={help} className="unseen">
        {t('views:ruler.keys')}
      </p>
    </div>
  );
}
