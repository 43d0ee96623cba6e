import { useLabel } from '../../../components/lesson/labels.ts';
import type { Cell, State } from '../../../components/stage/types.ts';
import { labels } from '../labels.ts';
import type { Row, RowId, Scene } from '../scene.ts';
import { Line } from './Line.tsx';
import styles from './Way.module.css';

const KEY_CHARACTERS = 24;

/** How each row is drawn, and what is done to get from it to the next. */
const ROWS = {
  nonce: { kind: 'computed', unit: 'byte', note: 'made-by-client', next: 'base64' },
  key: { kind: 'wire', unit: 'char', note: 'sent-by-client', next: 'append-guid' },
  joined: { kind: 'computed', unit: 'dense', note: 'made-by-server', next: 'sha1' },
  digest: { kind: 'computed', unit: 'byte', note: 'made-by-server', next: 'base64' },
  accept: { kind: 'wire', unit: 'char', note: 'sent-by-server', next: null },
} as const;

/** From nonce to accept: five lines, there from the first step on, filled as the lesson goes. */
export function Way({ rows, now }: Pick<Scene, 'rows' | 'now'>) {
  const label = useLabel(labels);
  const place = rows.findIndex(({ id }) => id === now);
  return (
    <div className={styles.way}>
      {rows.map((row, index) => {
        const { kind, unit, note, next } = ROWS[row.id];
        return (
          <div key={row.id}>
            <Line
              label={label(`row-${row.id}`)}
              note={label(note)}
              kind={kind}
              unit={unit}
              now={row.id === now}
              cells={cellsOf(row, now)}
            />
            {next !== null && (
              <p className={styles.next} data-now={(place >= 0 && index === place - 1) || undefined}>
                <span aria-hidden="true">↓</span> {label(next)}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Characters come from the slots of base64 that made them; those of the joined text from the key. */
function cellsOf(row: Row, now: RowId | null): readonly Cell[] {
  const { id, cells } = row;
  return cells.map((text, index) => {
    const guid = id === 'joined' && index >= KEY_CHARACTERS;
    const from =
      id === 'key' || id === 'accept' ? `${id}-slot-${index}` : id === 'joined' && !guid ? `key-${index}` : undefined;
    return { id: `${id}-${index}`, text, from, role: guid ? 'plain' : 'key', state: stateOf(row, index, now) };
  });
}

/** Rows that the step is not about are calm. */
function stateOf({ id, known, lit }: Row, index: number, now: RowId | null): State {
  if (index >= known) return 'empty';
  if (lit !== null && index >= lit[0] && index < lit[1]) return 'current';
  return now === null || now === id || lit !== null ? 'done' : 'faint';
}
