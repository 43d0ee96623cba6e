import { Box } from './Box.tsx';
import { List } from './List.tsx';
import type { Thing } from './types.ts';
import { useStateWords } from './useStageWords.ts';
import styles from './Words.module.css';

/** A word of 32 bits. */
export interface Word extends Thing {
  /** `W17`, `a`. */
  readonly name: string;
  /** Null while it is not known. */
  readonly value: number | null;
}

interface WordsProps {
  readonly label: string;
  readonly words: readonly Word[];
  /** So many in a row where there is room; half of them where there is not. */
  readonly columns?: number | undefined;
  /** `small` fits the 80 words of a schedule. */
  readonly size?: 'medium' | 'small' | undefined;
}

/** Words of 32 bits in hex, each with its name: a schedule, a block, the registers. */
export function Words({ label, words, columns = 4, size = words.length > 16 ? 'small' : 'medium' }: WordsProps) {
  const states = useStateWords();
  const empty = words.every((word) => word.value === null) && states.empty;
  const Item = empty ? 'span' : 'li';
  return (
    <List
      label={label}
      empty={empty}
      className={styles.words}
      style={{ '--wide': columns, '--narrow': columns > 5 ? Math.ceil(columns / 2) : columns }}
    >
      {words.map(({ name, value, state, ...thing }) => (
        <Item key={thing.id} className={styles.word} data-size={size} data-state={value === null ? 'empty' : state}>
          <span className={styles.name}>{name} </span>
          <Box
            {...thing}
            text={value === null ? '' : hexWord(value)}
            state={value === null && state !== 'hidden' ? 'empty' : state}
            shape="word"
            words={states}
          />
        </Item>
      ))}
    </List>
  );
}

/** Eight hex digits. */
export function hexWord(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
