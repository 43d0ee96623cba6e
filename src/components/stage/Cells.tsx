import { useTranslation } from 'react-i18next';
import type { ColourRole } from '../../protocol/model/fields.ts';
import roles from '../views/roles.module.css';
import { Box, Text } from './Box.tsx';
import styles from './Cells.module.css';
import { List } from './List.tsx';
import { type Run, runsOf } from './runs.ts';
import type { Cell, Size } from './types.ts';
import { useStateWords } from './useStageWords.ts';

/** Cells that belong together: underlined, with a name. */
export interface CellGroup {
  /** Index of the first cell, and how many. */
  readonly first: number;
  readonly count: number;
  readonly label: string;
  readonly role?: ColourRole | undefined;
}

interface CellsProps {
  /** What the row is, for those who do not see it. */
  readonly label: string;
  readonly cells: readonly Cell[];
  readonly size?: Size | undefined;
  /** So many in a row where there is room, half of them where there is not. Otherwise rows take what fits. */
  readonly columns?: number | undefined;
  /** In order, not overlapping. */
  readonly groups?: readonly CellGroup[] | undefined;
  /** Most cells drawn; the rest is counted. */
  readonly limit?: number | undefined;
}

/** Kinds of underline, so that groups of a block can be told apart without colours. */
const LINES = 4;

/** Bytes or characters in rows. */
export function Cells({ label, cells, size = 'large', columns, groups, limit = 512 }: CellsProps) {
  const { t } = useTranslation('views');
  const words = useStateWords();
  const shown = cells.length > limit ? cells.slice(0, limit) : cells;
  const rest = cells.length - shown.length;
  const empty = shown.length > 0 && shown.every((cell) => cell.state === 'empty') && words.empty;
  const Item = empty ? 'span' : 'li';
  const block = columns !== undefined;
  const captions = shown.some((cell) => cell.caption !== undefined);

  const one = (cell: Cell) => (
    <Item key={cell.id} className={styles.cell}>
      <Box {...cell} words={words} />
      {captions && <span className={styles.caption}>{cell.caption !== undefined && <Text text={cell.caption} />}</span>}
    </Item>
  );
  const run = ({ first, count, group }: Run<CellGroup>, line: number) => (
    <Item
      key={first}
      className={`${styles.run} ${roles[group?.role ?? 'plain']}`}
      data-line={group === null ? undefined : line % LINES}
    >
      {empty ? (
        <span className={styles.cells}>{shown.slice(first, first + count).map(one)}</span>
      ) : (
        <List label={group?.label ?? label} className={styles.cells}>
          {shown.slice(first, first + count).map(one)}
        </List>
      )}
      {group !== null && !block && (
        <span className={styles.name} aria-hidden={empty ? undefined : true}>
          {group.label}
        </span>
      )}
    </Item>
  );

  return (
    <div className={styles.outer} data-size={size} style={block ? columnsOf(columns) : undefined}>
      <List label={label} empty={empty} className={block ? styles.block : styles.row}>
        {groups === undefined ? shown.map(one) : runsOf(shown.length, groups).map(run)}
        {shown.length === 0 && <li className={styles.rest}>{t('stage.nothing')}</li>}
        {rest > 0 && <Item className={styles.rest}>{t('more', { count: rest })}</Item>}
      </List>
      {block && groups !== undefined && (
        <p className={styles.legend} aria-hidden="true">
          {groups.map((group, line) => (
            <span
              key={group.first}
              className={`${styles.key} ${roles[group.role ?? 'plain']}`}
              data-line={line % LINES}
            >
              {group.label}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function columnsOf(columns: number) {
  return { '--wide': columns, '--narrow': columns > 8 ? Math.ceil(columns / 2) : columns };
}
