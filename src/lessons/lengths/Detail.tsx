import { useLabel } from '../../components/lesson/labels.ts';
import { Cells } from '../../components/stage/Cells.tsx';
import { Formula } from '../../components/stage/Formula.tsx';
import { Part } from '../../components/stage/Part.tsx';
import { labels } from './labels.ts';
import styles from './Stage.module.css';
import type { Fact, Detail as Looked, Row, Words } from './scene.ts';

/** The close look under the header. */
export function Detail({ detail }: { readonly detail: Looked }) {
  const label = useLabel(labels);
  const { label: id, values } = detail.caption;
  return (
    <Part label={label(id, values)}>
      <Inside detail={detail} />
    </Part>
  );
}

function Inside({ detail }: { readonly detail: Looked }) {
  const label = useLabel(labels);
  switch (detail.kind) {
    case 'rows':
      return <Rows rows={detail.rows} />;
    case 'formula':
      return <Formula parts={detail.parts} size="medium" />;
    case 'bytes':
      return (
        <>
          <Cells label={label(detail.caption.label, detail.caption.values)} cells={detail.cells} size="medium" />
          <Formula parts={detail.parts} size="medium" />
        </>
      );
    case 'facts':
      return <Facts facts={detail.facts} />;
  }
}

const SIGNS = { right: '✓', wrong: '✕' } as const;

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const label = useLabel(labels);
  const say = ({ label: id, values }: Words) => label(id, values);
  return (
    <ul className={styles.rows} data-state="current">
      {rows.map(({ id, name, cells, verdict, note }) => (
        <li key={id} className={styles.row}>
          <span className={styles.name}>{say(name)}</span>
          {cells.length > 0 ? <Cells label={say(name)} cells={cells} size="small" /> : <span />}
          <span className={styles.note} data-verdict={verdict}>
            {verdict && <span aria-hidden="true">{SIGNS[verdict]} </span>}
            {note && say(note)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const label = useLabel(labels);
  return (
    <dl className={styles.facts} data-state="current">
      {facts.map(({ name, text, state }) => (
        <div key={name.label} className={styles.fact}>
          <dt>{label(name.label, name.values)}</dt>
          <dd data-verdict={state}>
            {state && <span aria-hidden="true">{SIGNS[state]} </span>}
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
