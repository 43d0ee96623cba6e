import { useLabel } from '../../components/lesson/labels.ts';
import { BitRows } from '../../components/stage/BitRows.tsx';
import { Cells } from '../../components/stage/Cells.tsx';
import { Part } from '../../components/stage/Part.tsx';
import { placed } from '../../components/stage/word.ts';
import { hexByte } from '../../protocol/bytes/hex.ts';
import styles from './FramesView.module.css';
import { labels } from './labels.ts';
import type { FrameRow } from './scene.ts';

const RSV1 = 0x40;
/** Bytes drawn; of more, the end is left out and counted. */
const LIMIT = 40;
/** So many fit into a row of large cells. */
const FEW = 14;

/** Frames as they travel, and the bits of the first byte of each. */
export function FramesView({ frames, asking }: { readonly frames: readonly FrameRow[]; readonly asking: boolean }) {
  const label = useLabel(labels);
  return placed(frames).map(({ item: { bytes, header }, place: i }) => (
    <Part key={i} kind="wire" side="server" label={label('frame-row', { number: i + 1, count: bytes.length, header })}>
      <Cells
        label={label('frame-row', { number: i + 1, count: bytes.length, header })}
        size={frames.length > 1 || bytes.length > FEW ? 'medium' : 'large'}
        limit={LIMIT}
        cells={Array.from(bytes, (byte, at) => ({
          id: `frame-${i}-${at}`,
          text: hexByte(byte),
          role: at < header ? 'control' : 'payload',
          state: at === 0 ? (asking ? 'hidden' : 'current') : 'done',
        }))}
        groups={[
          { first: 0, count: header, label: label('frame-header'), role: 'control' },
          { first: header, count: bytes.length - header, label: label('frame-payload'), role: 'payload' },
        ]}
      />
      <div className={styles.first}>
        <p className={styles.name}>{label('first-byte')}</p>
        <BitRows
          id={`first-${i}`}
          width={8}
          rows={[
            {
              symbol: 'FIN RSV1 …',
              value: asking ? 'hidden' : (bytes[0] ?? 0),
              role: 'control',
              edged: asking ? 0 : RSV1,
            },
          ]}
        />
      </div>
    </Part>
  ));
}
