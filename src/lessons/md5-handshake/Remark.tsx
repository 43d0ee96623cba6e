import { useLabel } from '../../components/lesson/labels.ts';
import { labels } from './labels.ts';
import styles from './Stage.module.css';
import type { Note } from './scene.ts';

const SIGNS = { right: '✓', wrong: '✕', info: '·' } as const;

/** What there is to say beside a formula. Its room is kept while there is nothing to say. */
export function Remark({ note }: { readonly note: Note | null }) {
  const label = useLabel(labels);
  return (
    <p className={styles.remark} data-kind={note?.kind}>
      {note && (
        <>
          <span aria-hidden="true">{SIGNS[note.kind]} </span>
          {label(note.label, note.values)}
        </>
      )}
    </p>
  );
}
