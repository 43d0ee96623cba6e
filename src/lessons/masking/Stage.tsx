import type { StageProps } from '../../components/lesson/lesson.ts';
import { Examples, Input } from '../../components/player/Inputs.tsx';
import styles from './Stage.module.css';
import type { Scene } from './scene.ts';
import { Attack } from './views/Attack.tsx';
import { Board } from './views/Board.tsx';
import { Claims } from './views/Claims.tsx';
import { Frames } from './views/Frames.tsx';

export default function Stage({ scene }: StageProps<Scene>) {
  return (
    <>
      <div className={styles.inputs}>
        {scene.inputs.map((name) => (
          <Input key={name} name={name} />
        ))}
        <Examples />
      </div>
      <Picture scene={scene} />
    </>
  );
}

function Picture({ scene }: StageProps<Scene>) {
  switch (scene.kind) {
    case 'frames':
      return <Frames scene={scene} />;
    case 'board':
      return <Board scene={scene} />;
    case 'attack':
      return <Attack scene={scene} />;
    case 'claims':
      return <Claims scene={scene} />;
  }
}
