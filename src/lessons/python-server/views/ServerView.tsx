import { useLabel } from '../../../components/lesson/labels.ts';
import { type CellGroup, Cells } from '../../../components/stage/Cells.tsx';
import { HttpText } from '../../../components/stage/HttpText.tsx';
import { Columns } from '../../../components/stage/Layout.tsx';
import { Part } from '../../../components/stage/Part.tsx';
import { labels } from '../labels.ts';
import type { HeadsView, SentView, ServerBoard, WireView } from '../scene.ts';
import { CodeAndVariables } from './CodeAndVariables.tsx';
import styles from './ServerView.module.css';

/** The client's bytes above, the lines that take them, what the server sends below. */
export function ServerView({ board }: { readonly board: ServerBoard }) {
  const { code, variables, wire, heads, sent, failed } = board;
  return (
    <>
      {heads && <Heads heads={heads} />}
      {wire && <Wire wire={wire} failed={failed} />}
      <CodeAndVariables code={code} variables={variables} />
      {wire && <Sent sent={sent} />}
    </>
  );
}

/** Bytes in a row of the stage. */
const COLUMNS = 32;

function Wire({ wire, failed }: { readonly wire: WireView; readonly failed: boolean }) {
  const label = useLabel(labels);
  const { cells, gone, come, before, behind, inBuffer } = wire;
  const group = (first: number, end: number, name: 'gone' | 'here' | 'coming'): CellGroup[] =>
    end > first ? [{ first, count: end - first, label: label(name), role: 'plain' }] : [];
  const rest = before + behind > 0 ? `; ${label('before-behind', { before, behind })}` : '';
  return (
    <Part label={label('buffer')} note={`${label('in-buffer', { count: inBuffer })}${rest}`} kind="wire" side="client">
      <div className={styles.wire} data-failed={failed || undefined}>
        <Cells
          label={label('buffer')}
          cells={cells}
          size="small"
          columns={COLUMNS}
          groups={[
            ...group(0, gone, 'gone'),
            ...group(gone, come, 'here'),
            ...group(Math.max(gone, come), cells.length, 'coming'),
          ]}
        />
      </div>
    </Part>
  );
}

function Sent({ sent }: { readonly sent: SentView | null }) {
  const label = useLabel(labels);
  return (
    <Part
      label={label('sent')}
      note={sent ? label('sent-number', { number: sent.number }) : undefined}
      kind="wire"
      side="server"
    >
      <div className={styles.sent}>
        {sent ? (
          <Cells label={label('sent')} cells={sent.cells} size="small" />
        ) : (
          <span className={styles.nothing}>{label('sent-none')}</span>
        )}
        {sent && sent.more > 0 && <span className={styles.nothing}>{label('more', { count: sent.more })}</span>}
      </div>
    </Part>
  );
}

/** The request, and the answer as far as it is made. */
function Heads({ heads }: { readonly heads: HeadsView }) {
  const label = useLabel(labels);
  const { request, response, answered } = heads;
  return (
    <div className={styles.heads}>
      <Columns>
        <Part label={label('request')} kind="wire" side="client">
          <HttpText
            label={label('request')}
            lines={request.map((text, i) => ({
              id: `q${i}`,
              pieces: [{ text }],
              state: answered === 'accept' && text.startsWith('Sec-WebSocket-Key') ? 'current' : 'done',
            }))}
          />
        </Part>
        <Part label={label('response')} kind="wire" side="server">
          <HttpText
            label={label('response')}
            lines={response.map((text, i) => ({
              id: `s${i}`,
              pieces: [{ text }],
              state:
                answered === 'yes'
                  ? 'done'
                  : answered === 'accept' && text.startsWith('Sec-WebSocket-Accept')
                    ? 'current'
                    : 'empty',
            }))}
          />
        </Part>
      </Columns>
    </div>
  );
}
