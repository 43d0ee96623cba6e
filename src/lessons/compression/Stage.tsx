import { useLabel } from '../../components/lesson/labels.ts';
import type { StageProps } from '../../components/lesson/lesson.ts';
import { Examples, Input } from '../../components/player/Inputs.tsx';
import { Cells } from '../../components/stage/Cells.tsx';
import { HttpText } from '../../components/stage/HttpText.tsx';
import { Part } from '../../components/stage/Part.tsx';
import { hexByte } from '../../protocol/bytes/hex.ts';
import type { ColourRole } from '../../protocol/model/fields.ts';
import { FramesView } from './FramesView.tsx';
import { HistoryView } from './HistoryView.tsx';
import { labels } from './labels.ts';
import { ParamsView } from './ParamsView.tsx';
import { ReadingView } from './ReadingView.tsx';
import { SizesView } from './SizesView.tsx';
import styles from './Stage.module.css';
import type { Scene } from './scene.ts';
import { TapeView } from './TapeView.tsx';

/** So many bytes and the tail fit into a row of large cells. */
const FEW = 12;

const INPUTS = ['first', 'second', 'takeover', 'form'] as const;

export default function Stage({ scene }: StageProps<Scene>) {
  return (
    <>
      <div className={styles.inputs}>
        {INPUTS.map((name) => (
          <Input key={name} name={name} />
        ))}
        <Examples />
      </div>
      <div className={styles.view}>
        <View scene={scene} />
      </div>
    </>
  );
}

function View({ scene }: StageProps<Scene>) {
  const label = useLabel(labels);
  switch (scene.kind) {
    case 'offer':
      return scene.lines.map(({ from, value, state }) => (
        <Part key={from} kind="wire" side={from} label={label(`offer-${from}`)}>
          <div className={styles.offer}>
            <HttpText
              label={label(`offer-${from}`)}
              lines={[
                { id: from, state, pieces: [{ text: 'Sec-WebSocket-Extensions: ' }, { text: value, role: 'control' }] },
              ]}
            />
          </div>
        </Part>
      ));
    case 'params':
      return <ParamsView asking={scene.asking} />;
    case 'frames':
      return <FramesView frames={scene.frames} asking={scene.asking} />;
    case 'tail':
      return <TailView scene={scene} />;
    case 'sizes':
      return (
        <>
          <SizesView caption={scene.caption} rows={scene.rows} />
          {scene.history && <HistoryView history={scene.history} />}
        </>
      );
    case 'bits':
      return (
        <>
          <TapeView name={scene.name} tape={scene.tape} />
          <ReadingView reading={scene.reading} />
          <HistoryView history={scene.history} />
        </>
      );
  }
}

/** What the compressor gives: what is sent, and the four bytes that are not. */
function TailView({ scene }: { readonly scene: Extract<Scene, { kind: 'tail' }> }) {
  const label = useLabel(labels);
  const { payload, tail } = scene;
  const cells = (name: string, bytes: Uint8Array, role: ColourRole, state: 'done' | 'faint') =>
    Array.from(bytes, (byte, i) => ({ id: `${name}-${i}`, text: hexByte(byte), role, state }));
  return (
    <Part kind="computed" side="server" label={label('compressor')}>
      <Cells
        label={label('compressor')}
        size={payload.length > FEW ? 'medium' : 'large'}
        cells={[...cells('sent', payload, 'payload', 'done'), ...cells('cut', tail, 'mask', 'faint')]}
        groups={[
          { first: 0, count: payload.length, label: label('sent'), role: 'payload' },
          { first: payload.length, count: tail.length, label: label('cut-off'), role: 'mask' },
        ]}
      />
    </Part>
  );
}
