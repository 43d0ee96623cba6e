import { placed } from '../stage/word.ts';
import { type Algorithm, type Grid, hexWord, type Order } from './scene.ts';
import { useHashLabel } from './useHashLabel.ts';
import styles from './WordGrid.module.css';

interface WordGridProps {
  readonly algorithm: Algorithm;
  readonly grid: Grid;
  readonly order: Order | null;
}

/** The words of the block: those that are known, the one in use, and those it is made from. */
export function WordGrid({ algorithm, grid, order }: WordGridProps) {
  const label = useHashLabel();
  const { words, known, current, parents, hidden } = grid;
  return (
    <div className={styles.side}>
      <p className={styles.caption}>{label(`grid-${algorithm}`)}</p>
      {/* biome-ignore lint/a11y/noRedundantRoles: without markers Safari does not call it a list */}
      <ol role="list" className={styles.grid} aria-label={label(`grid-${algorithm}`)}>
        {placed(words).map(({ item: word, place: t }) => {
          const shown = t < known && !(hidden && t === current);
          return (
            <li
              key={t}
              className={styles.word}
              data-state={t === current ? 'now' : parents.includes(t) ? 'parent' : shown ? undefined : 'empty'}
              data-row={t % 4 === 0 ? t : undefined}
            >
              {shown ? hexWord(word) : t === current && hidden ? '?' : ''}
            </li>
          );
        })}
      </ol>
      {algorithm === 'md5' && <OrderOf order={order} />}
    </div>
  );
}

/** RFC 1321 §3.4; f is the function of the round. */
const FORMULA = 'a ← b + ((a + f(b, c, d)\n       + X[k] + T[i]) ⋘ s)';

/** Where a word is asked, what comes after it would give it away. */
function wordAt(order: Order | null, index: number): number | string {
  if (order === null || (order.hidden && order.at !== null && index > order.at)) return '';
  return order.hidden && order.at === index ? '?' : (order.words[index] ?? '');
}

const SIXTEEN = Array.from({ length: 16 }, (_, index) => index);

/** MD5: the words in the order in which this round of sixteen steps takes them, and its rotations. */
function OrderOf({ order }: { readonly order: Order | null }) {
  const label = useHashLabel();
  const at = order?.at ?? null;
  return (
    <>
      <p className={styles.caption}>{label('order')}</p>
      <ol className={styles.order}>
        {SIXTEEN.map((index) => (
          <li key={index} data-now={at === index ? '' : undefined}>
            {wordAt(order, index)}
          </li>
        ))}
      </ol>
      <p className={styles.caption}>{label('rotations')}</p>
      <ol className={`${styles.order} ${styles.rotations}`}>
        {SIXTEEN.slice(0, 4).map((index) => (
          <li key={index} data-now={at !== null && at % 4 === index ? '' : undefined}>
            {order === null ? '' : `⋘ ${order.rotations[index]}`}
          </li>
        ))}
      </ol>
      <p className={styles.caption}>{label('formula')}</p>
      <p className={styles.formula}>{FORMULA}</p>
    </>
  );
}
