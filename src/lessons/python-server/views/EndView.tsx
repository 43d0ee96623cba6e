import { useLabel } from '../../../components/lesson/labels.ts';
import { pythonLink } from '../../../components/python/link.ts';
import { Cells } from '../../../components/stage/Cells.tsx';
import { Part } from '../../../components/stage/Part.tsx';
import { labels } from '../labels.ts';
import { server } from '../lines.ts';
import type { OwnBoard, TerminalsBoard } from '../scene.ts';
import type { TerminalLine } from '../terminals.ts';
import styles from './EndView.module.css';

interface EndProps {
  readonly board: OwnBoard | TerminalsBoard;
  readonly link: Uint8Array;
}

/** The way into one's own parser; the server on one's own machine. */
export function EndView({ board, link }: EndProps) {
  return board.kind === 'own' ? <Own board={board} link={link} /> : <Both board={board} />;
}

const RULES = ['rule-none', 'rule-frame', 'rule-error'] as const;

function Own({ board, link }: { readonly board: OwnBoard; readonly link: Uint8Array }) {
  const label = useLabel(labels);
  const { signature, calls, more } = board;
  return (
    <>
      <Part label={label('signature')}>
        <pre className={styles.code}>{server.lines[signature - 1]}</pre>
        <ul className={styles.rules}>
          {RULES.map((rule) => (
            <li key={rule}>{label(rule)}</li>
          ))}
        </ul>
      </Part>
      <Part label={label('own-calls')} note={more > 0 ? label('own-more', { count: more }) : undefined}>
        <ol className={styles.calls}>
          {calls.map((call, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a call has no identity but its place
            <li key={i}>
              <div className={styles.given}>
                <code>parse_frame(</code>
                <Cells label={label('own-call', { number: i + 1 })} cells={call.cells} size="small" />
                {call.more > 0 && <span className={styles.soft}>{label('more', { count: call.more })}</span>}
                <code>)</code>
              </div>
              <code className={styles.returned}>→ {call.says}</code>
            </li>
          ))}
        </ol>
      </Part>
      <p>
        <a className={styles.button} href={pythonLink(link, 'own')}>
          {label('try-now')} →
        </a>
      </p>
    </>
  );
}

function Both({ board }: { readonly board: TerminalsBoard }) {
  const label = useLabel(labels);
  return (
    <div className={styles.terminals}>
      <Terminal label={label('first-terminal')} file="server.py" lines={board.server} />
      <Terminal label={label('second-terminal')} file="client.py" lines={board.client} />
    </div>
  );
}

interface TerminalProps {
  readonly label: string;
  readonly file: string;
  readonly lines: readonly TerminalLine[];
}

function Terminal({ label: name, file, lines }: TerminalProps) {
  const label = useLabel(labels);
  const download = (
    <a href={`python/${file}`} download={file}>
      {label('download', { file })}
    </a>
  );
  return (
    <Part label={name} note={download}>
      <pre className={styles.terminal}>
        {lines.map(({ typed, text }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
          <span key={i} className={styles.line} data-typed={typed || undefined}>
            {typed && <span className="unseen">{label('typed')} </span>}
            <bdi>{text}</bdi>
            {'\n'}
          </span>
        ))}
      </pre>
    </Part>
  );
}
