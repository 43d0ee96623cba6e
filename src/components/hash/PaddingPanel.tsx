import { hexByte } from '../../protocol/bytes/hex.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import { placed } from '../stage/word.ts';
import roles from '../views/roles.module.css';
import { ByteGrid } from './ByteGrid.tsx';
import styles from './Panels.module.css';
import type { PaddingScene, PadPart } from './scene.ts';
import { useHashLabel } from './useHashLabel.ts';

const PARTS: readonly PadPart[] = ['message', 'one', 'zeros', 'length'];

const ROLE: Record<PadPart, ColourRole> = { message: 'key', one: 'control', zeros: 'plain', length: 'length' };

/** The message grows to whole blocks: its bytes, how many of each kind, and eight of them as bits. */
export function PaddingPanel({ scene }: { readonly scene: PaddingScene }) {
  const label = useHashLabel();
  const { bytes, size, current, shown } = scene;
  const partOf = (index: number): PadPart =>
    index < size ? 'message' : index === size ? 'one' : index < bytes.length - 8 ? 'zeros' : 'length';
  const blocks = Array.from({ length: bytes.length / 64 }, (_, block) => bytes.slice(block * 64, block * 64 + 64));
  return (
    <div className={styles.two}>
      <div className={styles.column}>
        <div className={styles.blocks}>
          {placed(blocks).map(({ item: block, place: index }) => {
            const caption = label('padded-block', { n: index + 1, from: index * 64, to: index * 64 + 63 });
            return (
              <div key={index} className={styles.piece}>
                <p className={styles.caption}>{caption}</p>
                <ByteGrid
                  label={caption}
                  first={index * 64}
                  bytes={block.map((value, at) => {
                    const part = partOf(index * 64 + at);
                    return { value, role: ROLE[part], state: part === current ? 'current' : 'done' };
                  })}
                />
              </div>
            );
          })}
        </div>
      </div>
      <div className={styles.column}>
        <Counts scene={scene} />
        <div className={styles.piece}>
          <p className={styles.caption}>
            {label('pad-bits', { from: shown, to: Math.min(shown + 7, bytes.length - 1) })}
          </p>
          <div className={styles.eight}>
            {placed(bytes.slice(shown, shown + 8)).map(({ item: value, place: at }) => {
              const part = partOf(shown + at);
              return (
                <span
                  key={at}
                  className={`${styles.bits} ${roles[ROLE[part]]}`}
                  data-now={part === current ? '' : undefined}
                >
                  <BitsOfByte value={value} mark={part === 'one'} />
                </span>
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}

/** Eight bits; in the byte 80 the first is the one that was appended, and stands out. */
function BitsOfByte({ value, mark }: { readonly value: number | null; readonly mark: boolean }) {
  if (value === null) return <i className={styles.unknown} />;
  const bits = value.toString(2).padStart(8, '0');
  return (
    <>
      {mark ? <b>{bits[0]}</b> : bits[0]}
      {bits.slice(1, 4)}
      <i className={styles.gap} />
      {bits.slice(4)}
      <span className={styles.under}>{hexByte(value)}</span>
    </>
  );
}

function Counts({ scene }: { readonly scene: PaddingScene }) {
  const label = useHashLabel();
  const { counts, current, asked } = scene;
  const all = PARTS.map((part) => counts[part]);
  const total = all.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
  const shown = (count: number | null) => (count === null ? (asked ? '?' : '') : count);
  return (
    <table className={styles.counts}>
      <caption className={styles.caption}>{label('pad-counts')}</caption>
      <tbody>
        {PARTS.map((part) => (
          <tr key={part} className={roles[ROLE[part]]} data-now={part === current ? '' : undefined}>
            <td>{shown(counts[part])}</td>
            <th scope="row">{label(`pad-${part}`)}</th>
          </tr>
        ))}
        <tr className={styles.total}>
          <td>{shown(total)}</td>
          <th scope="row">
            {label('pad-total')} {total !== null && `= ${label('pad-blocks', { n: total / 64 })}`}
          </th>
        </tr>
      </tbody>
    </table>
  );
}
