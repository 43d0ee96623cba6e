import type { StageProps } from '../../components/lesson/lesson.ts';
import { Examples, Input } from '../../components/player/Inputs.tsx';
import { Board } from './Board.tsx';
import { Exchange, Mistakes } from './Exchange.tsx';
import { Make } from './Make.tsx';
import styles from './Stage.module.css';
import type { Scene } from './scene.ts';
import { Trap } from './Trap.tsx';

export default function Stage({ scene }: StageProps<Scene>) {
  return (
    <>
      <div className={styles.inputs}>
        <Input name="key1" />
        <Input name="key2" />
        <Input name="key3" />
        <Examples />
      </div>
      <Picture scene={scene} />
    </>
  );
}

function Picture({ scene }: StageProps<Scene>) {
  switch (scene.kind) {
    case 'board':
      return <Board scene={scene} />;
    case 'exchange':
      return <Exchange scene={scene} />;
    case 'mistakes':
      return <Mistakes scene={scene} />;
    case 'make':
      return <Make scene={scene} />;
    case 'trap':
      return <Trap scene={scene} />;
  }
}
