import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../../components/lesson/labels.ts';
import { pythonLink } from '../../../components/python/link.ts';
import { Cells } from '../../../components/stage/Cells.tsx';
import { Part } from '../../../components/stage/Part.tsx';
import { labels } from '../labels.ts';
import type { HeadsView, SentView, ServerBoard, WireView } from '../scene.ts';
import { CodeAndVariables } from './CodeAndVariables.tsx';
import styles from './ServerView.module.css';

/** The client's bytes above, the lines that take them, what the server sends below. */
export function ServerView({ board, link }: { readonly board: ServerBoard; readonly link: Uint8Array }) {
  const { code, variables, wire, heads, sent } = board;
  return (
    <>
      {heads && <Heads heads={heads} />}
      {wire && <Wire wire={wire} link={link} />}
      <CodeAndVariables code={code} variables={variables} rows={ROWS} />
      {wire && <Sent sent={sent} />}
    </>
  );
}

/** Lines in view: as many as fit a projector beside the bytes. */
const ROWS = 11;
/** Bytes in a row of the stage. */
const COLUMNS = 32;

function Wire({ wire, link }: { readonly wire: WireView; readonly link: Uint8Array }) {
  const label = useLabel(labels);
  const { cells, gone, inBuffer, coming, before, behind } = wire;
  const counts = [
    label('in-buffer', { count: inBuffer }),
    ...(gone > 0 ? [label('gone', { count: gone })] : []),
    ...(coming > 0 ? [label('coming', { count: coming })] : []),
    ...(before + behind > 0 ? [label('before-behind', { before, behind })] : []),
  ];
  return (
    <Part
      label={label('buffer')}
      note={
        <>
          {counts.join(' · ')} · <a href={pythonLink(link, 'server')}>{label('try')}</a>
        </>
      }
      kind="wire"
      side="client"
    >
      <Cells label={label('buffer')} cells={cells} size="small" columns={COLUMNS} />
    </Part>
  );
}

/** In one row: the height belongs to the code. */
function Sent({ sent }: { readonly sent: SentView | null }) {
  const label = useLabel(labels);
  const { t } = useTranslation('views');
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form
    <div role="group" aria-labelledby={id} className={styles.sent}>
      <p className={styles.name}>
        <span className={styles.soft}>
          <span aria-hidden="true">▼ </span>
          {t('stage.server')}
        </span>{' '}
        <span id={id}>{label('sent')}</span>
      </p>
      <div className={styles.bytes}>
        {sent ? (
          <Cells label={label('sent-number', { number: sent.number })} cells={sent.cells} size="small" />
        ) : (
          <span className={styles.soft}>{label('sent-none')}</span>
        )}
        {sent && sent.more > 0 && <span className={styles.soft}>{label('more', { count: sent.more })}</span>}
      </div>
    </div>
  );
}

/** The request, and the answer as far as it is made. */
function Heads({ heads }: { readonly heads: HeadsView }) {
  const label = useLabel(labels);
  const { request, response, answered } = heads;
  const asked = answered === 'accept' ? 'sec-websocket-key' : null;
  const made = answered === 'accept' ? 'sec-websocket-accept' : null;
  return (
    <div className={styles.heads}>
      <Part label={label('request')} kind="wire" side="client">
        <Head lines={request} current={asked} known={() => true} />
      </Part>
      <Part label={label('response')} kind="wire" side="server">
        <Head lines={response} current={made} known={(line) => answered === 'yes' || isField(line, made)} />
      </Part>
    </div>
  );
}

const isField = (line: string, name: string | null) => name !== null && line.toLowerCase().startsWith(`${name}:`);

interface HeadProps {
  readonly lines: readonly string[];
  /** Name of the header that is looked at. */
  readonly current: string | null;
  readonly known: (line: string) => boolean;
}

function Head({ lines, current, known }: HeadProps) {
  return (
    <ol className={styles.head}>
      {lines.map((line, i) => {
        const state = !known(line) ? 'empty' : isField(line, current) ? 'current' : 'done';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
          <li key={i} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
            {known(line) && <code>{line}</code>}
          </li>
        );
      })}
    </ol>
  );
}
