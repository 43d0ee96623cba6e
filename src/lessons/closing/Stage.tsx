import { Detail } from '../../components/http/Detail.tsx';
import { useLabel } from '../../components/lesson/labels.ts';
import type { StageProps } from '../../components/lesson/lesson.ts';
import { Examples, Input } from '../../components/player/Inputs.tsx';
import { Lanes } from '../../components/stage/Lanes.tsx';
import { Part } from '../../components/stage/Part.tsx';
import type { Side } from '../../protocol/connection/endpoint.ts';
import { labels } from './labels.ts';
import { MapView } from './MapView.tsx';
import styles from './Stage.module.css';
import type { EndRow, Scene } from './scene.ts';

const INPUTS = ['by', 'code', 'reason', 'ping', 'key'] as const;

export default function Stage({ scene }: StageProps<Scene>) {
  const label = useLabel(labels);
  const { ends, events, detail, map } = scene;
  return (
    <>
      <div className={styles.inputs}>
        {INPUTS.map((name) => (
          <Input key={name} name={name} />
        ))}
        <Examples />
      </div>
      {map ? (
        <MapView map={map} />
      ) : (
        <div className={styles.view}>
          <div className={styles.board}>
            <EndCard side="client" rows={ends.client} />
            <div className={styles.lanes}>
              <Lanes
                label={label('connection')}
                events={events.map(({ id, from, kind, state, label: name, values, detail: where }) => ({
                  id,
                  from,
                  kind,
                  state,
                  role: 'control',
                  label: label(name, values),
                  ...(where === undefined ? {} : { detail: label(where) }),
                }))}
              />
            </div>
            <EndCard side="server" rows={ends.server} />
          </div>
          <div className={styles.detail}>
            <Detail detail={detail} label={label} />
          </div>
        </div>
      )}
    </>
  );
}

function EndCard({ side, rows }: { readonly side: Side; readonly rows: readonly EndRow[] }) {
  const label = useLabel(labels);
  return (
    <div className={styles.end} data-side={side}>
      <Part kind="computed" side={side} label={label(`end-${side}`)}>
        <dl className={styles.rows}>
          {rows.map(({ name, label: words, text, state }) => (
            <div key={name} className={styles.row} data-state={state}>
              <dt>{label(name)}</dt>
              <dd>{words === undefined ? text : label(words)}</dd>
            </div>
          ))}
        </dl>
      </Part>
    </div>
  );
}
