import { useLabel } from '../../components/lesson/labels.ts';
import { Cells } from '../../components/stage/Cells.tsx';
import { Columns } from '../../components/stage/Layout.tsx';
import { Part } from '../../components/stage/Part.tsx';
import { Division } from './Division.tsx';
import { labels } from './labels.ts';
import { Remark } from './Remark.tsx';
import styles from './Stage.module.css';
import { Strip } from './Strip.tsx';
import type { BoardScene, KeyPicture } from './scene.ts';

/** The whole recipe: two keys and their numbers, key 3, the 16 bytes, MD5, the answer. */
export function Board({ scene }: { readonly scene: BoardScene }) {
  const label = useLabel(labels);
  const { key1, key2, key3, challenge, answer, hashing } = scene;
  return (
    <div className={styles.board}>
      <Columns>
        <Key picture={key1} />
        <Key picture={key2} />
      </Columns>
      <Strip label={label('key3')} note={label('key3-note')} side="client">
        <Cells label={label('key3')} cells={key3} size="medium" />
      </Strip>
      <Strip label={label('challenge')} note={label('challenge-note')}>
        <Cells
          label={label('challenge')}
          cells={challenge}
          size="medium"
          groups={[
            { first: 0, count: 4, label: label('part1'), role: 'key' },
            { first: 4, count: 4, label: label('part2'), role: 'key' },
            { first: 8, count: 8, label: label('key3'), role: 'key' },
          ]}
        />
      </Strip>
      <p className={styles.hash} data-on={hashing}>
        <span aria-hidden="true">↓ </span>
        {label('md5')}
      </p>
      <Strip label={label('answer')} note={label('answer-note')} side="server">
        <Cells label={label('answer')} cells={answer} size="medium" />
      </Strip>
    </div>
  );
}

/** A key as it came, and below it what it is worth. */
function Key({ picture }: { readonly picture: KeyPicture }) {
  const label = useLabel(labels);
  const { name, cells, number, spaces, part, bytes, note } = picture;
  const which = name === 'key1' ? 1 : 2;
  return (
    <div className={styles.key}>
      <Part label={label(name)} note={label('characters', { count: cells.length })} kind="wire" side="client">
        <div className={styles.characters}>
          <Cells label={label(name)} cells={cells} size="small" />
        </div>
      </Part>
      <div className={styles.sum}>
        <Division
          operands={[
            [number, `number${which}`, label('digits'), 'key'],
            [spaces, `spaces${which}`, label('spaces'), 'length'],
            [part, `quotient${which}`, label(`part${which}`), 'key'],
          ]}
        />
        <Remark note={note} />
        <div className={styles.bytes}>
          <span aria-hidden="true" className={styles.arrow}>
            ↳
          </span>
          <Cells label={label(`bytes${which}`)} cells={bytes} size="medium" />
          <span className={styles.soft}>{label(`bytes${which}`)}</span>
        </div>
      </div>
    </div>
  );
}
