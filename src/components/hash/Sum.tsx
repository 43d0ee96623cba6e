import { type NamedWord, placed } from '../stage/word.ts';
import roles from '../views/roles.module.css';
import styles from './Sum.module.css';
import { hexWord, type Piece } from './scene.ts';

/** Words added up. */
export function Sum({ sum }: { readonly sum: Extract<Piece, { kind: 'sum' }> }) {
  const { terms, result } = sum;
  return (
    <div className={styles.sum} data-terms={terms.length}>
      {placed(terms).map(({ item: term, place }) => (
        <Term key={place} operator={place === 0 ? '' : '+'} word={term} />
      ))}
      <Term operator="=" word={result} strong />
    </div>
  );
}

interface TermProps {
  readonly operator: string;
  readonly word: NamedWord;
  readonly strong?: boolean;
}

function Term({ operator, word: { symbol, value, role }, strong = false }: TermProps) {
  return (
    <span className={styles.term}>
      <span className={styles.operator}>{operator}</span>
      <span className={`${styles.word} ${roles[role]}`}>
        <span
          className={styles.value}
          data-strong={strong ? '' : undefined}
          data-empty={value === null ? '' : undefined}
        >
          {value === null ? '' : value === 'hidden' ? '?' : hexWord(value)}
        </span>
        <span className={styles.symbol}>{symbol}</span>
      </span>
    </span>
  );
}
