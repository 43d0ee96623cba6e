// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be walked cell by cell; the grid of ARIA can
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid only the cell in use takes the focus, or the grid itself
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../protocol/bytes/source.ts';
import styles from './HexView.module.css';
import { hexCell } from './hexCell.ts';
import type { MarkFinder } from './marks.ts';
import roles from './roles.module.css';
import { ascii } from './text.ts';

interface HexRowProps {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  /** Names of cells, with and without a problem. */
  readonly say: Readonly<
    Record<'byte' | 'byteIssue', (values: Readonly<Record<'offset' | 'hex' | 'name', string>>) => string>
  >;
  readonly source: Source;
  readonly marks: MarkFinder;
  /** Offset of the row, and the bytes `[start, end)` that it shows. */
  readonly offset: number;
  readonly start: number;
  readonly end: number;
  readonly perRow: number;
  readonly digits: number;
  /** Two letters a byte: how the selection lights it, how the pointer does. */
  readonly glows: string;
  /** A letter a byte: `e`, `w`, `n` where there is an error, a warning, a note. */
  readonly faults: string;
  /** The byte that the keyboard is on, or -1. */
  readonly active: number;
}

const lit = (letter: string | undefined) => (letter === '-' ? undefined : letter);

/** One row of a dump. Drawn again only when something in it changes. */
export const HexRow = memo(function HexRow(props: HexRowProps) {
  const { id, say, source, marks, offset, start, end, perRow, glows, faults, active } = props;
  const { t } = useTranslation(['views', 'fields']);
  const bytes = source.read(start, end);
  const inRow = marks(start, end);
  const cells = [];
  const letters = [];
  for (let i = 0; i < bytes.length; i++) {
    const at = start + i;
    const byte = bytes[i] ?? 0;
    const hex = byte.toString(16).padStart(2, '0');
    const cell = hexCell(inRow, at);
    const name: string = cell.mark ? t(`fields:${cell.mark.field}.name`) : t('views:unread');
    const called = { offset: String(at), hex, name };
    const fault = lit(faults[i]);
    const look = {
      'data-byte': at,
      'data-selected': lit(glows[2 * i]),
      'data-hovered': lit(glows[2 * i + 1]),
      'data-fault': fault,
    };
    const role = roles[cell.role];
    cells.push(
      <span
        // Cells are recycled with their row.
        key={i}
        id={`${id}-${at}`}
        role="gridcell"
        aria-colindex={at - offset + 1}
        aria-selected={look['data-selected'] === 's'}
        aria-label={fault ? say.byteIssue(called) : say.byte(called)}
        className={`${styles.byte} ${role}`}
        data-joined={cell.joined || undefined}
        data-plain={cell.mark === null || undefined}
        data-active={at === active || undefined}
        style={{ gridColumn: at - offset + 2, background: cell.fill }}
        {...look}
      >
        {hex}
      </span>,
    );
    letters.push(
      <span key={i} className={`${styles.letter} ${role}`} style={{ gridColumn: at - offset + 1 }} {...look}>
        {ascii(byte)}
      </span>,
    );
  }
  return (
    <div
      role="row"
      aria-rowindex={props.index + 1}
      className={styles.row}
      style={{ transform: `translateY(${props.top}px)`, '--columns': perRow, '--digits': props.digits }}
    >
      <span aria-hidden="true" className={styles.offset}>
        {offset.toString(16).padStart(props.digits, '0')}
      </span>
      {cells}
      <span aria-hidden="true" className={styles.letters} style={{ gridColumn: perRow + 2 }}>
        {letters}
      </span>
    </div>
  );
});
