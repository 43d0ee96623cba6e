import { hexByte } from '../../protocol/bytes/hex.ts';
import { placed } from '../stage/word.ts';
import roles from '../views/roles.module.css';
import { ByteGrid } from './ByteGrid.tsx';
import styles from './Panels.module.css';
import { bytesOf, type DigestScene, hexWord, type OverviewScene, REGISTERS } from './scene.ts';
import { useHashLabel } from './useHashLabel.ts';

/** The first and the last picture: what goes in, what comes out, and what lies between. */
export function OverviewPanel({ scene }: { readonly scene: OverviewScene }) {
  const label = useHashLabel();
  const { algorithm, shape, bytes, size, initial, chains, digest } = scene;
  const message = label('message', { n: size });
  const result = label(`digest-${algorithm}`);
  // In em, about: a row of bytes, a row of words with what is above it, the digest.
  const lines = 1.6 * Math.max(1, Math.ceil(size / 16)) + 4.7 * (1 + chains.length) + 6.6;
  return (
    <div className={`${styles.column} ${styles.overview}`} style={{ '--lines': lines }}>
      <div className={styles.piece}>
        <p className={styles.caption}>
          <b>{message}</b>
        </p>
        {size === 0 ? (
          <p className={styles.none}>{label('message-empty')}</p>
        ) : (
          <ByteGrid label={message} first={0} bytes={bytes.map((value) => ({ value, role: 'key', state: 'done' }))} />
        )}
      </div>
      <Chain caption={label('initial')} words={initial} count={initial.length} />
      {placed(chains).map(({ item: words, place }) => (
        <div key={place} className={styles.piece}>
          <Chain
            caption={words === null ? label('after-blocks') : label('after-block', { n: place + 1 })}
            how={label(`block-work-${algorithm}`)}
            words={words}
            count={initial.length}
          />
        </div>
      ))}
      <div className={styles.piece}>
        <p className={styles.caption}>
          <span className={styles.arrow}>↓</span> <b>{result}</b> · {label(`digest-${shape.order}`)}
        </p>
        <Digest label={result} bytes={digest} count={shape.digestBytes} />
      </div>
    </div>
  );
}

interface ChainProps {
  readonly caption: string;
  /** What was done to come there. */
  readonly how?: string;
  readonly words: readonly number[] | null;
  readonly count: number;
}

function Chain({ caption, how, words, count }: ChainProps) {
  return (
    <div className={styles.piece}>
      <p className={styles.caption}>
        {how && <span className={styles.arrow}>↓</span>} <b>{caption}</b> {how}
      </p>
      <div className={styles.chain}>
        {REGISTERS.slice(0, count).map((name, index) => (
          <span key={name} className={styles.named}>
            <span className={styles.symbol}>{name}</span>
            <span className={`${styles.word} ${roles.plain}`} data-empty={words === null ? '' : undefined}>
              {words === null ? '' : hexWord(words[index] as number)}
            </span>
          </span>
        ))}
      </div>
    </div>
  );
}

interface DigestProps {
  readonly label: string;
  readonly bytes: readonly number[] | null;
  readonly count: number;
}

function Digest({ label, bytes, count }: DigestProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without markers Safari does not call it a list
    <ol role="list" className={styles.digest} aria-label={label}>
      {Array.from({ length: count }, (_, index) => index).map((index) => (
        <li
          key={index}
          className={`${styles.byte} ${roles.payload}`}
          data-empty={bytes === null ? '' : undefined}
          data-travel={bytes === null ? undefined : `digest-${index}`}
          data-from={`written-${index}`}
        >
          {bytes === null ? '' : hexByte(bytes[index] as number)}
        </li>
      ))}
    </ol>
  );
}

/** The last chaining value, written out as bytes. */
export function DigestPanel({ scene }: { readonly scene: DigestScene }) {
  const label = useHashLabel();
  const { algorithm, shape, words, digest } = scene;
  const result = label(`digest-${algorithm}`);
  return (
    <div className={`${styles.column} ${styles.written}`}>
      <p className={styles.caption}>
        {label('digest-words')}, {label(`digest-${shape.order}`)}
      </p>
      <ol className={styles.fold}>
        {placed(words).map(({ item: word, place: index }) => (
          <li key={index}>
            <span className={styles.symbol}>{REGISTERS[index]}</span>
            <span className={`${styles.word} ${roles.plain}`}>
              {placed(bytesOf(word)).map(({ item: byte, place }) => (
                <span key={place} className={styles.pair} data-travel={`from-${index}-${place}`}>
                  {hexByte(byte)}
                </span>
              ))}
            </span>
            <span className={styles.operator}>→</span>
            <span className={styles.four}>
              {placed(digest.slice(4 * index, 4 * index + 4)).map(({ item: byte, place }) => (
                <span
                  key={place}
                  className={`${styles.byte} ${roles.payload}`}
                  data-travel={`written-${4 * index + place}`}
                  data-from={`from-${index}-${shape.order === 'little-endian' ? 3 - place : place}`}
                >
                  {hexByte(byte)}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <div className={styles.piece}>
        <p className={styles.caption}>{result}</p>
        <Digest label={result} bytes={digest} count={digest.length} />
      </div>
    </div>
  );
}
