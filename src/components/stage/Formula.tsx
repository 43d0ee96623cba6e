import { Box } from './Box.tsx';
import styles from './Formula.module.css';
import { termsOf } from './runs.ts';
import type { Thing } from './types.ts';
import { useStateWords } from './useStageWords.ts';

export interface FormulaValue extends Thing {
  /** Where it is not known yet it only reserves its room. */
  readonly value: string;
  /** Stands under the value. */
  readonly caption?: string | undefined;
}

export type FormulaPart = FormulaValue | { readonly operator: string };

interface FormulaProps {
  readonly parts: readonly FormulaPart[];
  /** `medium` for words of eight hex digits and the like. */
  readonly size?: 'large' | 'medium' | undefined;
}

/** Values with what they are, and the operators between them. */
export function Formula({ parts, size = 'large' }: FormulaProps) {
  const words = useStateWords();
  return (
    <div className={styles.formula} data-size={size}>
      {termsOf(parts).map((term, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a term has no identity but its place
        <span key={i} className={styles.term}>
          {term.map((part) =>
            'operator' in part ? (
              <span key="operator" className={styles.operator}>
                {part.operator}
              </span>
            ) : (
              <span key={part.id} className={styles.value}>
                <Box {...part} text={part.value} shape="bare" words={words} />
                {part.caption !== undefined && <span className={styles.caption}>{part.caption}</span>}
              </span>
            ),
          )}
        </span>
      ))}
    </div>
  );
}
