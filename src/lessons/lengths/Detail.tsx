import { FrameFigure } from '../../components/frame/FrameFigure.tsx';
import { useLabel } from '../../components/lesson/labels.ts';
import { Cells } from '../../components/stage/Cells.tsx';
import { Formula, type FormulaPart } from '../../components/stage/Formula.tsx';
import { Part } from '../../components/stage/Part.tsx';
import { type LabelId, labels } from './labels.ts';
import styles from './Stage.module.css';
import type { Fact, Header, Detail as Looked, Row, Words } from './scene.ts';

/** The close look under the header. */
export function Detail({ detail }: { readonly detail: Looked }) {
  const label = useLabel(labels);
  if (detail.kind === 'headers') return <Headers headers={detail.headers} />;
  const { label: id, values } = detail.caption;
  return (
    <Part label={label(id, values)}>
      <Inside detail={detail} />
    </Part>
  );
}

function Inside({ detail }: { readonly detail: Exclude<Looked, { readonly kind: 'headers' }> }) {
  const label = useLabel(labels);
  /** Captions of the scene are labels. */
  const captioned = (part: FormulaPart): FormulaPart =>
    'caption' in part && part.caption !== undefined ? { ...part, caption: label(part.caption as LabelId) } : part;
  switch (detail.kind) {
    case 'rows':
      return <Rows rows={detail.rows} />;
    case 'formula':
      return <Formula parts={detail.parts} size="medium" />;
    case 'bytes':
      return (
        <>
          <Cells label={label(detail.caption.label, detail.caption.values)} cells={detail.cells} size="medium" />
          <Formula parts={detail.parts.map(captioned)} size="medium" />
        </>
      );
    case 'facts':
      return <Facts facts={detail.facts} />;
  }
}

const LENGTHS = { 'length-7': 'current', 'length-16': 'current', 'length-64': 'current' } as const;

function Headers({ headers }: { readonly headers: readonly Header[] }) {
  const label = useLabel(labels);
  return (
    <>
      {headers.map(({ id, name, note, figure }) => (
        <Part key={id} label={label(name.label, name.values)} note={label(note.label, note.values)}>
          <FrameFigure label={label(name.label, name.values)} figure={figure} states={LENGTHS} />
        </Part>
      ))}
    </>
  );
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
          {cells.length > 0 ? <Cells label={say(name)} cells={cells} size="medium" /> : <span />}
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
