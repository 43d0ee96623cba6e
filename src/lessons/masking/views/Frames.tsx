import type { FramesScene } from '../scene.ts';
import { Bits } from './Bits.tsx';
import styles from './Frames.module.css';
import { Line } from './Line.tsx';

/** Frames under one another. */
export function Frames({ scene }: { readonly scene: FramesScene }) {
  const { frames, bits } = scene;
  return (
    <div className={styles.frames}>
      {frames.map((line) => (
        <Line key={line.id} line={line} />
      ))}
      {bits && <Bits id="bits" look={bits} />}
    </div>
  );
}
