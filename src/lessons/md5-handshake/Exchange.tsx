import { useLabel } from '../../components/lesson/labels.ts';
import { Cells } from '../../components/stage/Cells.tsx';
import { type HttpLine, HttpText } from '../../components/stage/HttpText.tsx';
import { Part } from '../../components/stage/Part.tsx';
import type { Cell } from '../../components/stage/types.ts';
import { labels } from './labels.ts';
import { Remark } from './Remark.tsx';
import styles from './Stage.module.css';
import { Strip } from './Strip.tsx';
import type { ExchangeScene, Line, MistakesScene } from './scene.ts';

/** Request above, response below, both as they travel. */
export function Exchange({ scene }: { readonly scene: ExchangeScene }) {
  const label = useLabel(labels);
  const { request, key3, response, answer, verdict } = scene;
  const text = (lines: readonly Line[], id: string, bytes: readonly Cell[], note: string): readonly HttpLine[] => [
    ...lines.map((line) => lineOf(line, line.note === null ? undefined : label(line.note))),
    { id: `${id}-blank`, pieces: [], state: 'faint', note: label('blank-line') },
    { id: `${id}-bytes`, pieces: [], bytes, end: 'none', note },
  ];
  return (
    <div className={styles.http}>
      <Part label={label('request')} kind="wire" side="client">
        <HttpText label={label('request')} lines={text(request, 'request', key3, label('eight-bytes'))} />
      </Part>
      <Part label={label('response')} kind="wire" side="server">
        <HttpText label={label('response')} lines={text(response, 'response', answer, label('sixteen-bytes'))} />
      </Part>
      <Remark note={verdict} />
    </div>
  );
}

function lineOf({ id, name, value, key, state }: Line, note: string | undefined): HttpLine {
  if (name === null) return { id, pieces: [{ text: value }], state, note };
  return { id, pieces: [{ text: `${name}: ` }, { text: value, role: key ? 'key' : undefined }], state, note };
}

/** The right answer, and what servers with a common mistake send. */
export function Mistakes({ scene }: { readonly scene: MistakesScene }) {
  const label = useLabel(labels);
  return (
    <div className={styles.mistakes}>
      <Strip label={label('right')} side="server">
        <Cells label={label('right')} cells={scene.right} size="medium" />
      </Strip>
      {scene.rows.map((row) => (
        <Strip key={row.label} label={label(row.label)} side="server">
          <Cells label={label(row.label)} cells={row.cells} size="medium" />
        </Strip>
      ))}
    </div>
  );
}
