import { useLabel } from '../../../components/lesson/labels.ts';
import { pythonLink } from '../../../components/python/link.ts';
import { Cells } from '../../../components/stage/Cells.tsx';
import { Part } from '../../../components/stage/Part.tsx';
import { visible } from '../../../components/views/text.ts';
import { labels } from '../labels.ts';
import type { ReadView, WrongBoard } from '../scene.ts';
import { CodeAndVariables } from './CodeAndVariables.tsx';
import styles from './WrongView.module.css';

/** The whole of `parse`; less of it where inputs need room. */
const ROWS = 12;
const SHORT = 8;

/** The reads and what comes of them, the lines that are wrong, and those that are right. */
export function WrongView({ board, link }: { readonly board: WrongBoard; readonly link: Uint8Array }) {
  const { reads, code, variables, right, frames } = board;
  const label = useLabel(labels);
  return (
    <>
      <div className={styles.reads}>
        {reads.map((read, i) => (
          <Read
            // biome-ignore lint/suspicious/noArrayIndexKey: a read has no identity but its place
            key={i}
            read={read}
            name={reads.length === 1 ? label('one-read') : label('read', { number: i + 1 })}
          />
        ))}
      </div>
      <CodeAndVariables code={code} variables={variables} rows={frames ? SHORT : ROWS} />
      <Part
        label={label(frames ? 'server-gives' : 'right')}
        note={<a href={pythonLink(link, 'wrong')}>{label('try')}</a>}
      >
        {frames ? <Frames frames={frames} /> : <Right right={right} />}
      </Part>
    </>
  );
}

function Read({ read, name }: { readonly read: ReadView; readonly name: string }) {
  const label = useLabel(labels);
  const { cells, more, state, says } = read;
  return (
    <Part label={name} kind="wire" side="client">
      <div className={styles.read}>
        <Cells label={name} cells={cells} size="small" />
        {more > 0 && <span className={styles.soft}>{label('more', { count: more })}</span>}
      </div>
      <p className={styles.result} data-state={state}>
        {state === 'hidden' && <strong>{label('asked')}</strong>}
        {state === 'text' && (
          <>
            <span className={styles.soft}>→ {label('returns')}</span> <code>{visible(says)}</code>
          </>
        )}
        {state === 'raised' && says === '' && <span className={styles.soft}>{label('never-read')}</span>}
        {state === 'raised' && says !== '' && (
          <>
            <span>✕ {label('dies')}</span> <code>{visible(says)}</code>
          </>
        )}
      </p>
    </Part>
  );
}

function Right({ right }: { readonly right: WrongBoard['right'] }) {
  const label = useLabel(labels);
  if (right === null) return <p className={styles.box}>{label('right-asked')}</p>;
  if (right.length === 0) return <p className={styles.box}>{label('right-none')}</p>;
  return (
    <ol className={styles.box} tabIndex={-1}>
      {right.map(({ number, text }) => (
        <li key={number}>
          <span className={styles.number}>{number}</span>
          <code>{text}</code>
        </li>
      ))}
    </ol>
  );
}

function Frames({ frames }: { readonly frames: readonly string[] }) {
  return (
    <ol className={styles.box}>
      {frames.map((frame, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frame has no identity but its place
        <li key={i}>
          <code>{visible(frame)}</code>
        </li>
      ))}
    </ol>
  );
}
