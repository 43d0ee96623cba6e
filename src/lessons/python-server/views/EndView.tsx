import { useLabel } from '../../../components/lesson/labels.ts';
import { pythonLink } from '../../../components/python/link.ts';
import { Columns } from '../../../components/stage/Layout.tsx';
import { Part } from '../../../components/stage/Part.tsx';
import { labels } from '../labels.ts';
import { server } from '../lines.ts';
import type { OwnBoard, TerminalsBoard } from '../scene.ts';
import styles from './EndView.module.css';

interface EndProps {
  readonly board: OwnBoard | TerminalsBoard;
  readonly link: Uint8Array;
}

/** The way into one's own parser; the server on one's own machine. */
export function EndView({ board, link }: EndProps) {
  return board.kind === 'own' ? <Own signature={board.signature} link={link} /> : <Terminals />;
}

const RULES = ['rule-none', 'rule-frame', 'rule-error'] as const;

function Own({ signature, link }: { readonly signature: number; readonly link: Uint8Array }) {
  const label = useLabel(labels);
  return (
    <Part label={label('signature')}>
      <pre className={styles.code}>{server.lines[signature - 1]}</pre>
      <ul className={styles.rules}>
        {RULES.map((rule) => (
          <li key={rule}>{label(rule)}</li>
        ))}
      </ul>
      <p>
        <a className={styles.button} href={pythonLink(link, 'own')}>
          {label('try-now')} →
        </a>
      </p>
    </Part>
  );
}

function Terminals() {
  const label = useLabel(labels);
  return (
    <Columns>
      <Terminal label={label('first-terminal')} file="server.py" says={label('listens')} />
      <Terminal label={label('second-terminal')} file="client.py" says={label('sends')} />
    </Columns>
  );
}

function Terminal({
  label: name,
  file,
  says,
}: {
  readonly label: string;
  readonly file: string;
  readonly says: string;
}) {
  const label = useLabel(labels);
  return (
    <Part label={name}>
      <pre className={styles.code}>$ python3 {file}</pre>
      <p>{says}</p>
      <p>
        <a className={styles.button} href={`python/${file}`} download={file}>
          {label('download', { file })}
        </a>
      </p>
    </Part>
  );
}
