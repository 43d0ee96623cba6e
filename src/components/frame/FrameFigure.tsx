import { type KeyboardEvent, useCallback, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bitAt, type FrameFigure as Figure, type FigureField, rowsOf } from '../../protocol/frame/figure.ts';
import { useWidth } from '../views/useWidth.ts';
import { Bit, type BitLook } from './Bit.tsx';
import { FigureBox } from './FigureBox.tsx';
import styles from './FrameFigure.module.css';
import { bitsThere, type FigureState, moveTo, perRowOf, spokenCells } from './layout.ts';

interface FrameFigureProps {
  readonly label: string;
  readonly figure: Figure;
  readonly current?: FigureField | undefined;
  /** `done` where nothing is said. `unnamed` shows the bits and no name. */
  readonly states?: Readonly<Partial<Record<FigureField, FigureState>>> | undefined;
  /** What a field means, under its name: short. */
  readonly readings?: Readonly<Partial<Record<FigureField, string>>> | undefined;
  /** Makes every bit that is there a button. Bits are numbered as in the figure: 0 is the 0x80 bit of the first byte. */
  readonly onFlip?: ((bit: number) => void) | undefined;
}

/** A frame as the figure of RFC 6455 section 5.2 draws it, with its bits: 32 of them a row; 16 or 8 where narrow. */
export function FrameFigure({ label, figure, current, states, readings, onFlip }: FrameFigureProps) {
  const { t, i18n } = useTranslation(['views', 'fields']);
  const help = useId();
  const outer = useRef<HTMLDivElement>(null);
  const width = useWidth(outer, 'figure', 900);
  const perRow = perRowOf(width, onFlip !== undefined);
  const { parts, bytes } = figure;
  const rows = useMemo(() => rowsOf(parts, bytes, perRow), [parts, bytes, perRow]);
  const names = useMemo(() => {
    const nameOf = (field: FigureField): readonly [name: string, short: string] =>
      field === 'unparsed' ? [t('views:figure.rest'), '…'] : [t(`fields:${field}.name`), t(`fields:${field}.short`)];
    return new Map(parts.map(({ field }) => [field, nameOf(field)]));
  }, [parts, t]);
  const stateOf = (field: FigureField): FigureState => (field === current ? 'current' : (states?.[field] ?? 'done'));

  const there = bitsThere(figure);
  const [at, setAt] = useState(0);
  const active = Math.min(at, there - 1);
  const flip = useRef(onFlip);
  flip.current = onFlip;
  const onClick = useCallback((bit: number) => flip.current?.(bit), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = moveTo(event.key, active, there, perRow);
    if (to === null) return;
    event.preventDefault();
    // The player steps with the same keys.
    event.stopPropagation();
    outer.current?.querySelector<HTMLElement>(`[data-bit="${to}"]`)?.focus();
  };
  const sayBit = (bit: number, field: FigureField, value: 0 | 1) => {
    const name = stateOf(field) === 'unnamed' ? t('views:figure.unnamed') : (names.get(field)?.[0] ?? '');
    const row = Math.floor(bit / 32);
    return row === 0
      ? t('views:figure.bit', { bit: String(bit), name, value: String(value) })
      : t('views:figure.bitInWord', { row: String(row + 1), bit: String(bit % 32), name, value: String(value) });
  };

  const picture = rows.map(({ start, cells }, r) => (
    <div
      key={start}
      className={styles.row}
      style={{ '--columns': perRow }}
      data-last={r === rows.length - 1 || undefined}
    >
      {(r === 0 || perRow < 32) && <Numbers start={start} perRow={perRow} />}
      {cells.map((cell) => {
        const state = stateOf(cell.field);
        return Array.from({ length: cell.bits }, (_, i) => {
          const bit = cell.start + i;
          const value = bitAt(bytes, bit);
          const look: BitLook = {
            bit,
            column: bit - start + 1,
            value,
            field: cell.field,
            state,
            edge: i === 0 ? 'cell' : bit % 8 === 0 ? 'byte' : undefined,
          };
          const button = onFlip !== undefined && value !== null;
          return (
            <Bit
              key={bit}
              {...look}
              onFlip={button ? onClick : undefined}
              onFocus={button ? setAt : undefined}
              stop={bit === active}
              label={button ? sayBit(bit, cell.field, value) : undefined}
            />
          );
        });
      })}
      {cells.map((cell) => (
        <FigureBox
          key={cell.start}
          cell={cell}
          column={cell.start - start + 1}
          more={cell.before + cell.bits < (parts.find(({ field }) => field === cell.field)?.bits ?? 0)}
          state={stateOf(cell.field)}
          names={names.get(cell.field) ?? ['', '']}
          reading={readings?.[cell.field]}
          bytes={bytes}
          width={(width / perRow) * cell.bits}
        />
      ))}
    </div>
  ));

  return (
    <div ref={outer} className={styles.figure} data-per-row={perRow}>
      {onFlip === undefined ? (
        <>
          <div aria-hidden="true" className={styles.rows}>
            {picture}
          </div>
          <ul className="unseen" aria-label={label}>
            {spokenCells(figure).map(({ field, start, bits, text }) => {
              const state = stateOf(field);
              const name = state === 'unnamed' ? t('views:figure.unnamed') : (names.get(field)?.[0] ?? '');
              const value =
                state === 'empty' || state === 'hidden' ? t(`views:stage.${state}`) : (text ?? t('views:missing'));
              const values = { name, first: String(start), last: String(start + bits - 1), value };
              return <li key={start}>{t(bits === 1 ? 'views:figure.one' : 'views:figure.several', values)}</li>;
            })}
          </ul>
        </>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form
        <div role="group" aria-label={label} aria-describedby={help} className={styles.rows} onKeyDown={onKeyDown}>
          {picture}
        </div>
      )}
      {figure.omitted > 0n && (
        <p className={styles.more}>{t('views:figure.more', { bytes: figure.omitted.toLocaleString(i18n.language) })}</p>
      )}
      {onFlip !== undefined && (
        <p id={help} className="unseen">
          {t('views:figure.keys')}
        </p>
      )}
    </div>
  );
}

/** The numbers above the bits: tens over ones, as in the RFC; in one line where each row has its own. */
function Numbers({ start, perRow }: { readonly start: number; readonly perRow: number }) {
  return Array.from({ length: perRow }, (_, column) => {
    const bit = (start + column) % 32;
    return (
      <span key={bit} aria-hidden="true" className={styles.number} style={{ gridColumn: column + 1 }}>
        {perRow < 32 ? (
          bit
        ) : (
          <>
            <b>{bit % 10 === 0 ? bit / 10 : ''}</b>
            <span>{bit % 10}</span>
          </>
        )}
      </span>
    );
  });
}
