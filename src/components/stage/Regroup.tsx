import type { ColourRole } from '../../protocol/model/fields.ts';
import roles from '../views/roles.module.css';
import { Box } from './Box.tsx';
import { spokenBits } from './bits.ts';
import { List } from './List.tsx';
import styles from './Regroup.module.css';
import type { Cell } from './types.ts';
import { useStateWords } from './useStageWords.ts';

interface RegroupProps {
  readonly label: string;
  /** The bits that stay where they are; null is a bit that is not there (padding). */
  readonly bits: readonly (0 | 1 | null)[];
  /** So many of them are those of the cells above; the bits behind were put in. All where absent. */
  readonly real?: number | undefined;
  readonly role?: ColourRole | undefined;
  /** So many bits to a cell above, and below. */
  readonly above: number;
  readonly below: number;
  readonly aboveCells: readonly Cell[];
  readonly belowCells: readonly Cell[];
  readonly aboveLabel: string;
  readonly belowLabel: string;
}

/** The same bits cut in two ways: three bytes above, four sextets of base64 below. */
export function Regroup({
  label,
  bits,
  real = bits.length,
  role = 'plain',
  above,
  below,
  aboveCells,
  belowCells,
  aboveLabel,
  belowLabel,
}: RegroupProps) {
  const words = useStateWords();
  const row = (name: string, cells: readonly Cell[], span: number, place: 'above' | 'below') => {
    const empty = cells.every((cell) => cell.state === 'empty') && words.empty;
    const Item = empty ? 'span' : 'li';
    return (
      <List label={name} empty={empty} className={styles.cells} style={{ '--span': span }}>
        {cells.map((cell) => (
          <Item key={cell.id} className={`${styles.cell} ${roles[cell.role ?? 'plain']}`} data-place={place}>
            <Box {...cell} words={words} />
            {cell.caption !== undefined && <span className={styles.caption}>{cell.caption}</span>}
          </Item>
        ))}
      </List>
    );
  };
  return (
    <div className={styles.regroup} style={{ '--bits': bits.length }}>
      {row(aboveLabel, aboveCells, above, 'above')}
      <span
        role="img"
        aria-label={`${label}: ${spokenBits(bits.flatMap((bit) => (bit === null ? [] : [bit])))}`}
        className={`${styles.bits} ${roles[role]}`}
      >
        {bits.map((bit, at) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a bit has no identity but its place
            key={at}
            className={styles.bit}
            data-bit={bit ?? 'none'}
            data-put={(bit !== null && at >= real) || undefined}
          >
            {bit}
          </span>
        ))}
      </span>
      {row(belowLabel, belowCells, below, 'below')}
    </div>
  );
}
