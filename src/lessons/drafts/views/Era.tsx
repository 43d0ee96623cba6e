import { useTranslation } from 'react-i18next';
import { useLabel } from '../../../components/lesson/labels.ts';
import { inputTexts, usePlayer } from '../../../components/player/player.ts';
import { useLearn } from '../../../components/player/store.ts';
import { Cells } from '../../../components/stage/Cells.tsx';
import { HttpText } from '../../../components/stage/HttpText.tsx';
import { Notice } from '../../../components/stage/Notice.tsx';
import { Part } from '../../../components/stage/Part.tsx';
import { visible } from '../../../components/views/text.ts';
import { labels } from '../labels.ts';
import type { EraScene, FramePicture } from '../scene.ts';
import styles from './Era.module.css';
import { HeaderBits } from './HeaderBits.tsx';
import { isShort, rowsOf } from './rows.ts';

/** One place of the timeline: request, answer, frame; and what changed, each with its reason. */
export function Era({ scene }: { readonly scene: EraScene }) {
  const label = useLabel(labels);
  const { request, response, packed, frame, changes, notes } = scene;
  return (
    <div className={styles.era}>
      <div className={styles.column}>
        <div className={styles.area} data-area="frame">
          <Frame frame={frame} />
        </div>
        <div className={styles.area} data-area="response" style={{ '--rows': rowsOf(response) }}>
          <Part label={label(packed ? 'response-fields' : 'response')} kind="wire" side="server">
            <HttpText label={label('response')} lines={response} />
          </Part>
        </div>
      </div>
      <div className={styles.column}>
        <div className={styles.area} data-area="request" style={{ '--rows': rowsOf(request) }}>
          <Part label={label(packed ? 'request-fields' : 'request')} kind="wire" side="client">
            <HttpText label={label('request')} lines={request} />
          </Part>
        </div>
        <Remarks changes={changes} notes={notes} />
      </div>
    </div>
  );
}

function Frame({ frame }: { readonly frame: FramePicture }) {
  const label = useLabel(labels);
  const { loaded } = usePlayer();
  const message = inputTexts(
    loaded.lesson,
    useLearn((state) => state.inputs),
  ).message;
  const name = label('frame', { message: visible(message ?? '') });
  const masked = frame.groups.some(({ label: id }) => id.endsWith('-masked'));
  const groups = frame.groups.map(({ first, count, role, cause, label: id, values }) => ({
    first,
    count,
    role,
    label: cause === null ? label(id, values) : `${cause} ${label(id, values)}`,
  }));
  return (
    <Part
      label={name}
      note={label(masked ? 'frame-masked' : 'frame-size', { count: frame.size })}
      kind="wire"
      side="client"
    >
      <Cells label={name} cells={frame.cells} groups={groups} size="medium" />
      <HeaderBits label={label('frame-header')} fields={frame.fields} />
    </Part>
  );
}

function Remarks({ changes, notes }: Pick<EraScene, 'changes' | 'notes'>) {
  const label = useLabel(labels);
  const { t } = useTranslation('drafts');
  const said = [
    ...changes.map((id) => `${t(`changes.${id}.what`)} ${t(`changes.${id}.why`)}`),
    ...notes.map((note) => label(note.label, note.values)),
  ];
  return (
    <div className={styles.area} data-area="changes" data-short={isShort(said) || undefined}>
      {changes.length > 0 && <Changes changes={changes} />}
      {notes.map((note) => (
        <Notice key={note.label} kind={note.kind}>
          {label(note.label, note.values)}
        </Notice>
      ))}
    </div>
  );
}

function Changes({ changes }: Pick<EraScene, 'changes'>) {
  const label = useLabel(labels);
  const { t } = useTranslation('drafts');
  return (
    <Part label={label('changes')}>
      <ol className={styles.changes}>
        {changes.map((id, i) => (
          <li key={id} className={styles.change}>
            <span aria-hidden="true" className={styles.number}>
              {i + 1}
            </span>
            <span>
              <b>{t(`changes.${id}.what`)}</b> <span className={styles.why}>{t(`changes.${id}.why`)}</span>
            </span>
          </li>
        ))}
      </ol>
    </Part>
  );
}
