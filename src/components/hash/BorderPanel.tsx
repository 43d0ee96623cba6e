import roles from '../views/roles.module.css';
import styles from './Border.module.css';
import type { BorderScene } from './scene.ts';
import { useHashLabel } from './useHashLabel.ts';

/** The longest message that fits one block, the next longer one, and the one on show. */
export function BorderPanel({ scene }: { readonly scene: BorderScene }) {
  const label = useHashLabel();
  return (
    <div className={styles.border}>
      <p className={styles.caption}>{label('border')}</p>
      {scene.rows.map(({ size, blocks, yours }) => {
        const zeros = blocks * 64 - size - 9;
        return (
          <div key={`${size}-${yours}`} className={styles.row} data-yours={yours ? '' : undefined}>
            <p className={styles.name}>
              <b>{label(yours ? 'border-yours' : 'border-row', { n: size })}</b>{' '}
              {label('border-fits', { n: size, sum: size + 9, blocks, room: 64 * blocks })}
            </p>
            <div className={styles.bar} aria-hidden="true">
              <Piece from={0} count={size} colour="key" text={String(size)} />
              <Piece from={size} count={1} colour="control" text="" />
              <Piece from={size + 1} count={zeros} colour="plain" text={zeros > 3 ? String(zeros) : ''} />
              <Piece from={size + 1 + zeros} count={8} colour="length" text="8" />
              <span className={styles.edge} style={{ insetInlineStart: '50%' }} />
              <span className={styles.frame} style={{ inlineSize: `${blocks * 50}%` }} />
            </div>
          </div>
        );
      })}
      <p className={styles.legend} aria-hidden="true">
        <span className={roles.key}>{label('pad-message')}</span>
        <span className={roles.control}>{label('pad-one')}</span>
        <span className={roles.plain}>{label('pad-zeros')}</span>
        <span className={roles.length}>{label('pad-length')}</span>
      </p>
    </div>
  );
}

interface PieceProps {
  /** Bytes before it. */
  readonly from: number;
  readonly count: number;
  readonly colour: 'key' | 'control' | 'plain' | 'length';
  readonly text: string;
}

/** A run of bytes, as wide as it is long. The bar is two blocks wide. */
function Piece({ from, count, colour, text }: PieceProps) {
  if (count <= 0) return null;
  const share = (bytes: number) => `${(bytes / 128) * 100}%`;
  return (
    <span
      className={`${styles.part} ${roles[colour]}`}
      style={{ insetInlineStart: share(from), inlineSize: share(count) }}
    >
      {text}
    </span>
  );
}
