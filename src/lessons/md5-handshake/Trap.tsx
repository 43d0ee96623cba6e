import { useLabel } from '../../components/lesson/labels.ts';
import { Cells } from '../../components/stage/Cells.tsx';
import { Columns } from '../../components/stage/Layout.tsx';
import { Part } from '../../components/stage/Part.tsx';
import { Division } from './Division.tsx';
import { labels } from './labels.ts';
import { Remark } from './Remark.tsx';
import styles from './Stage.module.css';
import { Strip } from './Strip.tsx';
import type { CollapsedKey, TrapScene } from './scene.ts';

/** Both keys as they were sent and as a page shows them, and what comes of that. */
export function Trap({ scene }: { readonly scene: TrapScene }) {
  const label = useLabel(labels);
  const [key1, key2] = scene.keys;
  return (
    <div className={styles.board}>
      <Columns>
        <Collapsed picture={key1} />
        <Collapsed picture={key2} />
      </Columns>
      <Strip label={label('trap-right')}>
        <Cells label={label('trap-right')} cells={scene.right} size="medium" />
      </Strip>
      <Strip label={label('trap-wrong')}>
        <Cells label={label('trap-wrong')} cells={scene.wrong} size="medium" />
      </Strip>
    </div>
  );
}

function Collapsed({ picture }: { readonly picture: CollapsedKey }) {
  const label = useLabel(labels);
  const { name, sent, shown, number, spaces, part, note } = picture;
  const title = label('trap-sent', { name: label(name) });
  return (
    <div className={styles.key}>
      <Part label={title} note={label('characters', { count: sent.length })} kind="wire">
        <div className={styles.characters}>
          <Cells label={title} cells={sent} size="small" />
        </div>
      </Part>
      <Part label={label('trap-shown')} note={label('trap-lost', { count: sent.length - shown.length })} kind="wire">
        <div className={styles.characters}>
          <Cells label={label('trap-shown')} cells={shown} size="small" />
        </div>
      </Part>
      <div className={styles.sum}>
        <Division
          operands={[
            [number, `${name}-number`, label('digits'), 'key'],
            [spaces, `${name}-spaces`, label('spaces'), 'length'],
            [part, `${name}-part`, label(name === 'key1' ? 'part1' : 'part2'), 'key'],
          ]}
        />
        <Remark note={note} />
      </div>
    </div>
  );
}
