import { useLabel } from '../../components/lesson/labels.ts';
import { Input } from '../../components/player/Inputs.tsx';
import { Cells } from '../../components/stage/Cells.tsx';
import { Part } from '../../components/stage/Part.tsx';
import { Division } from './Division.tsx';
import { labels } from './labels.ts';
import { Remark } from './Remark.tsx';
import styles from './Stage.module.css';
import type { MakeScene } from './scene.ts';

/** A key from its end: numbers, product, noise, spaces; and what a server reads in it. */
export function Make({ scene }: { readonly scene: MakeScene }) {
  const label = useLabel(labels);
  const { spaces, limit, max, number, product, cells, read, note } = scene;
  const [digits, count, part] = read;
  return (
    <>
      <div className={`${styles.inputs} ${styles.seed}`}>
        <Input name="seed" />
      </div>
      <Part label={label('make-choice')} note={label('computed')} kind="computed" side="client">
        <Division
          signs={['÷', '→']}
          operands={[
            [limit, 'limit', label('make-limit'), 'plain'],
            [spaces, 'made-spaces', label('make-spaces'), 'length'],
            [max, 'max', label('make-max'), 'plain'],
          ]}
        />
        <Division
          signs={['×', '=']}
          operands={[
            [number, 'made-number', label('make-number'), 'key'],
            [spaces, 'made-spaces-again', label('make-spaces'), 'length'],
            [product, 'product', label('make-product'), 'key'],
          ]}
        />
      </Part>
      <Part label={label('make-key')} note={label('sent')} kind="wire" side="client">
        <div className={styles.making}>
          <Cells label={label('make-key')} cells={cells} size="small" />
        </div>
        <Remark note={note} />
      </Part>
      <Part label={label('make-read')} note={label('computed')} kind="computed" side="server">
        <Division
          operands={[
            [digits, 'read-digits', label('digits'), 'key'],
            [count, 'read-spaces', label('spaces'), 'length'],
            [part, 'read-part', label('make-part'), 'key'],
          ]}
        />
      </Part>
    </>
  );
}
