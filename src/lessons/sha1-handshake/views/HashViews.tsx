import { useLabel } from '../../../components/lesson/labels.ts';
import { Cells } from '../../../components/stage/Cells.tsx';
import { Formula } from '../../../components/stage/Formula.tsx';
import { Part } from '../../../components/stage/Part.tsx';
import type { Cell } from '../../../components/stage/types.ts';
import { fromLatin1 } from '../../../protocol/handshake/latin1.ts';
import { labels } from '../labels.ts';
import type { Focus } from '../scene.ts';
import { cellsOf, hexOf } from './cells.ts';
import styles from './HashViews.module.css';
import { Line } from './Line.tsx';

type Of<K extends Focus['kind']> = { readonly focus: Extract<Focus, { kind: K }> };

const KEY_CHARACTERS = 24;

/** Characters and the bytes they are. */
export function TextView({ focus }: Of<'text'>) {
  const label = useLabel(labels);
  const { text, bytes, known, size, lit } = focus;
  const cells = text.split('').map((character, index): Cell => {
    const there = index < known;
    return {
      id: `text-${index}`,
      from: `joined-${index}`,
      text: hexOf(bytes.subarray(index, index + 1)).join(''),
      role: index < KEY_CHARACTERS ? 'key' : 'plain',
      state: !there ? 'empty' : index >= lit[0] && index < lit[1] ? 'current' : 'done',
      caption: there ? character : '\u00a0',
    };
  });
  return (
    <Part
      label={label('text-bytes')}
      note={size ? label('text-size', { count: bytes.length }) : undefined}
      kind="computed"
    >
      <div className={styles.block}>
        <Cells label={label('text-bytes')} cells={cells} size="small" columns={30} />
      </div>
    </Part>
  );
}

/** Many bytes in, twenty out. */
export function HashView({ focus }: Of<'hash'>) {
  const label = useLabel(labels);
  const { text, digest } = focus;
  return (
    <Part label={label('sha1')} kind="computed">
      <Formula
        parts={[
          {
            id: 'hash-in',
            value: String(text.length),
            caption: label('hash-in'),
            role: 'plain',
          },
          { operator: '→' },
          { id: 'hash-name', value: 'SHA-1', caption: '\u00a0', role: 'plain' },
          { operator: '→' },
          {
            id: 'hash-out',
            value: String(digest.length),
            caption: label('hash-out'),
            role: 'key',
          },
        ]}
      />
      <Cells label={label('row-digest')} cells={cellsOf('out', hexOf(digest), 'current')} size="medium" columns={20} />
    </Part>
  );
}

/** Two texts that differ in one letter, their digests, and every bit in which these differ. */
export function ChangeView({ focus }: Of<'change'>) {
  const label = useLabel(labels);
  const { texts, at, bits } = focus;
  const [own, other] = texts;
  const names = { letter: own.text.charAt(at), other: other.text.charAt(at) };
  const differs = Array.from(own.digest, (byte, i) => (byte ^ (other.digest[i] ?? 0)).toString(2).padStart(8, '0'))
    .join('')
    .split('');
  return (
    <div className={styles.stack}>
      <Line
        label={label('change-text')}
        kind="computed"
        unit="dense"
        cells={textCells('own', own.text, at, 'current')}
      />
      <Line
        label={label('change-digest')}
        kind="computed"
        unit="byte"
        cells={cellsOf('own-digest', hexOf(own.digest), 'done')}
      />
      <Line
        label={label('change-other', names)}
        kind="computed"
        unit="dense"
        cells={textCells('other', other.text, at, 'wrong')}
      />
      <Line
        label={label('change-digest')}
        kind="computed"
        unit="byte"
        cells={cellsOf('other-digest', hexOf(other.digest), 'done', 'plain')}
      />
      <div className={styles.changed}>
        <p>{label('change-bits', { changed: bits })}</p>
        <div role="img" aria-label={label('change-bits', { changed: bits })} className={styles.bits}>
          {differs.map((differ, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a bit has no identity but its place
            <span key={i} data-differ={differ === '1' || undefined} />
          ))}
        </div>
      </div>
    </div>
  );
}

function textCells(id: string, text: string, at: number, mark: 'current' | 'wrong'): readonly Cell[] {
  return text.split('').map((character, index) => ({
    id: `${id}-${index}`,
    text: character,
    role: index < KEY_CHARACTERS ? 'key' : 'plain',
    state: index === at ? mark : 'faint',
  }));
}

/** The bytes that go on, and the digits people write for them, which are other bytes. */
export function RawView({ focus }: Of<'raw'>) {
  const label = useLabel(labels);
  const { digest } = focus;
  const digits = hexOf(digest).join('');
  const codes = hexOf(fromLatin1(digits));
  const count = { count: digits.length };
  return (
    <div className={styles.stack}>
      <Line
        label={label('raw-bytes')}
        note={label('raw-bytes-note', { count: digest.length })}
        kind="computed"
        unit="wide"
        cells={cellsOf('raw', hexOf(digest), 'current').map((cell, i) => ({ ...cell, from: `digest-${i}` }))}
      />
      <Line
        label={label('raw-digits')}
        note={label('raw-digits-note', count)}
        kind="plain"
        unit="packed"
        cells={cellsOf('digit', digits.split(''), 'done', 'plain')}
      />
      <Line
        label={label('raw-codes')}
        note={label('raw-codes-note', count)}
        kind="plain"
        unit="packed"
        cells={cellsOf('code', codes, 'done', 'plain')}
      />
    </div>
  );
}
