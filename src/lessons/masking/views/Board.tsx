import { useLabel } from '../../../components/lesson/labels.ts';
import { Input } from '../../../components/player/Inputs.tsx';
import { Box, Text } from '../../../components/stage/Box.tsx';
import { List } from '../../../components/stage/List.tsx';
import type { Cell } from '../../../components/stage/types.ts';
import { type StateWords, useStateWords } from '../../../components/stage/useStageWords.ts';
import { labels } from '../labels.ts';
import type { BoardScene, Column, ColumnRun } from '../scene.ts';
import { Bits } from './Bits.tsx';
import styles from './Board.module.css';
import { Line, Remark } from './Line.tsx';
import { useSaid } from './useSaid.ts';

/** What goes in, the key that meets it, what comes out: byte over byte over byte. */
export function Board({ scene }: { readonly scene: BoardScene }) {
  const label = useLabel(labels);
  const { names, runs, cuts, bits, note, frames, asked } = scene;
  const count = runs.reduce((sum, { columns }) => sum + columns.length, 0);
  return (
    <div className={styles.board}>
      <div className={styles.columns} style={{ '--count': count, '--runs': runs.length }}>
        <p className={styles.names} aria-hidden="true">
          <span>{label(names.top)}</span>
          <span>
            {asked ? '?' : '⊕'} {label(names.key)}
          </span>
          <span>= {label(names.bottom)}</span>
        </p>
        {runs.map((run) => (
          <Run key={run.columns[0]?.position ?? 0} run={run} names={names} />
        ))}
      </div>
      {cuts && <Cut {...cuts} />}
      {note && <Remark note={note} />}
      {bits && <Bits id="bits" look={bits} />}
      {frames.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </div>
  );
}

interface RunProps {
  readonly run: ColumnRun;
  readonly names: BoardScene['names'];
}

function Run({ run, names }: RunProps) {
  const label = useLabel(labels);
  const said = useSaid();
  const words = useStateWords();
  const name = run.name ? said(run.name) : [names.top, names.key, names.bottom].map((id) => label(id)).join(', ');
  return (
    <div className={styles.run} data-named={run.name !== null || undefined}>
      <List label={name} className={styles.cells}>
        {run.columns.map((column) => (
          <ColumnOf key={column.position} column={column} words={words} />
        ))}
      </List>
      {run.name && (
        <span className={styles.runName} aria-hidden="true">
          {name}
        </span>
      )}
    </div>
  );
}

function ColumnOf({ column, words }: { readonly column: Column; readonly words: StateWords }) {
  const label = useLabel(labels);
  const { position, top, key, bottom } = column;
  return (
    <li className={styles.column} data-last={position % 4 === 3 || undefined}>
      <span className="unseen">{label('byte', { position })}: </span>
      <Stacked cell={top} words={words} />
      <Stacked cell={key} words={words} />
      <Stacked cell={bottom} words={words} />
    </li>
  );
}

/** A cell with its caption's room, if it has one. */
function Stacked({ cell, words }: { readonly cell: Cell; readonly words: StateWords }) {
  return (
    <span className={styles.cell}>
      <Box {...cell} words={words} />
      <span className={styles.caption}>{cell.caption && <Text text={cell.caption} />}</span>
    </span>
  );
}

/** Where the payload is cut. */
function Cut({ most, asked }: NonNullable<BoardScene['cuts']>) {
  const label = useLabel(labels);
  return (
    <div className={styles.cut}>
      <Input name="cut" most={most} />
      {asked > most && <p className={styles.late}>{label('cut-late', { count: most + 1 })}</p>}
    </div>
  );
}
