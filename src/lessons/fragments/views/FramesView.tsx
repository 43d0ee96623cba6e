import { useLabel } from '../../../components/lesson/labels.ts';
import { Box } from '../../../components/stage/Box.tsx';
import { Part } from '../../../components/stage/Part.tsx';
import { useStateWords } from '../../../components/stage/useStageWords.ts';
import { VisibleText } from '../../../components/views/VisibleText.tsx';
import type { ColourRole } from '../../../protocol/model/fields.ts';
import { labels } from '../labels.ts';
import type { FramesBoard, FrameView, Result } from '../scene.ts';
import { Bytes } from './Bytes.tsx';
import styles from './FramesView.module.css';
import { WireStrip } from './WireStrip.tsx';

const CONTROL: ColourRole = 'control';
/** So many cards side by side have room for their kind behind their name. */
const FEW = 4;

/** Wire bytes above, frames in two lanes, and below what somebody hands over. */
export function FramesView({ board }: { readonly board: FramesBoard }) {
  const label = useLabel(labels);
  const { frames, side, results } = board;
  const lanes = frames.some(({ lane }) => lane === 'control') ? (['data', 'control'] as const) : (['data'] as const);
  return (
    <>
      <Part kind="wire" side={side} label={label('wire')}>
        <WireStrip label={label('wire')} frames={frames} />
      </Part>
      <div className={styles.lanes} data-few={frames.length <= FEW || undefined} style={{ '--frames': frames.length }}>
        {lanes.map((lane) => (
          <p key={lane} className={styles.lane} data-lane={lane}>
            {label(`lane-${lane}`)}
          </p>
        ))}
        {frames.map((frame, index) => (
          <FrameCard key={frame.id} frame={frame} index={index} />
        ))}
      </div>
      <div className={styles.results}>
        {results.map((result) => (
          <Handed key={result.name.label} result={result} />
        ))}
      </div>
    </>
  );
}

function FrameCard({ frame, index }: { readonly frame: FrameView; readonly index: number }) {
  const label = useLabel(labels);
  const words = useStateWords();
  const { id, name, lane, state, fin, opcode, kind, finState, opcodeState, clear } = frame;
  const title = label(name.label, name.values);
  const known = opcodeState !== 'empty' && opcodeState !== 'hidden';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form
    <div
      role="group"
      aria-label={title}
      className={styles.card}
      data-lane={lane}
      data-state={state}
      style={{ '--column': index + 2 }}
    >
      <p className={styles.title}>{title}</p>
      <p className={styles.bits}>
        <span>{label('fin')}</span>
        <Box id={`fin-${id}`} text={fin ? '1' : '0'} role={CONTROL} state={finState} shape="bare" words={words} />
        <span>{label('opcode')}</span>
        <Box id={`op-${id}`} text={opcode.toString(16)} role={CONTROL} state={opcodeState} shape="bare" words={words} />
        <span className={styles.opcode}>{known && label(kind)}</span>
      </p>
      <Bytes label={label('payload')} cells={clear} none={label('no-payload')} />
    </div>
  );
}

const SIGNS = { right: '✓', wrong: '✕' } as const;

function Handed({ result }: { readonly result: Result }) {
  const label = useLabel(labels);
  const { name, good, rows } = result;
  const title = label(name.label, name.values);
  return (
    <Part
      kind="computed"
      label={title}
      note={good !== null && <span aria-hidden="true">{good ? SIGNS.right : SIGNS.wrong}</span>}
    >
      {rows.length === 0 && <p className={styles.nothing}>{label('nothing')}</p>}
      {rows.map(({ id, cells, text }) => (
        <div key={id} className={styles.result}>
          <Bytes label={title} cells={cells} none={label('nothing')} />
          {text !== null && (
            <span className={styles.text}>
              “<VisibleText text={text} />”
            </span>
          )}
        </div>
      ))}
    </Part>
  );
}
