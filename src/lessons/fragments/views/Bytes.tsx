import { Box, Text } from '../../../components/stage/Box.tsx';
import { List } from '../../../components/stage/List.tsx';
import type { Cell } from '../../../components/stage/types.ts';
import { useStateWords } from '../../../components/stage/useStageWords.ts';
import styles from './Bytes.module.css';

interface BytesProps {
  readonly label: string;
  readonly cells: readonly (Cell & { readonly cut?: boolean })[];
  /** What is said where there are none. */
  readonly none: string;
  /** Read out where a segment ends. */
  readonly cutLabel?: string;
}

/** Small bytes in a line that wraps, with a mark where a TCP segment ends. */
export function Bytes({ label, cells, none, cutLabel }: BytesProps) {
  const words = useStateWords();
  if (cells.length === 0) return <p className={styles.none}>{none}</p>;
  const empty = cells.every(({ state }) => state === 'empty') && words.empty;
  const Item = empty ? 'span' : 'li';
  const captions = cells.some(({ caption }) => caption !== undefined);
  return (
    <List label={label} empty={empty} className={styles.bytes}>
      {cells.map(({ cut, caption, ...cell }) => (
        <Item key={cell.id} className={styles.byte} data-cut={cut || undefined}>
          <Box {...cell} words={words} />
          {cut && cutLabel !== undefined && <span className="unseen">{cutLabel}</span>}
          {captions && (
            <span className={styles.caption}>
              {caption !== undefined && caption !== '' && (
                <bdi>
                  <Text text={caption} />
                </bdi>
              )}
            </span>
          )}
        </Item>
      ))}
    </List>
  );
}
