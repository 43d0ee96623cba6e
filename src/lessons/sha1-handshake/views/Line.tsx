import { Box } from '../../../components/stage/Box.tsx';
import { List } from '../../../components/stage/List.tsx';
import type { Cell } from '../../../components/stage/types.ts';
import { useStateWords } from '../../../components/stage/useStageWords.ts';
import styles from './Line.module.css';

interface LineProps {
  readonly label: string;
  readonly note?: string | undefined;
  /** `wire` travels, `computed` stays with who computes it. */
  readonly kind: 'wire' | 'computed' | 'plain';
  readonly cells: readonly Cell[];
  /** `byte` two hex digits, `packed` without room between them, `wide` with room for two below; `char` a character of base64, so that four of them are as wide as three bytes; `dense` a text. */
  readonly unit: Unit;
  /** Columns where a text needs a few more than usual: see `columnsOf`. */
  readonly room?: number;
  /** Something happens here at this step. */
  readonly now?: boolean;
}

/** Columns for the 60 characters of a joined text. */
const USUAL = 120;

/** Columns that a cell takes, and how many there are: on a wide stage, and on a narrow one. */
const WIDE = { byte: 4, char: 3, dense: 2, packed: 3, wide: 6 } as const;
const NARROW = { byte: 3, char: 2, dense: 2, packed: 3, wide: 6 } as const;
const NARROW_COLUMNS = 60;

/** A line of cells with its name at the left: all lines of this lesson share one measure, so that they can be compared. */
export function Line({ label, note, kind, cells, unit, room = USUAL, now = false }: LineProps) {
  const words = useStateWords();
  const empty = cells.length > 0 && cells.every(({ state }) => state === 'empty') && words.empty;
  const Item = empty ? 'span' : 'li';
  const units = unitsOf(cells, unit);
  const columns = Math.max(USUAL, room);
  const wide = Math.min(columns, sum(units, WIDE));
  const narrow = Math.min(NARROW_COLUMNS, sum(units, NARROW));
  const sizes = {
    '--wide': wide,
    '--wide-share': wide / columns,
    '--narrow': narrow,
    '--narrow-share': narrow / NARROW_COLUMNS,
  };
  return (
    <div className={styles.line} data-now={now || undefined}>
      <p className={styles.head}>
        <span className={styles.label}>{label}</span>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </p>
      <div className={styles.body} data-kind={kind}>
        <List label={label} empty={empty} className={styles.cells} style={sizes}>
          {cells.map((cell, index) => (
            <Item key={cell.id} className={styles.cell} data-unit={units[index]}>
              <Box {...cell} words={words} />
            </Item>
          ))}
        </List>
      </div>
    </div>
  );
}

type Unit = keyof typeof WIDE;

/** Columns that a line would like to have. */
export function columnsOf(cells: readonly Cell[], unit: Unit): number {
  return sum(unitsOf(cells, unit), WIDE);
}

/** Bytes in hex may stand in the midst of a text. */
function unitsOf(cells: readonly Cell[], unit: Unit): readonly Unit[] {
  return cells.map(({ text }) => (unit === 'dense' && text.length > 1 ? 'packed' : unit));
}

function sum(units: readonly Unit[], sizes: Readonly<Record<Unit, number>>): number {
  return units.reduce((all, unit) => all + sizes[unit], 0);
}
