import { BitRows } from '../stage/BitRows.tsx';
import { placed } from '../stage/word.ts';
import roles from '../views/roles.module.css';
import { ByteGrid } from './ByteGrid.tsx';
import { Endian } from './Endian.tsx';
import styles from './Panels.module.css';
import { Registers } from './Registers.tsx';
import { Sum } from './Sum.tsx';
import {
  type ExpandScene,
  type FoldScene,
  hexWord,
  type Piece,
  REGISTERS,
  type ReadScene,
  type RoundScene,
} from './scene.ts';
import { useHashLabel } from './useHashLabel.ts';

/** Four bytes of the block become a word. */
export function ReadPanel({ scene }: { readonly scene: ReadScene }) {
  const label = useHashLabel();
  const { bytes, t, word, block } = scene;
  const caption = label('block-bytes', { n: (block ?? 0) + 1 });
  return (
    <div className={`${styles.column} ${styles.roomy}`}>
      <div className={`${styles.piece} ${styles.larger}`}>
        <p className={styles.caption}>{caption}</p>
        <ByteGrid
          label={caption}
          first={(block ?? 0) * 64}
          bytes={bytes.map((value, index) => {
            const at = index >> 2;
            return { value, role: at <= t ? 'key' : 'plain', state: at === t ? 'current' : at < t ? 'done' : 'faint' };
          })}
        />
      </div>
      <div className={styles.larger}>
        <Endian scene={scene} />
      </div>
      <div className={styles.piece}>
        <p className={styles.caption}>{label('piece-word-bits')}</p>
        <BitRows
          id="word"
          rows={[{ symbol: `${scene.algorithm === 'md5' ? 'X' : 'W'}[${t}]`, value: word, role: 'key' }]}
        />
      </div>
    </div>
  );
}

export function ExpandPanel({ scene }: { readonly scene: ExpandScene }) {
  return (
    <div className={`${styles.column} ${styles.roomy}`}>
      <p className={styles.formula}>
        W[{scene.t}] = (
        {placed(scene.parents).map(({ item: parent, place }) => (
          <span key={place}>
            {place > 0 && ' ⊕ '}W[{typeof parent === 'number' ? parent : '?'}]
          </span>
        ))}
        ) ⋘ 1{scene.word !== null && ` = ${hexWord(scene.word)}`}
      </p>
      <Pieces pieces={scene.pieces} />
    </div>
  );
}

export function RoundPanel({ scene }: { readonly scene: RoundScene }) {
  return (
    <div className={styles.column}>
      <Registers scene={scene} />
      <Pieces pieces={scene.pieces} />
    </div>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  const label = useHashLabel();
  // By place: the function changes, its place does not.
  return placed(pieces).map(({ item: piece, place }) => (
    <div key={place} className={styles.piece}>
      <p className={styles.caption}>
        {label(`piece-${piece.id}`)}
        {piece.kind === 'sum' && piece.dropped !== null && (
          <b className={styles.carry}>{label(piece.dropped > 0 ? 'dropped' : 'dropped-none', { n: piece.dropped })}</b>
        )}
      </p>
      {piece.kind === 'bits' ? <BitRows id={piece.id} rows={piece.rows} column={piece.column} /> : <Sum sum={piece} />}
    </div>
  ));
}

/** The registers are added to what the block began with. */
export function FoldPanel({ scene }: { readonly scene: FoldScene }) {
  const label = useHashLabel();
  const { rows, last, block } = scene;
  return (
    <div className={`${styles.column} ${styles.added}`}>
      <p className={styles.caption}>{label('fold')}</p>
      <ol className={styles.fold}>
        {placed(rows).map(({ item: { old, register, sum, dropped }, place }) => {
          const known = typeof sum === 'number';
          return (
            <li key={place}>
              <span className={styles.symbol}>{REGISTERS[place]}</span>
              <span className={`${styles.word} ${roles.plain}`}>{hexWord(old)}</span>
              <span className={styles.operator}>+</span>
              <span className={`${styles.word} ${roles.plain}`}>{hexWord(register)}</span>
              <span className={styles.operator}>=</span>
              <span
                className={`${styles.word} ${roles.payload}`}
                data-strong={known ? '' : undefined}
                data-empty={known ? undefined : ''}
              >
                {known ? hexWord(sum) : sum === 'hidden' ? '?' : ''}
              </span>
              <span className={styles.note}>
                {known && label(dropped > 0 ? 'dropped' : 'dropped-none', { n: dropped })}
              </span>
            </li>
          );
        })}
      </ol>
      <p className={styles.verdict}>{last ? label('fold-digest') : label('fold-next', { n: (block ?? 0) + 2 })}</p>
    </div>
  );
}
