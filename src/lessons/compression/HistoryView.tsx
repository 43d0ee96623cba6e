import { useLabel } from '../../components/lesson/labels.ts';
import { Box } from '../../components/stage/Box.tsx';
import { List } from '../../components/stage/List.tsx';
import { Part } from '../../components/stage/Part.tsx';
import { useStateWords } from '../../components/stage/useStageWords.ts';
import { placed } from '../../components/stage/word.ts';
import styles from './HistoryView.module.css';
import type { Arc, History } from './history.ts';
import { labels } from './labels.ts';

/** The window and the message behind it; a copy is an arrow back to what it copies. */
export function HistoryView({ history }: { readonly history: History }) {
  const label = useLabel(labels);
  const words = useStateWords();
  const { cells, arc, before, missed } = history;
  const old = cells.filter((cell) => cell.kind === 'gap' || cell.at < 0).length;
  const noWindow = label(missed ? 'window-missed' : 'window-empty');
  const note = before > 0 ? label('bytes-before', { count: before }) : old > 0 ? undefined : noWindow;
  const known = cells.some((cell) => cell.kind === 'byte' && cell.at < 0);
  return (
    <Part kind="computed" side="client" label={label('history')} note={note}>
      <div className={styles.history} style={{ '--columns': cells.length }}>
        <div className={styles.sky}>{arc && <ArcView arc={arc} columns={cells.length} />}</div>
        <List label={label('history')} className={styles.cells}>
          {placed(cells).map(({ item, place }) =>
            item.kind === 'gap' ? (
              <li key={place} className={styles.gap} data-wrong={item.count === null || undefined}>
                {item.count === null ? '?' : label('left-out', { count: item.count })}
              </li>
            ) : (
              <li
                key={place}
                className={styles.cell}
                data-mark={item.mark ?? undefined}
                data-old={item.at < 0 || undefined}
              >
                <Box
                  id={`at-${item.at}`}
                  text={item.text}
                  role={item.at < 0 ? 'plain' : 'payload'}
                  state={item.state}
                  from={item.mark === 'made' && arc ? `at-${item.at - arc.distance}` : undefined}
                  words={words}
                />
              </li>
            ),
          )}
        </List>
        <p aria-hidden="true" className={styles.names}>
          {old > 0 && <span style={{ gridColumn: `1 / span ${old}` }}>{known && label('window-name')}</span>}
          {old < cells.length && (
            <span style={{ gridColumn: `${old + 1} / span ${cells.length - old}` }}>{label('message-name')}</span>
          )}
        </p>
      </div>
    </Part>
  );
}

/** Heights of the arrow, in parts of its room. */
const HIGH = 100;

function ArcView({ arc, columns }: { readonly arc: Arc; readonly columns: number }) {
  const label = useLabel(labels);
  const place = (column: number) => ((column + 0.5) * 100) / columns;
  const [to, from] = [place(arc.to), place(arc.from)];
  return (
    <>
      <svg
        viewBox={`0 0 100 ${HIGH}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className={styles.arc}
        data-wrong={arc.wrong || undefined}
      >
        <path d={`M ${to} ${HIGH} C ${to} -10, ${from} -10, ${from} ${HIGH - 8}`} />
      </svg>
      <span
        aria-hidden="true"
        className={styles.head}
        style={{ insetInlineStart: `${from}%` }}
        data-wrong={arc.wrong || undefined}
      >
        ▼
      </span>
      <span className={styles.back} style={{ insetInlineStart: `${(to + from) / 2}%` }}>
        {label(arc.wrong ? 'not-known' : 'back', { count: arc.distance })}
      </span>
    </>
  );
}
