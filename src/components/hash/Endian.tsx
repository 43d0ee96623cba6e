import { hexByte } from '../../protocol/bytes/hex.ts';
import { placed } from '../stage/word.ts';
import styles from './Endian.module.css';
import type { ReadScene } from './scene.ts';
import { useHashLabel } from './useHashLabel.ts';

/** The same four bytes as a word, read both ways; one of them is what this hash does. */
export function Endian({ scene }: { readonly scene: ReadScene }) {
  const label = useHashLabel();
  const { algorithm, shape, bytes, t, word, block } = scene;
  const four = bytes.slice(4 * t, 4 * t + 4);
  const first = (block ?? 0) * 64 + 4 * t;
  return (
    <div className={styles.endian}>
      {(['little-endian', 'big-endian'] as const).map((order) => {
        const ours = order === shape.order;
        // Most significant first, as words are written.
        const places = order === 'little-endian' ? [3, 2, 1, 0] : [0, 1, 2, 3];
        return (
          <div key={order} className={styles.way} data-ours={ours ? '' : undefined}>
            <p className={styles.caption}>{label(order)}</p>
            <div className={styles.word}>
              {placed(places).map(({ item: place, place: index }) => (
                <span key={index} className={styles.place}>
                  <span
                    className={styles.byte}
                    data-empty={word === 'hidden' ? '' : undefined}
                    data-travel={ours && word !== 'hidden' ? `place-${first}-${place}` : undefined}
                    data-from={`byte-${first + place}`}
                  >
                    {word === 'hidden' ? '?' : hexByte(four[place] ?? 0)}
                  </span>
                  <span className={styles.weight}>{index === 3 ? '× 1' : `× 2${SUPERSCRIPT[index]}`}</span>
                </span>
              ))}
            </div>
            <p className={styles.which}>{label(`${ours ? 'this' : 'other'}-hash-${algorithm}`)}</p>
          </div>
        );
      })}
    </div>
  );
}

const SUPERSCRIPT = ['²⁴', '¹⁶', '⁸'];
