import roles from '../views/roles.module.css';
import styles from './BitRows.module.css';
import { bitsOf, spokenBits } from './bits.ts';
import { type BitRow, hexOf, placed } from './word.ts';

interface BitRowsProps {
  /** Unique on the stage: names the bits that travel. */
  readonly id: string;
  readonly rows: readonly BitRow[];
  /** Bits of a row. Rows that turn have 32. */
  readonly width?: 8 | 32;
  /** The column that a question is about; 0 is the most significant bit. */
  readonly column?: number | undefined;
}

/** Words as bits, one under another, each with its name and its hex digits. */
export function BitRows({ id, rows, width = 32, column }: BitRowsProps) {
  // By place: their names change from step to step, their places do not.
  return (
    <div className={styles.rows}>
      {placed(rows).map(({ item: row, place }) => (
        <Row key={place} id={`${id}-${place}`} above={`${id}-${place - 1}`} row={row} width={width} column={column} />
      ))}
    </div>
  );
}

interface RowProps {
  readonly id: string;
  /** Names of the bits of the row above. */
  readonly above: string;
  readonly row: BitRow;
  readonly width: number;
  readonly column: number | undefined;
}

function Row({ id, above, row, width, column }: RowProps) {
  const { symbol, value, role, marked = 0xffffffff, edged = 0 } = row;
  const known = typeof value === 'number';
  const bits = known ? bitsOf(value, width) : null;
  return (
    <div
      className={`${styles.row} ${roles[role]}`}
      role="img"
      aria-label={`${symbol}: ${bits ? spokenBits(bits) : '?'}`}
    >
      <span className={styles.symbol}>
        {row.operator && <span className={styles.operator}>{row.operator}</span>}
        {symbol}
      </span>
      <span className={styles.bits}>
        {placed(bits ?? Array.from({ length: width }, () => null)).map(({ item, place: bit }) => {
          const round = goesRound(row, bit);
          const travels = bits !== null && round !== null;
          return (
            <span
              key={bit}
              className={className(row, width - 1 - bit, marked)}
              data-on={item === 1 ? '' : undefined}
              data-edged={bits !== null && ((edged >>> (width - 1 - bit)) & 1) === 1 ? '' : undefined}
              data-round={travels ? '' : undefined}
              data-column={column === bit ? '' : undefined}
              data-travel={travels ? (round.from === null ? `${id}-${bit}` : `${id}-${bit}-${value}`) : undefined}
              data-from={travels && round.from !== null ? `${above}-${round.from}` : undefined}
            >
              {item ?? (value === 'hidden' ? '?' : '')}
            </span>
          );
        })}
      </span>
      <span className={styles.hex}>
        {known ? hexOf(value, width) : value === 'hidden' ? '?'.repeat(width / 4) : ''}
      </span>
    </div>
  );
}

/** A bit's colour: that of the row, or of the row that it chooses or was chosen from; none where it does not count. */
function className({ value, chosen }: BitRow, place: number, marked: number): string {
  if (value === null) return styles.empty as string;
  if (value === 'hidden') return styles.hidden as string;
  if (((marked >>> place) & 1) === 0) return styles.off as string;
  if (chosen === undefined) return styles.bit as string;
  const role = (chosen.by >>> place) & 1 ? chosen.one : chosen.zero;
  return `${styles.bit} ${roles[role]}`;
}

/** Whether a bit goes round the end, or came; and then from which place. */
function goesRound({ turned }: BitRow, bit: number): { readonly from: number | null } | null {
  if (turned === undefined) return null;
  const { places, round } = turned;
  const leaves = (at: number) => (places > 0 ? at < places : at >= 32 + places);
  if (round === 'leaves') return leaves(bit) ? { from: null } : null;
  const from = (bit + places + 32) % 32;
  return leaves(from) ? { from } : null;
}
