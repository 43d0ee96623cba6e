import type { StageProps } from '../../components/lesson/lesson.ts';
import { Examples, Input } from '../../components/player/Inputs.tsx';
import styles from './Stage.module.css';
import type { Scene } from './scene.ts';
import { EndView } from './views/EndView.tsx';
import { ServerView } from './views/ServerView.tsx';
import { WrongView } from './views/WrongView.tsx';

/** What people may change, and the picture. */
export default function Stage({ scene }: StageProps<Scene>) {
  const { inputs, most, link, board } = scene;
  return (
    <>
      {inputs.length > 0 && (
        <div className={styles.inputs}>
          {inputs.map((name) => (
            <Input key={name} name={name} most={most} />
          ))}
          <Examples />
        </div>
      )}
      {board.kind === 'server' && <ServerView board={board} link={link} />}
      {board.kind === 'wrong' && <WrongView board={board} link={link} />}
      {(board.kind === 'own' || board.kind === 'terminals') && <EndView board={board} link={link} />}
    </>
  );
}
