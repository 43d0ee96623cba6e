import { useLabel } from '../../../components/lesson/labels.ts';
import { Part } from '../../../components/stage/Part.tsx';
import { visible } from '../../../components/views/text.ts';
import { labels } from '../labels.ts';
import type { HeadPart, HeadsScene } from '../scene.ts';
import styles from './Heads.module.css';

/** Request and response as they travel, the bytes of each line beside it. */
export function HeadsView({ scene }: { readonly scene: HeadsScene }) {
  const label = useLabel(labels);
  return (
    <div className={styles.heads}>
      {scene.heads.map((head) => (
        <Part key={head.id} label={label(head.name.label)} kind="wire" side={head.side}>
          <HeadTable head={head} asked={scene.asked} />
        </Part>
      ))}
    </div>
  );
}

function HeadTable({ head, asked }: { readonly head: HeadPart; readonly asked: boolean }) {
  const label = useLabel(labels);
  return (
    <table className={styles.head}>
      <thead className="unseen">
        <tr>
          <th scope="col">{label(head.name.label)}</th>
          <th scope="col">{label('bytes')}</th>
        </tr>
      </thead>
      <tbody>
        {head.lines.map(({ text, bytes }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
          <tr key={i}>
            <td>
              <code>
                {visible(text)}
                <span aria-hidden="true" className={styles.end}>
                  ↵
                </span>
              </code>
            </td>
            <td className={styles.count}>{asked ? '' : bytes}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{label('sum')}</th>
          <td className={styles.count}>{asked ? '?' : `${head.total} ${label('bytes')}`}</td>
        </tr>
      </tfoot>
    </table>
  );
}
