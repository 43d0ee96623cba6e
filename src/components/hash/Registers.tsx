import { type Known, placed } from '../stage/word.ts';
import roles from '../views/roles.module.css';
import styles from './Registers.module.css';
import { hexWord, REGISTERS, type RoundScene } from './scene.ts';
import { useHashLabel } from './useHashLabel.ts';

/** The registers before and after a round, and what is kept of the old value for the end of the block. */
export function Registers({ scene }: { readonly scene: RoundScene }) {
  const label = useHashLabel();
  const { before, after, made, names, move } = scene.registers;
  const turned = scene.algorithm === 'sha1' && move === 'along';
  return (
    <div className={styles.registers} style={{ '--columns': before.length }}>
      <span className={styles.label}>{label('registers')}</span>
      {placed(before).map(({ place: index }) => (
        <span key={index} className={styles.name}>
          <b>{REGISTERS[index]}</b> {names[index] && label('plays', { name: names[index] })}
        </span>
      ))}
      <span className={styles.label}>{label('before')}</span>
      {placed(before).map(({ item: value, place: index }) => (
        <Word key={index} value={value} id={nameOf('before', index, value)} from={nameOf('after', index, value)} />
      ))}
      <Arrows move={move} made={made} count={before.length} word={label('new-word')} turned={turned} />
      <span className={styles.label}>{label('after')}</span>
      {placed(after).map(({ item: value, place: index }) => (
        <Word
          key={index}
          value={value}
          made={made === index}
          id={nameOf('after', index, value)}
          from={source(scene, index, value)}
        />
      ))}
      <span className={styles.label}>{label('kept')}</span>
      {placed(scene.chain).map(({ item: value, place: index }) => (
        <span key={index} className={styles.kept}>
          {hexWord(value)}
        </span>
      ))}
    </div>
  );
}

/** Which of the words above a word came from; the new one comes from the sum. */
function source({ registers: { before, made, move } }: RoundScene, index: number, value: Known<number>) {
  if (typeof value !== 'number') return undefined;
  const from = move === 'along' ? index - 1 : index;
  const word = before[from];
  return made === index || word === undefined ? undefined : nameOf('before', from, word);
}

/** By place and value: a word that came to a place is another thing than the one that was there. */
function nameOf(row: 'before' | 'after', index: number, value: Known<number>): string {
  return `${row}-${index}-${typeof value === 'number' ? hexWord(value) : ''}`;
}

interface WordProps {
  readonly value: Known<number>;
  readonly id: string;
  readonly from: string | undefined;
  readonly made?: boolean;
}

function Word({ value, id, from, made = false }: WordProps) {
  const known = typeof value === 'number';
  return (
    <span
      className={`${styles.word} ${roles[made ? 'payload' : 'plain']}`}
      data-made={made && known ? '' : undefined}
      data-empty={known ? undefined : ''}
      data-travel={known ? id : undefined}
      data-from={known ? from : undefined}
    >
      {known ? hexWord(value) : value === 'hidden' ? '?' : ''}
    </span>
  );
}

interface ArrowsProps {
  readonly move: RoundScene['registers']['move'];
  readonly made: number | null;
  readonly count: number;
  readonly word: string;
  /** B is rotated on its way. */
  readonly turned: boolean;
}

/** From each word to where it goes. The one that is replaced goes into the sum. */
function Arrows({ move, made, count, word, turned }: ArrowsProps) {
  const middle = (column: number) => `${((column + 0.5) * 100) / count}%`;
  const targets = Array.from({ length: count }, (_, index) => (move === 'along' ? index + 1 : index));
  return (
    <div className={styles.arrows} aria-hidden="true">
      {move !== 'none' && (
        <svg className={styles.lines} aria-hidden="true">
          {targets.map((target, index) =>
            target < count && target !== made ? (
              <line key={target} x1={middle(index)} y1="2" x2={middle(target)} y2="98%" />
            ) : null,
          )}
        </svg>
      )}
      {turned && (
        <span className={styles.turn} style={{ insetInlineStart: middle(1.5) }}>
          ⋘ 30
        </span>
      )}
      {made !== null && (
        <span className={styles.made} style={{ insetInlineStart: middle(made) }}>
          {word} ↓
        </span>
      )}
    </div>
  );
}
