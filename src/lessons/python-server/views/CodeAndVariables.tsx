import { useLabel } from '../../../components/lesson/labels.ts';
import wrong from '../../../components/python/starts/wrong.py?listing';
import { CodeWindow, firstInView } from '../../../components/stage/CodeWindow.tsx';
import { Part } from '../../../components/stage/Part.tsx';
import { labels } from '../labels.ts';
import { server } from '../lines.ts';
import type { CodeView, VariableView } from '../scene.ts';
import styles from './CodeAndVariables.module.css';
import { Variables } from './Variables.tsx';

interface Props {
  readonly code: CodeView;
  readonly variables: readonly VariableView[];
  /** Lines in view. */
  readonly rows: number;
}

const FILES = { server, wrong } as const;

/** A window of the file, and what its variables hold at that moment. */
export function CodeAndVariables({ code, variables, rows }: Props) {
  const label = useLabel(labels);
  const { file, lit, done, from, to, top, wrong: mistake, calls } = code;
  return (
    <div className={styles.both}>
      <Part label={label(file)} note={calls.length > 0 ? <Calls calls={calls} /> : undefined}>
        <CodeWindow
          label={label(file === 'server' ? 'server-code' : 'wrong-code')}
          listing={FILES[file]}
          lit={lit}
          done={done}
          first={top ?? firstInView(from, to, rows, FILES[file].lines.length)}
          wrong={mistake}
          rows={rows}
        />
      </Part>
      <Part label={label('variables')} note={calls.at(-1)}>
        <Variables variables={variables} />
      </Part>
    </div>
  );
}

/** Who called whom: `run › talk › read_frame`. */
function Calls({ calls }: { readonly calls: readonly string[] }) {
  return <code className={styles.calls}>{calls.join(' › ')}</code>;
}
